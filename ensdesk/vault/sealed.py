"""A copy closed by words: a plain ZIP that ensdesk opens, and the public tool `age` as well."""

import contextlib
import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.vault.age_reader import AgeReader, DamagedAge
from ensdesk.vault.folding import fold
from ensdesk.vault.header import DISK
from ensdesk.vault.passphrase_child import Refused, in_child
from ensdesk.vault.secrets import WrongSecret
from ensdesk.vault.storage_trouble import telling
from ensdesk.vault.stored_zip import (
    BROKEN,
    DamagedZip,
    Progress,
    Pulled,
    new_entry,
    stored_part,
    stored_zip,
    zip_stream,
)
from ensdesk.vault.streams import HashingWriter

README, KEY, COPY = "LISEZ-MOI.txt", "cle.age", "copie.age"
EXPLANATION = (
    N_("This copy is closed by words. Nobody opens it without them."),
    N_("With ensdesk: press “Take back a copy”, choose this copy, write the words."),
    N_("Without ensdesk, the public program “age” opens it. Type:"),
    "age -d -i cle.age copie.age > copie.zip",
    N_("It asks for the words: small letters, no accents, one space between two words."),
)

_ZIP_START = b"PK\x03\x04"
_LONGEST_KEY = 64 * 1024
_BLOCK = 1 << 20
_DEAREST_SCRYPT = 22  # 2^22 KiB = 4 GiB: no honest copy asks for more
_SCRYPT = re.compile(rb"\n-> scrypt [^ \n]+ (\d{1,3})\n")


class NotASealedCopy(Trouble):
    """Some other file."""

    words = N_("This is not a copy closed by words.")
    advice = N_("Choose another copy.")


class DamagedSealedCopy(Trouble):
    """Not whole, or changed on the way."""

    words = N_("This copy is damaged or incomplete.")
    advice = N_("Ask for this copy again.")


class WrongCopyWords(WrongSecret):
    """The copy is sound and these are other words."""

    words = N_("These words do not open this copy.")
    advice = N_("Read the words that came with the copy again.")


@dataclass(frozen=True)
class Digest:
    """What proves a finished copy: SHA-256 in hexadecimal digits, and size in bytes."""

    sha256: str
    size: int


def seal(
    out: Path,
    parts: Iterable[tuple[str, BinaryIO]],
    passphrase: str,
    progress: Progress | None = None,
) -> Digest:
    """Write the named *parts* into a copy closed by *passphrase*; return its digest.

    Everything streams, and the finished copy is read again and proved. *progress* is given the
    clear bytes so far and may raise to stop. On any trouble nothing stays at *out*. Raises what
    a part raises, DiskFull, ReadOnlyPlace, PlaceGone, NotEnoughMemory, CutShort.
    """
    identity = pyrage.x25519.Identity.generate()
    key = in_child("close-with-words", _typed(passphrase) + f"{identity}\n".encode())
    part = out.with_name(out.name + ".part")
    try:
        with telling(), part.open("w+b") as file:
            _write(file, key, Pulled(zip_stream(parts, progress)), identity)
            file.flush()
            DISK.sync(file.fileno())
            _prove(_reader(file, str(identity)))
            digest = _digest(file)
        with telling():
            part.replace(out)
            DISK.sync_directory(out.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return digest


def is_sealed(path: Path) -> bool:
    """Tell whether *path* looks like a copy closed by words, without opening it."""
    try:
        with path.open("rb") as file, stored_zip(file) as (_archive, entries):
            return {KEY, COPY} <= set(entries)
    except (OSError, DamagedZip):
        return False


@contextlib.contextmanager
def open_sealed(path: Path, passphrase: str) -> Iterator[BinaryIO]:
    """Give the ZIP inside a sealed copy, in clear, as a file that can be read at any place.

    The whole copy is proved first. Raises NotASealedCopy, DamagedSealedCopy, WrongCopyWords,
    PlaceGone, NotEnoughMemory, CutShort.
    """
    with telling(), path.open("rb") as file:
        reader = _reader(file, _identity(file, passphrase))
        _prove(reader)
        yield cast("BinaryIO", io.BufferedReader(reader, _BLOCK))


def unseal(path: Path, passphrase: str, into: Callable[[str, BinaryIO], object]) -> None:
    """Give each part of a sealed copy to *into*, by its name, as a stream to read.

    Nothing is given before the whole copy is proved. Raises as `open_sealed`, and what *into*
    raises.
    """
    with open_sealed(path, passphrase) as inside:
        try:
            with stored_zip(inside) as (archive, entries):
                for name, info in entries.items():
                    with archive.open(info) as part:
                        into(name, cast("BinaryIO", part))
        except (DamagedZip, zipfile.BadZipFile):
            raise DamagedSealedCopy from None


def _typed(passphrase: str) -> bytes:
    """Return the words as they must be typed into `age`, and a line end for the child."""
    folded = fold(passphrase)
    if not folded:
        raise ValueError("no words")
    return folded.encode() + b"\n"


def _write(file: BinaryIO, key: bytes, inside: Pulled, identity: pyrage.x25519.Identity) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(new_entry(README), "\r\n\r\n".join(map(_, EXPLANATION)) + "\r\n")
        archive.writestr(new_entry(KEY), key)
        with archive.open(new_entry(COPY), "w", force_zip64=True) as copy:
            writer = HashingWriter(cast("BinaryIO", copy))
            try:
                pyrage.encrypt_io(inside, writer, [identity.to_public()])
            except pyrage.EncryptError as failure:
                raise (inside.failure or writer.failure or failure) from None
            writer.end()


def _identity(file: BinaryIO, passphrase: str) -> str:
    """Return what `cle.age` gives for these words."""
    closed = _key_part(file)
    try:
        return in_child("open-with-words", _typed(passphrase) + closed).decode("ascii").strip()
    except Refused:
        raise WrongCopyWords from None
    except UnicodeDecodeError:
        raise DamagedSealedCopy from None


def _key_part(file: BinaryIO) -> bytes:
    """Its CRC is what tells damage from other words. A dear scrypt would hold us for hours."""
    with _outer(file) as (archive, entries):
        try:
            closed = archive.read(entries[KEY]) if entries[KEY].file_size <= _LONGEST_KEY else b""
        except BROKEN:
            raise DamagedSealedCopy from None
    cost = _SCRYPT.search(closed)
    if cost is None or int(cost[1]) > _DEAREST_SCRYPT:
        raise DamagedSealedCopy
    return closed


def _reader(file: BinaryIO, identity: str) -> AgeReader:
    with _outer(file) as (_archive, entries):
        part = stored_part(file, entries[COPY])
        try:
            return AgeReader(cast("BinaryIO", io.BufferedReader(part, _BLOCK)), identity)
        except DamagedAge:
            raise DamagedSealedCopy from None


@contextlib.contextmanager
def _outer(file: BinaryIO) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]]:
    file.seek(0)
    starts_well = file.read(len(_ZIP_START)) == _ZIP_START
    try:
        with stored_zip(file) as (archive, entries):
            if not {KEY, COPY} <= set(entries):
                raise NotASealedCopy
            yield archive, entries
    except DamagedZip:
        raise (DamagedSealedCopy if starts_well else NotASealedCopy) from None


def _prove(reader: AgeReader) -> None:
    try:
        for _proved in reader.prove():
            pass
    except DamagedAge:
        raise DamagedSealedCopy from None


def _digest(file: BinaryIO) -> Digest:
    file.seek(0)
    found, size = hashlib.sha256(), 0
    while piece := file.read(_BLOCK):
        found.update(piece)
        size += len(piece)
    return Digest(found.hexdigest(), size)
