"""The small file that makes a USB key open a folder."""

from __future__ import annotations

import os
import re
import secrets as chance
from pathlib import Path

from ensdesk.folder.places import sticks
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.secrets import KeyFile
from ensdesk.vault.storage_trouble import telling

KEY_FILE = "cle-ensdesk.cle"
_BYTES = 32
_WRITTEN = re.compile(rb"ensdesk-key-1\s+([0-9a-f]{64})\s*")


class NoKeyPlugged(Trouble):
    """No USB key holds a key file."""

    words = N_("No USB key that opens a folder is plugged in.")
    advice = N_("Plug your key in and wait a few seconds. Then press again.")


class KeyUnreadable(Trouble):
    """The key file of the USB key is damaged."""

    words = N_("The key on this USB key cannot be read any more.")
    advice = N_("Take your key sheet: its 12 words open your folder.")


def keys_plugged() -> tuple[KeyFile, ...]:
    """Return the keys on the USB keys that are plugged in. Raises NoKeyPlugged, KeyUnreadable."""
    found = [stick for stick in sticks() if (stick / KEY_FILE).is_file()]
    if not found:
        raise NoKeyPlugged
    return tuple(key for stick in found if (key := key_on(stick)) is not None)


def key_on(stick: Path) -> KeyFile | None:
    """Return the key of one USB key, None if it has none. Raises KeyUnreadable."""
    try:
        written = (stick / KEY_FILE).read_bytes()[:256]
    except FileNotFoundError:
        return None
    except OSError:
        raise KeyUnreadable from None
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise KeyUnreadable
    return KeyFile(bytes.fromhex(match[1].decode()))


def key_for(stick: Path) -> KeyFile:
    """Return the key of *stick*, made and written first if it has none.

    One key may open several folders: what is there is never written over. Raises the troubles of
    the place, KeyUnreadable.
    """
    there = key_on(stick)
    if there is not None:
        return there
    key = KeyFile(chance.token_bytes(_BYTES))
    with telling():
        _write(stick / KEY_FILE, f"ensdesk-key-1\n{key.raw.hex()}\n".encode())
    if key_on(stick) != key:
        raise KeyUnreadable
    return key


def _write(place: Path, raw: bytes) -> None:
    part = place.with_name(f"{place.name}.part")
    with part.open("wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    part.replace(place)
