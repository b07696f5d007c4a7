"""Streams that count and hash what goes through them, in blocks of one mebibyte."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import BinaryIO

Progress = Callable[[int], object]
Stop = Callable[[], bool]

_BLOCK = 1 << 20


class StopAsked(Exception):
    """The person pressed stop; told to the library that reads, which then gives up."""


class HashingReader:
    """Reads a source once; remembers why it could not, because libraries pass on only text."""

    def __init__(
        self, source: BinaryIO, progress: Progress | None = None, stop: Stop | None = None
    ) -> None:
        self.size = 0
        self.stopped = False
        self.failure: Exception | None = None  # of the source
        self.refusal: Exception | None = None  # of whoever is told the progress
        self._source = source
        self._progress = progress
        self._stop = stop
        self._hash = hashlib.sha256()
        self._block = memoryview(b"")
        self._at = 0

    def read(self, count: int = -1) -> bytes:
        """Return at most *count* bytes; nothing at the end."""
        if self._at >= len(self._block):
            self._fill()
        end = len(self._block) if count < 0 else self._at + count
        piece = bytes(self._block[self._at : end])
        self._at += len(piece)
        return piece

    def at_end(self) -> bool:
        """Say whether nothing is left to read."""
        if self._at >= len(self._block):
            self._fill()
        return not self._block

    def drain(self) -> None:
        """Read to the end, for the digest alone."""
        self._at = len(self._block)
        while not self.at_end():
            self._at = len(self._block)

    def digest(self) -> bytes:
        return self._hash.digest()

    def _fill(self) -> None:
        self._ask()
        try:
            block = self._source.read(_BLOCK)
        except Exception as failure:
            self.failure = failure
            raise
        self._hash.update(block)
        self.size += len(block)
        self._block, self._at = memoryview(block), 0
        if block:
            self._tell()

    def _ask(self) -> None:
        try:
            self.stopped = self._stop is not None and self._stop()
        except Exception as refusal:
            self.refusal = refusal
            raise
        if self.stopped:
            raise StopAsked

    def _tell(self) -> None:
        try:
            if self._progress is not None:
                self._progress(self.size)
        except Exception as refusal:
            self.refusal = refusal
            raise


class HashingWriter:
    """Writes to a sink in large blocks; call `end` after the last byte."""

    def __init__(self, sink: BinaryIO) -> None:
        self.size = 0
        self.failure: Exception | None = None
        self._sink = sink
        self._hash = hashlib.sha256()
        self._waiting = bytearray()

    def write(self, piece: bytes) -> int:
        self._waiting += piece
        if len(self._waiting) >= _BLOCK:
            self._pour()
        return len(piece)

    def flush(self) -> None:
        """Asked for by libraries; the bytes go out with `end`."""

    def end(self) -> None:
        """Write what is left. Raises OSError."""
        self._pour()

    def digest(self) -> bytes:
        return self._hash.digest()

    def _pour(self) -> None:
        self._hash.update(self._waiting)
        left = memoryview(self._waiting)
        try:
            while left:
                written = self._sink.write(left)
                left = left[len(left) if written is None else written :]
        except Exception as failure:
            self.failure = failure
            raise
        finally:
            del left
        self.size += len(self._waiting)
        self._waiting = bytearray()
