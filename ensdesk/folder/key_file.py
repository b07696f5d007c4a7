"""The small file that makes a USB key open a folder."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.places import sticks
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.key_file import NAME, read_key_file, write_key_file
from ensdesk.vault.secrets import KeyFile

__all__ = ["KEY_FILE", "NoKeyPlugged", "key_for", "keys_plugged"]

KEY_FILE = NAME


class NoKeyPlugged(Trouble):
    """No USB key holds a key file."""

    words = N_("No USB key that opens a folder is plugged in.")
    advice = N_("Plug your key in and wait a few seconds. Then press again.")


def keys_plugged() -> tuple[KeyFile, ...]:
    """Return the keys on the USB keys that are plugged in. Raises NoKeyPlugged, KeyFileDamaged."""
    found = [stick for stick in sticks() if (stick / KEY_FILE).is_file()]
    if not found:
        raise NoKeyPlugged
    return tuple(map(read_key_file, found))


def key_for(stick: Path) -> KeyFile:
    """Return the key of *stick*, made and written first if it has none.

    One key may open several folders: what is there is never written over. Raises the troubles of
    the place, KeyFileDamaged.
    """
    return write_key_file(stick)
