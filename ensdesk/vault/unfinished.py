"""A place in which a folder is being made: until it is whole it may be cleared again."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.vault.folder_lock import FolderLock
from ensdesk.vault.header import COPIES, HeaderDamaged, HeaderMissing, read_header
from ensdesk.vault.storage_trouble import make_directory, sync_directory, telling

PAPERS = "documents"
_UNFINISHED = "unfinished"  # there while a folder is made: a crash leaves no half folder to mourn
_READ_ME, _LOCK = "LISEZ-MOI.txt", "lock"
_READ_ME_WORDS = N_(
    """This is a health folder, closed by the code, the key or the words of its person.

Open it with the program ensdesk: "Open my folder", then choose this place.
Do not remove or rename anything here: each part is needed.
Nothing here can be read without the code, the key or the 12 words of the key sheet.
To keep a second copy in a safe place, ask the program for a double.
"""
)


class FolderAlreadyThere(Trouble):
    """A new folder is never made over something."""

    words = N_("There is already something in this place.")
    advice = N_("Choose another place, or open the folder that is there.")


def begin(path: Path) -> FolderLock:
    """Take an empty or new directory for a folder, and return its lock.

    Raises FolderAlreadyThere, FolderInUse and the troubles of the place.
    """
    with telling():
        make_directory(path)
        begun = half_made(path)
        # A power cut may leave the lock alone.
        if not begun and any(each.name != _LOCK for each in path.iterdir()):
            raise FolderAlreadyThere
    lock = FolderLock(path)
    try:
        _clear_but_lock(path)  # with the lock: nobody else is making it now
        with telling():
            (path / _UNFINISHED).touch()
            sync_directory(path)
    except BaseException:
        lock.release()
        clear(path)
        raise
    return lock


def has_header(path: Path) -> bool:
    return any((path / copy).exists() for copy in COPIES)


def is_unfinished(path: Path) -> bool:
    return (path / _UNFINISHED).exists()


def half_made(path: Path) -> bool:
    """Say whether a folder was being made here, and never was one: no header is whole."""
    if not is_unfinished(path):
        return False
    try:
        read_header(path)
    except (HeaderMissing, HeaderDamaged):  # torn while it was first written
        return True
    except Trouble:
        return False
    return False


def write_read_me(path: Path) -> None:
    """Write what lies beside the folder in clear. Raises OSError."""
    (path / _READ_ME).write_text(_(_READ_ME_WORDS), encoding="utf-8")


def finish(path: Path) -> None:
    """Take the mark away: the folder is whole."""
    with contextlib.suppress(OSError):
        (path / _UNFINISHED).unlink()
        sync_directory(path)


def clear(path: Path) -> None:
    """Take away what an unfinished folder left in a place that was empty."""
    with contextlib.suppress(OSError):
        (path / _LOCK).unlink(missing_ok=True)
    _clear_but_lock(path)


def _clear_but_lock(path: Path) -> None:
    with contextlib.suppress(OSError):
        for leftover in (*path.glob("*.db*"), *path.glob("header.*"), *path.glob("documents/??/*")):
            leftover.unlink()
        (path / _READ_ME).unlink(missing_ok=True)
        for directory in (*path.glob("documents/??"), path / PAPERS):
            if directory.is_dir():
                directory.rmdir()
        (path / _UNFINISHED).unlink(missing_ok=True)  # last: it tells that the rest may go
