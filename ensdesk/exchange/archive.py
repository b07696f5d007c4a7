"""The readable copy: one ZIP that any computer opens, with a list that proves every part.

`LISEZ-MOI.txt`, `resume.pdf`, `dossier.json`, `papiers/…`, `manifeste.json`. Everything streams.
Trouble of the disk or of the key (OSError) goes through to whoever opened the file.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from ensdesk.exchange.copy_trouble import (
    ClosedCopy,
    CopyStopped,
    DamagedCopy,
    NewerCopy,
    NotACopy,
)
from ensdesk.exchange.listing import Listing, Progress, Stop
from ensdesk.exchange.manifest import (
    MANIFEST,
    MOST_MANIFEST_BYTES,
    RECORDS,
    About,
    Manifest,
    Part,
    PartLine,
)
from ensdesk.exchange.proved_part import ProvedPart, telling_damage
from ensdesk.exchange.zip_rules import Guarded, check_entries, entries_of

__all__ = [
    "About", "Archive", "ClosedCopy", "CopyStopped", "DamagedCopy", "Listing", "Manifest",
    "NewerCopy", "NotACopy", "Part", "PartLine", "read_archive", "verify_archive", "write_archive",
]  # fmt: skip

MOST_RECORDS_BYTES = 64 << 20
_CHUNK = 1 << 18
_PACKED = (".txt", ".json", ".xml", ".html", ".csv", ".bmp", ".rtf")
_ZIP_START = b"PK\x03\x04"
_CLOSED = {"cle.age", "copie.age"}


def write_archive(
    out: BinaryIO,
    parts: Iterable[Part],
    about: About,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Manifest:
    """Write a copy of *parts* to *out*, which need not be seekable; return its list.

    *progress* is given the bytes so far. Raises CopyStopped, what a part raises, and OSError of
    *out*; then *out* holds nothing of use.
    """
    listing = Listing(about, progress=progress, stop=stop)
    date = about.made.timetuple()[:6]
    with zipfile.ZipFile(out, "w") as archive:
        for name, source in listing.streams(parts):
            with archive.open(_new_entry(name, date), "w", force_zip64=True) as entry:
                while piece := source.read(_CHUNK):
                    entry.write(piece)
    return listing.manifest


def read_archive(source: Path | BinaryIO) -> Archive:
    """Open a copy to read its parts; close it after, or use it in a `with`.

    The names, sizes and the list are checked now, the bytes of a part when they are read.
    Raises NotACopy, ClosedCopy, NewerCopy or DamagedCopy.
    """
    own = source.open("rb") if isinstance(source, Path) else None
    try:
        return Archive(own or cast("BinaryIO", source), own)
    except BaseException:
        if own is not None:
            own.close()
        raise


def verify_archive(source: Path | BinaryIO, *, progress: Progress | None = None) -> Manifest:
    """Read every part of a copy again, from the disk where the system allows to ask for that.

    *progress* is given the bytes so far. Raises as `read_archive`.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            _forget(file.fileno())
            return verify_archive(file, progress=progress)
    archive, done = read_archive(source), 0
    for line in archive.manifest.parts:
        with archive.open(line.name) as part:
            while piece := part.read(_CHUNK):
                done += len(piece)
                if progress is not None:
                    progress(done)
    return archive.manifest


class Archive:
    """A copy that was opened."""

    def __init__(self, file: BinaryIO, own: BinaryIO | None = None) -> None:
        self._own = own
        with telling_damage():
            file.seek(0)
            if file.read(len(_ZIP_START)) != _ZIP_START:
                raise NotACopy
            self._zip = zipfile.ZipFile(cast("BinaryIO", Guarded(file)))
            self._entries = entries_of(self._zip)
            self.manifest = self._read_manifest()
            self._lines = {line.name: line for line in self.manifest.parts}
            check_entries(tuple(self._entries.values()))
            self._compare()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what was opened here."""
        self._zip.close()
        if self._own is not None:
            self._own.close()

    def open(self, name: str) -> BinaryIO:
        """Return a part as a stream. Its end, and only its end, proves it.

        Raises KeyError for another name, and DamagedCopy, also while reading.
        """
        entry, line = self._entries[name], self._lines[name]
        with telling_damage():
            part = self._zip.open(entry)
        return cast("BinaryIO", io.BufferedReader(ProvedPart(part, line), _CHUNK))

    def records_json(self) -> bytes:
        """Return the records as they were written, proved. Raises DamagedCopy."""
        line = self._lines.get(RECORDS)
        if line is None or line.size > MOST_RECORDS_BYTES:
            raise DamagedCopy
        with self.open(RECORDS) as part:
            return part.read()

    def _read_manifest(self) -> Manifest:
        found = self._entries.get(MANIFEST)
        if found is None:
            raise ClosedCopy if set(self._entries) >= _CLOSED else NotACopy
        if found.file_size > MOST_MANIFEST_BYTES:
            raise DamagedCopy
        with self._zip.open(found) as part:
            return Manifest.of_json(part.read(MOST_MANIFEST_BYTES + 1))

    def _compare(self) -> None:
        """Refuse parts that are missing, added, or of another size than the list says."""
        found = {n: info.file_size for n, info in self._entries.items() if n != MANIFEST}
        if found != {line.name: line.size for line in self.manifest.parts}:
            raise DamagedCopy


def _new_entry(name: str, date: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, cast("tuple[int, int, int, int, int, int]", date))
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_PACKED) else zipfile.ZIP_STORED
    info.create_system, info.external_attr = 3, 0o100600 << 16
    return info


def _forget(opened: int) -> None:
    """Take a file out of the memory of the system, so that its disk is asked again."""
    if sys.platform == "linux":
        os.fsync(opened)  # what is not written yet cannot leave the memory
        os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
