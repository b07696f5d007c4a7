"""The parts of a copy in their order, each measured while it is read, the list of them last."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, cast

from ensdesk.exchange.copy_trouble import CopyStopped
from ensdesk.exchange.manifest import (
    MANIFEST,
    READ_ME,
    About,
    Manifest,
    Part,
    PartLine,
    is_safe_name,
)
from ensdesk.exchange.read_me import read_me

Progress = Callable[[int], object]  # given the bytes so far
Stop = Callable[[], bool]


class Listing:
    """What goes into a copy: the same parts whether it is readable or closed by words.

    *progress* is given the bytes read so far; *stop* says whether to give up.
    """

    def __init__(
        self, about: About, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> None:
        self._about, self._progress, self._stop = about, progress, stop
        self._lines: list[PartLine] = []
        self._done = 0

    def streams(self, parts: Iterable[Part]) -> Iterator[tuple[str, BinaryIO]]:
        """Yield name and bytes: the words to read first, each part, then the manifest.

        Each stream must be read to its end before the next one is asked for. Raises CopyStopped
        while reading, and what a part raises.
        """
        words = read_me(self._about)
        for part in (Part(READ_ME, lambda: io.BytesIO(words)), *parts):
            self._check(part.name)
            with part.open() as source:
                measured = _Measured(source, self._tell)
                yield part.name, cast("BinaryIO", measured)
                self._lines.append(measured.line(part.name))
        yield MANIFEST, io.BytesIO(self.manifest.to_json())

    @property
    def manifest(self) -> Manifest:
        """The list of all parts read so far."""
        return Manifest(self._about, tuple(self._lines))

    def _check(self, name: str) -> None:
        known = {line.name.casefold() for line in self._lines} | {MANIFEST}
        if not is_safe_name(name) or name.casefold() in known:
            raise ValueError("a name that cannot go into a copy")

    def _tell(self, count: int) -> None:
        if self._stop is not None and self._stop():
            raise CopyStopped
        self._done += count
        if self._progress is not None:
            self._progress(self._done)


class _Measured(io.RawIOBase):
    """A stream that counts and digests what is read through it."""

    def __init__(self, source: BinaryIO, tell: Callable[[int], None]) -> None:
        super().__init__()
        self._source, self._tell = source, tell
        self._digest, self._size, self._ended = hashlib.sha256(), 0, False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        piece = self._source.read(size)
        self._digest.update(piece)
        self._size += len(piece)
        self._ended = not piece or size < 0
        self._tell(len(piece))
        return piece

    def line(self, name: str) -> PartLine:
        """Return what proves the part. Raises ValueError when it was not read to its end."""
        if not self._ended:
            raise ValueError("a part was not read to its end")
        return PartLine(name, self._size, self._digest.hexdigest())
