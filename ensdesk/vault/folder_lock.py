"""The lock that keeps a second window, program or computer out of an open folder."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sys
import time
from pathlib import Path
from typing import NamedTuple

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.computer_name import computer_name
from ensdesk.vault.storage_trouble import FolderInUse, telling

_NAME = "lock"
_LETTING_GO = 0.3  # seconds
_LONGEST = 512


class OpenElsewhere(Trouble):
    """Another computer opened the folder and did not close it: it is open there, or was cut off."""

    words = N_("This folder may be open on another computer.")
    advice = N_("Close it there. If it is closed everywhere, you may open it here.")


class TakenOver(Trouble):
    """Another computer opened the folder while it was open here."""

    words = N_("This folder was just opened on another computer.")
    advice = N_("Close it there, or here: it must not be open twice.")


class _Said(NamedTuple):
    """What stands in the file while the folder is open: a JSON list, docs/format-data.md."""

    opening: str
    openings: int
    computer: str


class FolderLock:
    """Holds one folder for one opener, by a lock of the system that ends with the process.

    It is tied to the open file, not to the process: a second opener of the same program is
    refused too. A file left behind by a crash holds nobody back. Where the directory is shared by
    two computers, such locks may not reach the other one: what stands in the file does, in time.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock, at once or not at all.

        Raises FolderInUse, OpenElsewhere, ReadOnlyPlace, PlaceGone.
        """
        self._path, self._opening = folder / _NAME, secrets.token_hex(8)
        with telling():
            self._file: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        # A program that was killed may leave a child that has not let go yet.
        until = time.monotonic() + _LETTING_GO
        while not _locked(self._file):
            if time.monotonic() > until:
                self._let_go()
                raise FolderInUse
            time.sleep(_LETTING_GO / 10)
        last = _said_in(self._path)
        if last and (here := _mark(last.opening)) and last.computer != here:
            self._let_go()
            raise OpenElsewhere
        with contextlib.suppress(OSError):
            self._say(last.openings + 1 if last else 1)

    def must_be_ours(self) -> None:
        """Raise TakenOver when another computer opened the folder since."""
        last = _said_in(self._path)
        if last and last.opening != self._opening:
            raise TakenOver

    def release(self) -> None:
        """Let go; may be called twice."""
        if self._file is not None:
            with contextlib.suppress(OSError, TakenOver):
                self.must_be_ours()
                os.ftruncate(self._file, 0)
            self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _say(self, openings: int) -> None:
        """Write who opened the folder; nobody waits for the disk: it is for a glance alone."""
        if self._file is not None and (mark := _mark(self._opening)):
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, json.dumps(_Said(self._opening, openings, mark)).encode())


def closed_everywhere(folder: Path) -> None:
    """Forget that another computer opened *folder*: the person says that it is closed there."""
    with contextlib.suppress(OSError):
        file = os.open(folder / _NAME, os.O_RDWR)
        try:
            if _locked(file):
                os.ftruncate(file, 0)
        finally:
            os.close(file)


def _mark(opening: str) -> str:
    """Return what tells this computer from another; nothing where the system gives no name."""
    name = computer_name()
    return hashlib.sha256(f"ensdesk {opening} {name}".encode()).hexdigest()[:32] if name else ""


def _said_in(path: Path) -> _Said | None:
    """Return what the last opener wrote; None for what was closed, or is cut."""
    with contextlib.suppress(OSError, ValueError, TypeError), path.open("rb") as file:
        opening, openings, computer = json.loads(file.read(_LONGEST))
        return _Said(str(opening), int(openings), str(computer))
    return None


if sys.platform == "win32":  # pragma: no cover - not tried
    import msvcrt

    def _locked(file: int) -> bool:
        os.lseek(file, _LONGEST, os.SEEK_SET)  # what is written before may be read by others
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a place without such locks: EXCLUSIVE of the vault file still holds
        return True
