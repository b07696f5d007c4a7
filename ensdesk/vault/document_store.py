"""The bytes of papers: one age file each (https://age-encryption.org/v1), to a key of its own.

Everything streams: a paper may be larger than the memory. Nothing here knows the database, so that
it runs beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyrage

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.age_reader import AgeReader, DamagedAge
from ensdesk.vault.clear_memory import memory_file
from ensdesk.vault.storage_trouble import (
    PlaceGone,
    ReadOnlyPlace,
    make_directory,
    sync_directory,
    sync_file,
    telling,
    told,
)
from ensdesk.vault.streams import HashingReader, HashingWriter, Progress, Stop, StopAsked

_ENDING = ".age"
_PART = ".part"
_PIECE = 1 << 18


class EmptyPaper(Trouble):
    """Nothing to keep: an empty paper is a slip, or a copy that failed before."""

    words = N_("This paper is empty. It was not added.")
    advice = N_("Choose another paper.")


class PaperUnreadable(Trouble):
    """The paper to add cannot be read to its end."""

    words = N_("This paper could not be read to the end. It was not added.")
    advice = N_("Check that the key is plugged in, then start again.")


class DamagedPaper(Trouble):
    """The bytes kept are not the bytes that were given."""

    words = N_("This paper is damaged.")
    advice = N_("Take it from your last double, or add it again.")


class MissingPaper(DamagedPaper):
    """The bytes are not there at all."""

    words = N_("This paper is no longer in the folder.")


class Stopped(Trouble):
    """The person pressed stop."""

    words = N_("Stopped. Nothing was changed.")
    advice = N_("You can start again when you like.")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the bytes of a paper are, the age identity that opens them, and what proves them."""

    name: str
    identity: str = field(repr=False)
    sha256: bytes
    size: int
    age_sha256: bytes
    age_size: int


class DocumentStore:
    """The directory `documents` of a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(
        self, source: BinaryIO, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> Kept:
        """Write *source* into an age file of its own, and return it once it is safe on the disk.

        *progress* is given the bytes read so far, *stop* says whether to give up. On EmptyPaper,
        PaperUnreadable, Stopped, DiskFull, ReadOnlyPlace and PlaceGone nothing stays.
        """
        kept = self.write(source, progress=progress, stop=stop)
        self.settle((kept,))
        return kept

    def write(
        self, source: BinaryIO, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> Kept:
        """Write *source* as `keep` does, but it is safe only once it is settled.

        Until then it is no paper: one that was begun by a program that ended goes at the opening.
        """
        identity = pyrage.x25519.Identity.generate()
        reader = HashingReader(source, progress, stop)
        self._must_hold_something(reader)
        path = self._path(secrets.token_hex(16))
        try:
            with telling():
                make_directory(path.parent)
            writer = self._write(_part_of(path), reader, identity)
        except BaseException as error:
            self._forget((path,), error)
            raise
        return Kept(
            name=path.stem,
            identity=str(identity),
            sha256=reader.digest(),
            size=reader.size,
            age_sha256=writer.digest(),
            age_size=writer.size,
        )

    def settle(self, written: Sequence[Kept]) -> None:
        """Make papers that were written safe on the disk: several cost little more than one.

        After a trouble of the place none of them stays.
        """
        paths = [self._path(kept.name) for kept in written]
        try:
            with telling():
                for path in paths:
                    sync_file(_part_of(path))
                for path in paths:
                    _part_of(path).rename(path)
                for directory in {path.parent for path in paths}:
                    sync_directory(directory)
        except BaseException as error:
            self._forget(paths, error)
            raise

    def has(self, kept: Kept) -> bool:
        """Say whether the age file is there, whole: it is read and proved."""
        try:
            self.verify(kept)
        except DamagedPaper:
            return False
        return True

    def keep_closed(self, kept: Kept, closed: BinaryIO, *, stop: Stop | None = None) -> bool:
        """Write the age file of another copy under its name; False when it is not what it says.

        Then nothing stays, and on Stopped, DiskFull, ReadOnlyPlace and PlaceGone neither.
        """
        part, reader = _part_of(self._path(kept.name)), HashingReader(closed, stop=stop)
        try:
            with telling():
                make_directory(part.parent)
                with _new_file(part) as out:
                    writer = HashingWriter(out)
                    while piece := reader.read(_PIECE):
                        writer.write(piece)
                    writer.end()
            whole = (writer.size, writer.digest()) == (kept.age_size, kept.age_sha256)
            if whole:
                self.settle((kept,))
        except StopAsked:
            raise Stopped from None
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        return whole

    def open(self, kept: Kept) -> BinaryIO:
        """Return the clear bytes, proved, in memory that never was a file on the disk.

        For papers larger than the memory use `stream` or `decrypt_to`. Raises DamagedPaper.
        """
        memory = memory_file()
        try:
            self.decrypt_to(kept, memory)
            memory.seek(0)
        except BaseException:
            memory.close()
            raise
        return memory

    def stream(self, kept: Kept) -> BinaryIO:
        """Return the clear bytes as they are read, a block at a time in memory; close it after.

        Its last bytes, and only they, prove the whole. Raises DamagedPaper, also while reading.
        """
        source = self._opened(kept)
        try:
            return io.BufferedReader(_ProvedPaper(source, kept), _PIECE)
        except BaseException:
            source.close()
            raise

    def decrypt_to(
        self,
        kept: Kept,
        out: BinaryIO,
        *,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> None:
        """Write the clear bytes to *out*; they are proved only when this returns.

        Each block is authenticated before it is written, so that what comes early is right, but it
        may end too soon: then DamagedPaper. Raises Stopped, and the trouble of *out*.
        """
        with self._opened(kept) as source:
            reader = HashingReader(source, progress, stop)
            writer = HashingWriter(out)
            try:
                pyrage.decrypt_io(reader, writer, [_identity(kept)])
            except Exception:  # noqa: BLE001 - pyrage wraps whatever its streams raise
                raise _cause(DamagedPaper(), reader, writer) from None
            with telling():
                writer.end()
        if (writer.size, writer.digest()) != (kept.size, kept.sha256):
            raise DamagedPaper

    def verify(
        self, kept: Kept, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> None:
        """Prove the age file as it lies there, without its key. Raises DamagedPaper."""
        with self._opened(kept) as source:
            reader = HashingReader(source, progress, stop)
            try:
                reader.drain()
            except Exception as error:  # noqa: BLE001 - the streams know what happened
                raise _cause(error, reader) from None
        if (reader.size, reader.digest()) != (kept.age_size, kept.age_sha256):
            raise DamagedPaper

    def closed(self, kept: Kept) -> BinaryIO:
        """Return the age file as it lies there. Raises MissingPaper, PlaceGone."""
        return self._opened(kept)

    def discard(self, name: str) -> None:
        """Remove the bytes of a paper that no row names any more."""
        with telling():
            path = self._path(name)
            path.unlink(missing_ok=True)
            _part_of(path).unlink(missing_ok=True)
            if path.parent.is_dir():
                sync_directory(path.parent)

    def names(self) -> Iterator[str]:
        """Yield the name of every finished age file."""
        with telling():
            yield from sorted(path.stem for path in self._root.glob(f"??/*{_ENDING}"))

    def sweep_parts(self) -> int:
        """Remove what was left unfinished; only with the folder's lock held. Return how many."""
        swept = 0
        with telling():
            for directory in self._root.glob("??/"):
                with os.scandir(directory) as names:  # at each opening: a path each would cost
                    for part in [one.path for one in names if one.name.endswith(_ENDING + _PART)]:
                        Path(part).unlink(missing_ok=True)
                        swept += 1
        return swept

    def path(self, kept: Kept) -> Path:
        """Return where the age file lies, for doubles that copy it as it is."""
        return self._path(kept.name)

    def _path(self, name: str) -> Path:
        return self._root / name[:2] / f"{name}{_ENDING}"

    def _must_hold_something(self, reader: HashingReader) -> None:
        try:
            empty = reader.at_end()
        except Exception as error:  # noqa: BLE001 - the streams know what happened
            raise _cause(error, reader) from None
        if empty:
            raise EmptyPaper

    def _write(
        self, part: Path, reader: HashingReader, identity: pyrage.x25519.Identity
    ) -> HashingWriter:
        with telling(), _new_file(part) as out:
            writer = HashingWriter(out)
            try:
                pyrage.encrypt_io(reader, writer, [identity.to_public()])
            except Exception as error:  # noqa: BLE001 - the streams know what happened
                raise _cause(error, reader, writer) from None
            writer.end()
        return writer

    def _forget(self, paths: Iterable[Path], error: BaseException) -> None:
        """Leave nothing of papers that could not be written; tell a key that was pulled out."""
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
                _part_of(path).unlink(missing_ok=True)
        if isinstance(error, ReadOnlyPlace) and not self._root.parent.is_dir():
            raise PlaceGone from None  # the system writes no more there

    def _opened(self, kept: Kept) -> BinaryIO:
        try:
            return self._path(kept.name).open("rb", buffering=0)
        except FileNotFoundError:
            raise (MissingPaper if self._root.is_dir() else PlaceGone) from None
        except OSError:
            raise DamagedPaper from None


def _part_of(path: Path) -> Path:
    return path.with_name(path.name + _PART)


class _ProvedPaper(io.RawIOBase):
    """The clear bytes, forward only: each block is authenticated, the end is compared."""

    def __init__(self, source: BinaryIO, kept: Kept) -> None:
        super().__init__()
        self._source, self._kept = source, kept
        with _damaged():
            self._clear = AgeReader(source, kept.identity)
        if self._clear.size != kept.size:
            raise DamagedPaper
        self._digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        with _damaged():
            count = self._clear.readinto(buffer)
        self._digest.update(memoryview(buffer)[:count])
        at_end = self._clear.tell() == self._kept.size
        if at_end and self._digest.digest() != self._kept.sha256:
            raise DamagedPaper
        return count

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()


@contextlib.contextmanager
def _damaged() -> Iterator[None]:
    try:
        with telling():
            yield
    except DamagedAge:
        raise DamagedPaper from None


def _identity(kept: Kept) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(kept.identity)
    except pyrage.IdentityError:
        raise DamagedPaper from None


def _cause(
    error: Exception, reader: HashingReader, writer: HashingWriter | None = None
) -> Exception:
    """Return what really happened in a stream: pyrage tells it only as text."""
    if reader.stopped:
        return Stopped()
    if reader.refusal is not None:
        return reader.refusal
    if writer is not None and writer.failure is not None:
        failure = writer.failure
        return told(failure) if isinstance(failure, OSError) else failure
    if isinstance(reader.failure, Trouble):
        return reader.failure  # the source itself says what is wrong: a copy that is damaged
    return PaperUnreadable() if reader.failure is not None else error


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(file, "wb", buffering=0) as out:
        yield out
