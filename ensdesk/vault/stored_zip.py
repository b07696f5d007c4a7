"""Plain ZIP files without compression: written as a stream, read at any place."""

import contextlib
import io
import os
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

_BLOCK = 1 << 20
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # a ZIP must say one; when a paper was touched concerns nobody
_OWNER_ONLY = 0o100600 << 16
_LOCAL_HEAD = 30
Progress = Callable[[int], object]


BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, struct.error)
"""What zipfile raises on bytes that are no ZIP, or no more."""


class DamagedZip(Exception):
    """Not a ZIP as we write them."""


class Outpour:
    """What a ZIP in the making has written and nobody has read yet."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, piece: bytes) -> int:
        self._waiting += piece
        return len(piece)

    def flush(self) -> None:
        """Asked for by zipfile; what waits is taken by `take`."""

    def take(self) -> bytes:
        """Return what waits, once."""
        taken, self._waiting = bytes(self._waiting), bytearray()
        return taken


class Pulled:
    """A stream over pieces that are made when they are read.

    Libraries tell a failure only as text: *failure* holds the one that a piece raised.
    """

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.failure: BaseException | None = None
        self._pieces = pieces
        self._piece = memoryview(b"")

    def read(self, count: int) -> bytes:
        """Return at most *count* bytes; nothing at the end."""
        while not self._piece:
            try:
                self._piece = memoryview(next(self._pieces))
            except StopIteration:
                return b""
            except BaseException as failure:
                self.failure = failure
                raise
        taken, self._piece = bytes(self._piece[:count]), self._piece[count:]
        return taken


class Window(io.RawIOBase):
    """A part of a file, as a file of its own."""

    def __init__(self, source: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._source, self._start, self._size, self._at = source, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move inside the part."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill *buffer* with what lies there, never beyond the part."""
        wanted = min(len(buffer), max(0, self._size - self._at))
        self._source.seek(self._start + self._at)
        piece = self._source.read(wanted)
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def new_entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that says nothing but its name."""
    info = zipfile.ZipInfo(name, _NO_DATE)
    info.create_system, info.external_attr = 3, _OWNER_ONLY
    return info


def zip_stream(
    parts: Iterable[tuple[str, BinaryIO]], progress: Progress | None = None
) -> Iterator[bytes]:
    """Yield a ZIP of *parts* piece by piece; *progress* is given the clear bytes so far."""
    outpour, done = Outpour(), 0
    with zipfile.ZipFile(outpour, "w") as archive:  # type: ignore[call-overload]
        for name, source in parts:
            with archive.open(new_entry(name), "w", force_zip64=True) as entry:
                while piece := source.read(_BLOCK):
                    entry.write(piece)
                    done += len(piece)
                    if progress is not None:
                        progress(done)
                    yield outpour.take()
    yield outpour.take()


@contextlib.contextmanager
def stored_zip(file: BinaryIO) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]]:
    """Open a ZIP and give its entries by name.

    Raises DamagedZip for what is no ZIP, and for an entry that is named twice or packed.
    """
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN:
        raise DamagedZip from None
    with archive:
        infos = archive.infolist()
        entries = {info.filename: info for info in infos}
        if len(entries) != len(infos) or any(i.compress_type or i.flag_bits & 1 for i in infos):
            raise DamagedZip
        yield archive, entries


def stored_part(file: BinaryIO, info: zipfile.ZipInfo) -> Window:
    """Return the bytes of an entry at any place, without reading what lies before."""
    file.seek(info.header_offset)
    head = file.read(_LOCAL_HEAD)
    if len(head) != _LOCAL_HEAD:
        raise DamagedZip
    name_length, extra_length = struct.unpack("<HH", head[26:])
    start = info.header_offset + _LOCAL_HEAD + name_length + extra_length
    return Window(file, start, info.file_size)
