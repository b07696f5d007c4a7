"""Which computer this is: a folder copied by hand to another one is a copy of its own there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ensdesk.folder.found import stick_of
from ensdesk.vault.computer_name import computer_name

_ON_A_KEY = "key"


def where_it_lies(place: Path, folder_id: str) -> bytes | None:
    """Return a mark of the computer on which *place* is; one on a USB key goes along with the key.

    The mark tells nobody which computer it is, and is another one for each folder. None when the
    system does not say.
    """
    name = _ON_A_KEY if stick_of(place) else computer_name()
    return hashlib.sha256(f"ensdesk {folder_id} {name}".encode()).digest()[:16] if name else None
