"""The lock that keeps a second window or program out of an open folder."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from ensdesk.vault.storage_trouble import FolderInUse, telling

_LETTING_GO = 0.3  # seconds


class FolderLock:
    """Holds one folder for one opener, by a lock of the system that ends with the process.

    It is tied to the open file, not to the process: a second opener of the same program is
    refused too. A file left behind by a crash holds nobody back.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock, at once or not at all. Raises FolderInUse, ReadOnlyPlace, PlaceGone."""
        with telling():
            self._file: int | None = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        # A program that was killed may leave a child that has not let go yet.
        until = time.monotonic() + _LETTING_GO
        while not _locked(self._file):
            if time.monotonic() > until:
                self.release()
                raise FolderInUse
            time.sleep(_LETTING_GO / 10)

    def release(self) -> None:
        """Let go; may be called twice."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


if sys.platform == "win32":  # pragma: no cover - not tried
    import msvcrt

    def _locked(file: int) -> bool:
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
