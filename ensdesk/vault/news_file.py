"""News as one sealed file: to the folder's exchange identity, signed by the holder.

Everything streams but the rows, and the whole is proved before any of it is used.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.age_reader import AgeReader, DamagedAge
from ensdesk.vault.bech32 import age_identity
from ensdesk.vault.bundle import Bundle
from ensdesk.vault.canonical import JSON, canonical, from_canonical
from ensdesk.vault.document_store import DocumentStore, Kept, MissingPaper, Stopped
from ensdesk.vault.drawer import MAIN, PRIVATE
from ensdesk.vault.header import DISK, NewerFolder, NotAHeader, decode, encode
from ensdesk.vault.meetings import Mark
from ensdesk.vault.merge import Said
from ensdesk.vault.news import DrawerNews, News
from ensdesk.vault.news_rows import (
    beside_line,
    beside_of,
    journal_line,
    journal_row_of,
    paper_line,
    paper_of,
    person_line,
    person_of,
    read_lines,
    revision_line,
    revision_of,
)
from ensdesk.vault.storage_trouble import telling
from ensdesk.vault.stored_zip import DamagedZip, Pulled, stored_zip, zip_stream
from ensdesk.vault.streams import HashingReader, HashingWriter, Progress, Stop, StopAsked

T = TypeVar("T")

FORMAT = 1
HEADER, NEWS, SIGNATURE = "header", "news", "signature"

_DOMAIN = b"ensdesk/1/news\0"
_BLOCK = 1 << 20
_AGE = b"age-encryption.org/v1\n"


class NotNews(Trouble):
    """Some other file."""

    words = N_("This does not come from your other computer.")
    advice = N_("Choose what the other computer put on the key.")


class ForeignNews(Trouble):
    """Sealed to another folder, signed by somebody else, or damaged at its head."""

    words = N_("This is not for this folder, or it is damaged.")
    advice = N_("On the other computer, put what is new on the key again.")


class DamagedNews(Trouble):
    """For this folder, but not whole."""

    words = N_("What the other computer put on the key is damaged or incomplete.")
    advice = N_("On the other computer, put what is new on the key again.")


class NewerNews(NewerFolder):
    """Written by a program that this one cannot follow."""

    words = N_("A newer ensdesk put this on the key.")
    advice = N_("Install the newer ensdesk here too.")


def write_news(
    out: Path,
    news: News,
    keys: Bundle,
    documents: DocumentStore,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> int:
    """Write *news* at *out*, read it again, and return its size. On any trouble nothing stays.

    Raises Stopped, DiskFull, ReadOnlyPlace, PlaceGone, DamagedPaper.
    """
    identity = pyrage.x25519.Identity.from_str(age_identity(keys.exchange or b""))
    part = out.with_name(out.name + ".part")
    parts = Pulled(zip_stream(_parts(news, keys.sign or b"", documents, stop), progress))
    try:
        with telling(), part.open("w+b") as file:
            writer = HashingWriter(file)
            try:
                pyrage.encrypt_io(parts, writer, [identity.to_public()])
            except pyrage.EncryptError as failure:
                cause = parts.failure or writer.failure or failure
                raise (Stopped() if isinstance(cause, StopAsked) else cause) from None
            writer.end()
            file.flush()
            DISK.sync(file.fileno())
            with _opened(file, keys):
                pass
        with telling():
            part.replace(out)
            DISK.sync_directory(out.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return writer.size


@contextlib.contextmanager
def open_news(
    path: Path, keys: Bundle, *, stop: Stop | None = None
) -> Iterator[tuple[News, Papers]]:
    """Give the news in a file and the bytes of its papers, all proved.

    Raises NotNews, ForeignNews, DamagedNews, NewerNews, Stopped and the troubles of the place.
    """
    try:
        with telling(), path.open("rb") as file, _opened(file, keys, stop) as (said, inside):
            yield _news(said, inside), Papers(inside)
    except StopAsked:
        raise Stopped from None


class Papers:
    """The closed bytes of papers in news that were proved."""

    def __init__(self, inside: _Inside) -> None:
        self._inside = inside

    def open(self, kept: Kept) -> BinaryIO | None:
        """Return the age file of a paper; None when the other computer has lost it."""
        return self._inside.open(_paper(kept))


class _Inside:
    """The ZIP in the age file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = tuple(archive.namelist())

    def open(self, name: str) -> BinaryIO | None:
        if name not in self.names:
            return None
        return cast("BinaryIO", self._archive.open(name))

    def read(self, name: str) -> bytes:
        """Return a whole entry. Raises DamagedNews when there is none."""
        part = self.open(name)
        if part is None:
            raise DamagedNews
        with part:
            return part.read()


def _parts(
    news: News, signing_key: bytes, documents: DocumentStore, stop: Stop | None
) -> Iterator[tuple[str, BinaryIO]]:
    """Yield every entry; the last ones vouch for those before."""
    listed: list[list[object]] = []
    for name, source in _entries(news, documents):
        with source:
            reader = HashingReader(source, stop=stop)
            yield name, cast("BinaryIO", reader)
            listed.append([name, reader.size, reader.digest().hex()])
    said = canonical({**_about(news), "parts": listed})
    signature = Ed25519PrivateKey.from_private_bytes(signing_key).sign(_DOMAIN + said)
    yield NEWS, io.BytesIO(said)
    yield SIGNATURE, io.BytesIO(signature)


def _entries(news: News, documents: DocumentStore) -> Iterator[tuple[str, BinaryIO]]:
    yield HEADER, io.BytesIO(encode(news.header))
    for name, drawer in news.drawers.items():
        said = drawer.said
        for rows, lines in (
            ("revisions", map(revision_line, said.revisions)),
            ("lines", map(journal_line, said.lines)),
            ("papers", map(paper_line, said.papers)),
            ("people", map(person_line, said.people)),
            ("beside", map(beside_line, said.beside)),
        ):
            yield f"{name}/{rows}", io.BytesIO(b"".join(line + b"\n" for line in lines))
    for paper in news.papers():
        with contextlib.suppress(MissingPaper):
            yield _paper(paper.row.kept), documents.closed(paper.row.kept)


def _paper(kept: Kept) -> str:
    return f"papers/{kept.name}.age"


def _about(news: News) -> JSON:
    return {
        "format": FORMAT,
        "folder": news.header.folder_id,
        "slot": news.slot,
        "drawers": {
            name: {
                "from": drawer.whence,
                "top": list(drawer.top),
                "for": list(drawer.enough_for),
                "seen": {other: list(mark) for other, mark in drawer.seen.items()},
            }
            for name, drawer in news.drawers.items()
        },
    }


@contextlib.contextmanager
def _opened(
    file: BinaryIO, keys: Bundle, stop: Stop | None = None
) -> Iterator[tuple[JSON, _Inside]]:
    """Give what the signature covers and the entries, once all of it is proved."""
    file.seek(0)
    if file.read(len(_AGE)) != _AGE:
        raise NotNews
    try:
        clear = AgeReader(file, age_identity(keys.exchange or b""))
    except DamagedAge:
        raise ForeignNews from None
    try:
        with stored_zip(cast("BinaryIO", io.BufferedReader(clear, _BLOCK))) as (archive, _entries):
            inside = _Inside(archive)
            said = _signed(inside, keys.verify)
            _must_be_whole(inside, said, stop)
            yield said, inside
    except (DamagedZip, DamagedAge, zipfile.BadZipFile):
        raise DamagedNews from None


def _signed(inside: _Inside, verify: bytes) -> JSON:
    raw = inside.read(NEWS)
    try:
        key = Ed25519PublicKey.from_public_bytes(verify)
        key.verify(inside.read(SIGNATURE), _DOMAIN + raw)
    except InvalidSignature:
        raise ForeignNews from None
    said = from_canonical(raw)
    if not isinstance(said, dict) or not isinstance(said.get("format"), int):
        raise DamagedNews
    if said["format"] > FORMAT:
        raise NewerNews
    return said


def _must_be_whole(inside: _Inside, said: JSON, stop: Stop | None) -> None:
    """Compare every entry with what was signed."""
    found = []
    for name in inside.names:
        if name not in {NEWS, SIGNATURE}:
            with cast("BinaryIO", inside.open(name)) as part:
                reader = HashingReader(part, stop=stop)
                reader.drain()
            found.append([name, reader.size, reader.digest().hex()])
    if found != said["parts"]:
        raise DamagedNews


def _news(said: JSON, inside: _Inside) -> News:
    try:
        header = decode(inside.read(HEADER))
        drawers = {name: _drawer(name, said["drawers"][name], inside) for name in (MAIN, PRIVATE)}
        if header.folder_id != said["folder"]:
            raise DamagedNews
        return News(header, str(said["slot"]), drawers)
    except (KeyError, TypeError, ValueError, NotAHeader):
        raise DamagedNews from None


def _drawer(name: str, about: JSON, inside: _Inside) -> DrawerNews:
    def rows(what: str, read: Callable[[list[object]], T]) -> tuple[T, ...]:
        return read_lines(inside.read(f"{name}/{what}"), read)

    return DrawerNews(
        whence=str(about["from"]),
        top=_mark(about["top"]),
        enough_for=tuple(map(str, about["for"])),
        seen={other: _mark(mark) for other, mark in about["seen"].items()},
        said=Said(
            revisions=rows("revisions", revision_of),
            lines=rows("lines", journal_row_of),
            papers=rows("papers", paper_of),
            people=rows("people", person_of),
            beside=rows("beside", beside_of),
        ),
    )


def _mark(said: object) -> Mark:
    match said:
        case [int(revision), int(line)] if revision >= 0 and line >= 0:
            return Mark(revision, line)
    raise ValueError("not a mark")
