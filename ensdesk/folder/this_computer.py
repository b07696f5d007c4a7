"""Which computer this is, or which key: a folder copied by hand to another one is a copy there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ensdesk.folder.found import stick_of
from ensdesk.folder.stick_number import stick_number
from ensdesk.vault.computer_name import computer_name

_ON_A_KEY = "key"


def where_it_lies(place: Path, folder_id: str) -> bytes | None:
    """Return a mark of the computer on which *place* is; one on a USB key goes along with the key.

    The mark tells nobody which computer or key it is, and is another one for each folder. That of
    a key is longer where the system tells keys apart. None when the system does not say.
    """
    stick = stick_of(place)
    names = (_ON_A_KEY, stick_number(stick)) if stick else (computer_name(),)
    return b"".join(_mark(folder_id, name) for name in names if name) or None


def _mark(folder_id: str, name: str) -> bytes:
    return hashlib.sha256(f"ensdesk {folder_id} {name}".encode()).digest()[:16]
