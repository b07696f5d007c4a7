"""Erasing a whole folder: its keys first, so that whatever happens next, nothing can be read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.folder_lock import FolderLock
from ensdesk.vault.header import COPIES
from ensdesk.vault.header_bytes import SIZE, NotAHeader, unframe
from ensdesk.vault.staging import STAGED
from ensdesk.vault.storage_trouble import sync_directory, telling

_ERASING = "erasing"  # there from the person's yes to the end: a power cut does not save a half


class FolderErased(Trouble):
    """What was left of an erasing that was cut short is gone now."""

    words = N_("This folder was being erased. It is erased now.")
    advice = N_("You can make a new folder.")


def erase_keys(path: Path) -> None:
    """Overwrite both headers on the disk. From here on nobody can open the folder."""
    with telling():
        (path / _ERASING).touch(mode=0o600)
        sync_directory(path)
        for copy in COPIES:
            _overwrite(path / copy)


def go_on_erasing(path: Path) -> None:
    """Finish an erasing that was cut short, and raise FolderErased; else do nothing.

    With both headers whole nothing was erased yet: then the folder stays, and the mark goes.
    """
    if not (path / _ERASING).exists():
        return
    if all(map(_whole, map(path.joinpath, COPIES))):
        with telling():
            (path / _ERASING).unlink()
        return
    lock = FolderLock(path)
    try:
        erase_keys(path)
        erase_files(path)
    finally:
        lock.release()
    raise FolderErased


def erase_files(path: Path) -> None:
    """Remove every file of a folder whose keys are gone; strangers' files stay where they are."""
    with telling():
        staged = (*path.glob(f"{STAGED}/*"),)
        for file in (*path.glob("*.db*"), *path.glob("documents/??/*.age*"), *staged):
            file.unlink()
        for directory in (*path.glob("documents/??"), path / "documents", path / STAGED):
            with contextlib.suppress(OSError):
                directory.rmdir()
        for name in (*COPIES, "LISEZ-MOI.txt", "unfinished", "lock"):
            (path / name).unlink(missing_ok=True)
        sync_directory(path)
        (path / _ERASING).unlink(missing_ok=True)  # last: with it the rest may go
        with contextlib.suppress(OSError):
            path.rmdir()


def _whole(copy: Path) -> bool:
    try:
        unframe(copy.read_bytes())
    except (OSError, NotAHeader):
        return False
    return True


def _overwrite(copy: Path) -> None:
    if not copy.exists():
        return
    file = os.open(copy, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.write(file, bytes(SIZE))
        os.fsync(file)
    finally:
        os.close(file)
