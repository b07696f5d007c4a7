"""A ZIP that a stranger made: what lies in it, within bounds, and nothing of it ever unpacked.

Names only name: no path of the ZIP is ever opened or written. The table of contents is read in
pieces of a bounded size, and an entry never gives more bytes than it says and may say.
"""

from __future__ import annotations

import contextlib
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from ensdesk.exchange.zip_rules import Guarded, WickedZip
from ensdesk.language import N_

MOST_ENTRIES = 5000
MOST_IN_ALL = 8 << 30
_MOST_UNFOLDING = 200  # times its packed size
_FREE = 1 << 20  # a small entry may unfold more
_ENCRYPTED, _UTF8 = 1, 0x800
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError,
    zlib.error,
)  # fmt: skip


class CrowdedZip(WickedZip):
    """More entries, or more bytes, than anybody's papers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the ZIP: where, its own name, its size; *why* it is not taken (an English msgid).

    `open` gives a stream that raises OSError where its bytes are not what they should be.
    """

    place: str
    name: str
    size: int
    why: str
    open: Callable[[], BinaryIO]


@contextlib.contextmanager
def entries_in(file: BinaryIO, size: int) -> Iterator[tuple[Entry, ...]]:
    """Give the files of a ZIP of *size* bytes. Raises WickedZip, and CrowdedZip for too many."""
    try:
        archive = zipfile.ZipFile(cast("IO[bytes]", Guarded(file)))
    except WickedZip:
        raise CrowdedZip from None  # its table of contents is longer than a piece may be
    except _BROKEN:
        raise WickedZip from None
    with archive:
        # Not `is_dir`, which falls over an entry without a name.
        infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if len(infos) > MOST_ENTRIES or sum(info.file_size for info in infos) > MOST_IN_ALL:
            raise CrowdedZip
        if sum(info.compress_size for info in infos) > size:
            raise WickedZip  # entries that lie over each other: a bomb
        yield tuple(_entry(archive, info) for info in infos)


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    place = _readable(info)
    name = PurePosixPath(place.replace("\\", "/")).name
    why = _why_not(info, place)
    return Entry(place, name, info.file_size, why, lambda: _stream(archive, info))


def _why_not(info: zipfile.ZipInfo, place: str) -> str:
    """Return why an entry is left; nothing when it may be read."""
    parts = place.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in place or info.orig_filename != info.filename:
        return N_("its name tries to leave the ZIP")
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return N_("it only points to another place")
    if info.flag_bits & _ENCRYPTED:
        return N_("it is closed by a secret")
    if info.compress_type not in _PACKED:
        return N_("it is packed in an unknown way")
    if info.file_size > _FREE + _MOST_UNFOLDING * info.compress_size:
        return N_("it would unfold without measure")
    return ""


def _readable(info: zipfile.ZipInfo) -> str:
    """Return the name as it was written: old programs of France wrote it in code page 850."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    try:
        return io.BufferedReader(_Honest(archive.open(info)), 1 << 18)
    except _BROKEN:
        raise OSError from None


class _Honest(io.RawIOBase):
    """An entry whose every failure is an OSError, like that of any file."""

    def __init__(self, entry: IO[bytes]) -> None:
        super().__init__()
        self._entry = entry

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._entry.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._entry.seek(offset, whence)
        except _BROKEN:
            raise OSError from None

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._entry.read(len(buffer))
        except _BROKEN:
            raise OSError from None
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._entry.close()
        super().close()
