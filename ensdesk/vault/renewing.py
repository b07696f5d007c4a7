"""A new key for the main database: who was stopped keeps one that opens nothing any more."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from ensdesk.trouble import Trouble
from ensdesk.vault.drawer import MAIN, Drawer
from ensdesk.vault.header import FileNames
from ensdesk.vault.locks import Locks
from ensdesk.vault.storage_trouble import sync_directory, telling
from ensdesk.vault.vault_file import FolderDamaged, check_file, rewrite

RENEW = "renew-main"  # kept aside while a key is to be renewed: the new file has it no more


def renew_main(path: Path, main: Drawer, locks: Locks) -> Drawer:
    """Write the main database into a new file under a fresh key; return it, open.

    The header is the commit point: before it the old file counts, after it the new one. The old
    file goes last. Raises FolderDamaged before anything is written when a page is damaged: a
    copy would look sound. And HolderOnly, DiskFull and the others of the place.
    """
    name, key = _next_name(path, locks.file_names.main), secrets.token_bytes(32)
    if check_file(main.connection):
        raise FolderDamaged
    try:
        fresh = rewrite(main.connection, path / name, key)
    except BaseException:
        clear_left(path, locks.file_names)
        raise
    try:
        renewed = Drawer(fresh, locks.folder_id, locks.slot_id, MAIN)
        renewed.aside.put(RENEW, None)
        renewed.settle()
        with telling():
            sync_directory(path)
        locks.switch(main=(name, key))
    except BaseException:
        fresh.close()  # the file stays: if the header names it, nothing else opens
        raise
    with contextlib.suppress(Trouble):
        main.close()
    clear_left(path, locks.file_names)
    return renewed


def clear_left(path: Path, names: FileNames) -> None:
    """Take away databases that the header does not name; only for a holder who opened both."""
    with contextlib.suppress(OSError):
        for left in (*path.glob("main-*.db*"), *path.glob("private-*.db*")):
            if left.name.partition(".db")[0] + ".db" not in names:
                left.unlink()


def _next_name(path: Path, name: str) -> str:
    number = int(name.removeprefix("main-").removesuffix(".db")) + 1
    while (path / f"main-{number}.db").exists():  # left over, perhaps held open by a scanner
        number += 1
    return f"main-{number}.db"
