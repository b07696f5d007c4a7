"""What can happen to the place where a folder is kept, told in words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ensdesk.language import N_
from ensdesk.trouble import Trouble


class FolderInUse(Trouble):
    """Another window or another program holds the folder."""

    words = N_("This folder is already open in another window.")
    advice = N_("Close it there, then open it here.")


class FolderDamaged(Trouble):
    """Something that was written does not come back as it was."""

    words = N_("A part of this folder is damaged.")
    advice = N_("Take your last double. Remove nothing here.")


class FolderIncomplete(FolderDamaged):
    """A part of the folder is not there at all."""

    words = N_("A part of this folder is missing.")
    advice = N_("Look for the whole folder, or take your last double.")


class DiskFull(Trouble):
    """No room is left; what was written before stays."""

    words = N_("There is no room left here. Nothing was lost.")
    advice = N_("Make some room, then start again.")


class TooLargeHere(Trouble):
    """The place has room, but takes no file of this size: FAT stops at 4 GB."""

    words = N_("This is too large for this disk, or for this key. Nothing was lost.")
    advice = N_("Choose something smaller, or another place.")


class ReadOnlyPlace(Trouble):
    """The place may be read but not written."""

    words = N_("Nothing can be written in this place.")
    advice = N_("Choose another place, or open the lock of the key.")


class PlaceGone(Trouble):
    """The disk or the key does not answer any more."""

    words = N_("The place of the folder does not answer any more.")
    advice = N_("Plug the key in again, then open the folder again.")


class DiskFailing(PlaceGone):
    """It is there and fails; a key pulled out in the middle of a write looks the same."""

    words = N_("The disk, or the key, no longer answers well.")
    advice = N_("Plug the key in again. Without a key, have the disk looked at.")


_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def told(error: OSError) -> Trouble:
    """Return the trouble behind an error of the system, without its path."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _CLOSED:
        return ReadOnlyPlace()
    if error.errno == errno.EFBIG:
        return TooLargeHere()
    return DiskFailing() if error.errno == errno.EIO else PlaceGone()


@contextmanager
def telling() -> Iterator[None]:
    """Raise every error of the system as its trouble."""
    try:
        yield
    except OSError as error:
        raise told(error) from None


def sync_directory(directory: Path) -> None:
    """Wait until the names in *directory* are on the disk. Raises OSError."""
    if os.name == "nt":  # pragma: no cover - directories cannot be opened there
        return
    file = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def make_directory(directory: Path) -> None:
    """Make a directory, and those above it, so that their names are on the disk. Raises OSError."""
    if not directory.is_dir():
        make_directory(directory.parent)
        directory.mkdir(mode=0o700, exist_ok=True)
        sync_directory(directory.parent)


def sync_file(path: Path) -> None:
    """Wait until the bytes of *path* are on the disk. Raises OSError."""
    file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(file)
    finally:
        os.close(file)
