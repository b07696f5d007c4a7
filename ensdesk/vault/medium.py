"""Files on a key that may be pulled out: written, made safe, read again from the medium."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path

from ensdesk.vault.document_store import Stopped
from ensdesk.vault.double_layout import Proof

Moved = Callable[[int], object]

_BLOCK = 1 << 20
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Mover:
    """Moves bytes, counts them, and gives up when asked. *moved* gets the bytes of each block."""

    def __init__(self, moved: Moved, stopped: Callable[[], bool]) -> None:
        self._moved, self._stopped = moved, stopped

    def copy(self, source: Path, path: Path) -> None:
        """Copy the bytes of *source*; reading them again proves them. Raises OSError, Stopped."""
        with source.open("rb", buffering=0) as file, contextlib.ExitStack() as stack:
            out = os.open(path, _WRITE, 0o600)
            stack.callback(os.close, out)
            self._pump(file, lambda piece: _write_all(out, piece))

    def read_again(self, path: Path) -> Proof:
        """Return what proves the bytes that the medium gives back. Raises OSError, Stopped."""
        digest = hashlib.sha256()
        with path.open("rb", buffering=0) as file:
            return Proof(self._pump(file, digest.update), digest.hexdigest())

    def _pump(self, file: FileIO, take: Callable[[memoryview], object]) -> int:
        size, buffer = 0, bytearray(_BLOCK)
        view = memoryview(buffer)
        while count := file.readinto(buffer):
            if self._stopped():
                raise Stopped
            take(view[:count])
            size += count
            self._moved(count)
        return size


def proof_of(raw: bytes) -> Proof:
    """Return what proves some bytes."""
    return Proof(len(raw), hashlib.sha256(raw).hexdigest())


def put(path: Path, raw: bytes) -> None:
    """Write a small file whole or not at all, safe on the medium but for its name."""
    part = path.with_name(path.name + ".part")
    file = os.open(part, _WRITE, 0o600)
    try:
        _write_all(file, memoryview(raw))
        os.fsync(file)
    finally:
        os.close(file)
    part.replace(path)


def make_safe(paths: Iterable[Path]) -> None:
    """Wait until these files are on the medium; the next reading then comes from there."""
    for path in paths:
        file = os.open(path, _READ)
        try:
            os.fsync(file)
            # What the system remembers would prove nothing about the medium.
            if hasattr(os, "posix_fadvise"):  # pragma: no branch
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(file)


def _write_all(file: int, piece: memoryview) -> None:
    while piece:
        piece = piece[os.write(file, piece) :]
