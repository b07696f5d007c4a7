"""The two copies of the header: either one is enough, and a power cut leaves one good."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.header_bytes import (
    SIZE,
    FileNames,
    Header,
    HeaderFull,
    NewerFolder,
    NotAHeader,
    Slot,
    decode,
    encode,
    unframe,
)
from ensdesk.vault.storage_trouble import telling

__all__ = [
    "COPIES",
    "DISK",
    "Disk",
    "FileNames",
    "HalfFolder",
    "Header",
    "HeaderChanged",
    "HeaderClosed",
    "HeaderDamaged",
    "HeaderFull",
    "HeaderMissing",
    "NewerFolder",
    "NotAHeader",
    "NotKept",
    "Slot",
    "decode",
    "encode",
    "read_header",
    "repair_header",
    "write_header",
]

COPIES = ("header.a", "header.b")


class HeaderMissing(Trouble):
    """Nothing here looks like a folder."""

    words = N_("There is no health folder in this place.")
    advice = N_("Choose another place.")


class HalfFolder(HeaderMissing):
    """A database is here and both header copies are gone: no secret can open it."""

    words = N_("A part of this folder is missing: the one that opens it.")
    advice = N_("Keep everything. Bring header.a or header.b back from a double.")


class HeaderDamaged(Trouble):
    """Neither copy is sound, or a sound copy holds a slot that was tampered with."""

    words = N_("The part that opens this folder is damaged.")
    advice = N_("Keep everything. Open a double of this folder.")


class HeaderClosed(Trouble):
    """The system forbids reading the header."""

    words = N_("This computer does not let you read this folder.")
    advice = N_("Ask the person who looks after the computer.")


class HeaderChanged(Trouble):
    """Somebody wrote a newer header since ours was read."""

    words = N_("The keys of this folder were just changed elsewhere.")
    advice = N_("Close your folder, then open it again.")


class NotKept(Trouble):
    """What was read back is not what was written."""

    words = N_("This place did not keep what was written.")
    advice = N_("Choose another place, for example another USB key.")


class Disk:
    """The system calls of a header write, one method each: tests stop between two of them."""

    def write(self, file: int, raw: bytes, at: int) -> int:
        """Write some of *raw* at an offset; return how many bytes went."""
        os.lseek(file, at, os.SEEK_SET)
        return os.write(file, raw)

    def sync(self, file: int) -> None:
        """Wait until the medium holds what was written."""
        os.fsync(file)

    def sync_directory(self, directory: Path) -> None:
        """Wait until the medium holds the new names. Windows has no such call."""
        if os.name == "nt":  # pragma: no cover - not tried
            return
        place = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


DISK = Disk()


@dataclass(frozen=True)
class _Copy:
    name: str
    raw: bytes = b""
    counter: int = -1  # -1: missing, damaged or closed to us
    state: str = "missing"


def read_header(path: Path) -> Header:
    """Return the newest sound copy; `unsound` names the copies to repair.

    Writes nothing. Raises HeaderMissing (HalfFolder when a database is there),
    HeaderDamaged, HeaderClosed, NewerFolder.
    """
    copies = _read_copies(path)
    best = _best(copies)
    if best.counter < 0:
        raise _nothing_sound(path, copies)
    unsound = tuple(copy.name for copy in copies if copy.raw != best.raw)
    return replace(decode(best.raw), unsound=unsound)


def write_header(path: Path, header: Header, disk: Disk = DISK) -> Header:
    """Write both copies in place, the older one first; return the header as written.

    Only for whoever holds the lock of the folder. Raises HeaderChanged when the disk holds a
    newer header than the one *header* was made from, NewerFolder, HeaderFull, NotKept, and
    the troubles of the place (DiskFull, ReadOnlyPlace, PlaceGone).
    """
    copies = _read_copies(path)
    best = _best(copies)
    if best.state == "newer":
        raise NewerFolder
    if best.counter > header.counter:
        raise HeaderChanged
    written = replace(header, counter=header.counter + 1, unsound=())
    raw = encode(written)
    for copy in sorted(copies, key=lambda copy: copy.name == best.name):
        with telling():
            _put(path / copy.name, raw, disk)
    return written


def repair_header(path: Path, disk: Disk = DISK) -> Header:
    """Make every copy equal to the newest sound one; return it.

    Only for whoever holds the lock of the folder.
    """
    header = read_header(path)
    raw = encode(header)
    for name in header.unsound:
        with telling():
            _put(path / name, raw, disk)
    return replace(header, unsound=())


def _put(path: Path, raw: bytes, disk: Disk) -> None:
    """No rename and no new file where one exists: the same on FAT as elsewhere."""
    new = not path.exists()
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    file = os.open(path, flags, 0o600)
    try:
        at = 0
        while at < len(raw):
            at += disk.write(file, raw[at:], at)
        if os.fstat(file).st_size != SIZE:
            os.ftruncate(file, SIZE)
        disk.sync(file)
    finally:
        os.close(file)
    if new:
        disk.sync_directory(path.parent)
    if path.read_bytes() != raw:
        raise NotKept


def _read_copies(path: Path) -> list[_Copy]:
    return [_read_copy(path, name) for name in COPIES]


def _read_copy(path: Path, name: str) -> _Copy:
    try:
        with (path / name).open("rb") as file:
            raw = file.read(SIZE + 1)
        counter, _ = unframe(raw)
        decode(raw)
    except (FileNotFoundError, NotADirectoryError):
        return _Copy(name)
    except PermissionError:
        return _Copy(name, state="closed")
    except (OSError, NotAHeader):
        return _Copy(name, state="damaged")
    except NewerFolder:
        return _Copy(name, raw, counter, "newer")
    return _Copy(name, raw, counter, "sound")


def _best(copies: list[_Copy]) -> _Copy:
    return max(copies, key=lambda copy: copy.counter)


def _nothing_sound(path: Path, copies: list[_Copy]) -> Trouble:
    states = {copy.state for copy in copies}
    if "closed" in states:
        return HeaderClosed()
    if "damaged" in states:
        return HeaderDamaged()
    databases = [*path.glob("main-*.db"), *path.glob("private-*.db")] if path.is_dir() else []
    return HalfFolder() if databases else HeaderMissing()
