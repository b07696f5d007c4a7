"""The same folder on a second computer, for tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.folder.two_computers import Agreed, agree, outgoing, put_in
from ensdesk.vault.vault import Vault
from tests.fakes import NOW, SHEET, MemoryKeychain


def second_computer(folder: Folder, place: Path) -> Folder:
    """Open a copy of *folder* at *place*, as after a double was restored there."""
    folder.vault.settle()
    shutil.copytree(folder.vault.path, place, ignore=shutil.ignore_patterns("*-wal", "lock"))
    vault = Vault.open(place, SHEET, MemoryKeychain())
    vault.new_installation()  # before anything is written: a chain does not fork
    vault.close()
    return open_folder(place, SHEET, MemoryKeychain(), clock=lambda: NOW)


def tell(one: Folder, other: Folder, key: Path) -> Agreed:
    """Put what is new in *one* on the key, and read it in *other*."""
    return agree(other, put_in(one.vault.documents, outgoing(one), key, NOW.date()))
