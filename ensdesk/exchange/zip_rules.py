"""What a ZIP may be before a single byte of it is unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from ensdesk.exchange.manifest import MOST_PARTS, is_safe_name

_MOST_AT_ONCE = 4 << 20  # so that a table of contents cannot fill the memory
_LONGEST_END = 1 << 17  # `zipfile` reads "all" only of the end, which is half as long
_MOST_UNFOLDING = 200  # times its packed size
_FREE = 1 << 20  # a small part may unfold more
_MOST_IN_ALL = 1 << 40
_ENCRYPTED = 1


class WickedZip(ValueError):
    """Not a ZIP as ensdesk writes them."""


class Guarded:
    """A file that refuses to be read in huge pieces, for `zipfile` to work on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if size > _MOST_AT_ONCE:
            raise WickedZip
        return self._file.read(size if size >= 0 else _LONGEST_END)

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 0 and offset < 0:
            raise WickedZip
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        """Leave the file open: whoever opened it closes it."""


def entries_of(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by name. Raises WickedZip when there are too many or one comes twice."""
    infos = archive.infolist()
    named = {info.filename: info for info in infos}
    if len(infos) > MOST_PARTS + 1 or len({name.casefold() for name in named}) != len(infos):
        raise WickedZip
    return named


def check_entries(infos: Sequence[zipfile.ZipInfo]) -> None:
    """Raise WickedZip for an entry that ensdesk would not have written."""
    if sum(info.file_size for info in infos) > _MOST_IN_ALL:
        raise WickedZip
    for info in infos:
        if not _is_honest(info):
            raise WickedZip


def _is_honest(info: zipfile.ZipInfo) -> bool:
    mode = info.external_attr >> 16
    return (
        is_safe_name(info.filename)
        and info.orig_filename == info.filename
        and not info.flag_bits & _ENCRYPTED
        and stat.S_IFMT(mode) in (0, stat.S_IFREG)
        and _unfolds_honestly(info)
    )


def _unfolds_honestly(info: zipfile.ZipInfo) -> bool:
    match info.compress_type:
        case zipfile.ZIP_STORED:
            return info.compress_size == info.file_size
        case zipfile.ZIP_DEFLATED:
            return info.file_size <= _FREE + _MOST_UNFOLDING * info.compress_size
        case _:
            return False
