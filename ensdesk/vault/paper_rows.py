"""What a drawer knows of its papers: where each lies, its key, its words, its small images."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ensdesk.record.record import RecordId
from ensdesk.vault.digests import digest_of, storable
from ensdesk.vault.document_store import Kept
from ensdesk.vault.search_index import SearchIndex
from ensdesk.vault.search_words import indexable
from ensdesk.vault.vault_file import Connection, Row

_COLUMNS = """record, name, identity, media_type, original_name, pages, sha256, size,
    age_sha256, age_size"""
_LONGEST_NAME = 255  # a row must not outgrow its page: it has no digest of its own


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper of the folder: its bytes (`kept`) and what was seen of them."""

    record_id: RecordId
    kept: Kept
    media_type: str
    original_name: str
    pages: int


@dataclass(frozen=True, slots=True)
class PaperSaid:
    """A paper with the words and the small images of its pages, as another copy tells it."""

    row: PaperRow
    texts: Mapping[int, str] = field(default_factory=dict, repr=False)
    images: Mapping[int, bytes] = field(default_factory=dict, repr=False)


class PaperRows:
    """The papers of one drawer, without their bytes."""

    def __init__(self, connection: Connection, search: SearchIndex) -> None:
        self._connection = connection
        self._search = search

    def add(
        self,
        record_id: RecordId,
        kept: Kept,
        *,
        media_type: str,
        original_name: str,
        pages: int = 0,
    ) -> None:
        """Note that the bytes *kept* are the paper of this record."""
        self._connection.write(
            f"INSERT INTO document({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            record_id,
            kept.name,
            kept.identity,
            media_type[:_LONGEST_NAME],
            storable(original_name)[:_LONGEST_NAME],
            pages,
            kept.sha256,
            kept.size,
            kept.age_sha256,
            kept.age_size,
        )

    def get(self, record_id: RecordId) -> PaperRow | None:
        """Return what is known of one paper."""
        found = self._connection.row(
            f"SELECT {_COLUMNS} FROM document WHERE record = ?",  # noqa: S608
            record_id,
        )
        return _paper(found) if found else None

    def all(self) -> tuple[PaperRow, ...]:
        """Return every paper of the drawer, retired ones included."""
        return tuple(
            _paper(row)
            for row in self._connection.rows(f"SELECT {_COLUMNS} FROM document ORDER BY record")  # noqa: S608
        )

    def sizes(self) -> dict[RecordId, int]:
        """Return the bytes of every paper of the drawer, retired ones included."""
        return dict(self._connection.rows("SELECT record, size FROM document"))

    def same_bytes(self, sha256: bytes) -> tuple[RecordId, ...]:
        """Return the papers of this drawer that hold the same bytes."""
        return tuple(
            RecordId(row[0])
            for row in self._connection.rows(
                "SELECT record FROM document WHERE sha256 = ? ORDER BY record", sha256
            )
        )

    def set_pages(self, record_id: RecordId, pages: int) -> None:
        """Note how many pages were seen."""
        self._connection.write("UPDATE document SET pages = ? WHERE record = ?", pages, record_id)

    def put_texts(self, record_id: RecordId, texts: Sequence[str]) -> None:
        """Keep the words of each page (the first is page 1) in the place of those before."""
        with self._connection.transaction():
            self.drop_texts(record_id)
            for page, text in enumerate(texts, 1):
                words = indexable(text)
                if not words.strip():
                    continue
                number = self._connection.write(
                    "INSERT INTO page_text(record, page, digest, words) VALUES (?, ?, ?, ?)",
                    record_id,
                    page,
                    digest_of(words),
                    words,
                )
                self._search.put("page_text", number, words)

    def drop_texts(self, record_id: RecordId) -> None:
        """Forget the words of every page of a paper."""
        with self._connection.transaction():
            for number, words in self._connection.rows(
                "SELECT number, words FROM page_text WHERE record = ?", record_id
            ):
                self._search.drop("page_text", number, words)
                self._connection.write("DELETE FROM page_text WHERE number = ?", number)

    def forget(self, record_id: RecordId) -> str | None:
        """Forget a paper, its words and its images; return its file if no other row names it."""
        row = self.get(record_id)
        with self._connection.transaction():
            self.drop_texts(record_id)
            self._connection.write("DELETE FROM thumbnail WHERE record = ?", record_id)
            self._connection.write("DELETE FROM document WHERE record = ?", record_id)
        if row is None:
            return None
        return None if self.names(row.kept.name) else row.kept.name

    def names(self, file: str) -> bool:
        """Say whether a paper of this drawer lies in this file."""
        return bool(self._connection.rows("SELECT 1 FROM document WHERE name = ?", file))

    def text(self, record_id: RecordId, page: int) -> str | None:
        """Return the words of a page; None when there are none, or when they are damaged."""
        found = self._connection.row(
            "SELECT digest, words FROM page_text WHERE record = ? AND page = ?", record_id, page
        )
        return str(found[1]) if found and digest_of(found[1]) == found[0] else None

    def put_thumbnail(self, record_id: RecordId, page: int, png: bytes) -> None:
        """Keep a small image of a page."""
        self._connection.write(
            """INSERT INTO thumbnail(record, page, digest, png) VALUES (?, ?, ?, ?)
            ON CONFLICT(record, page) DO UPDATE SET digest = excluded.digest, png = excluded.png""",
            record_id,
            page,
            hashlib.sha256(png).digest(),
            png,
        )

    def thumbnail(self, record_id: RecordId, page: int = 1) -> bytes | None:
        """Return the small image of a page; None when there is none, or when it is damaged."""
        found = self._connection.row(
            "SELECT digest, png FROM thumbnail WHERE record = ? AND page = ?", record_id, page
        )
        return bytes(found[1]) if found and hashlib.sha256(found[1]).digest() == found[0] else None

    def take(self, paper: PaperSaid) -> None:
        """Keep a paper that another copy, or another record, has."""
        row = paper.row
        self.add(
            row.record_id,
            row.kept,
            media_type=row.media_type,
            original_name=row.original_name,
            pages=row.pages,
        )
        last = max(paper.texts, default=0)
        self.put_texts(row.record_id, [paper.texts.get(page, "") for page in range(1, last + 1)])
        for page, png in paper.images.items():
            self.put_thumbnail(row.record_id, page, png)

    def said(self, record_id: RecordId) -> PaperSaid | None:
        """Return a paper with the words and images of its pages, for another copy; None: none."""
        row = self.get(record_id)
        if row is None:
            return None
        pages = self._connection.rows(
            "SELECT page, words, digest FROM page_text WHERE record = ?", record_id
        )
        images = self._connection.rows(
            "SELECT page, png, digest FROM thumbnail WHERE record = ?", record_id
        )
        return PaperSaid(
            row,
            {page: words for page, words, digest in pages if digest_of(words) == digest},
            {page: png for page, png, digest in images if hashlib.sha256(png).digest() == digest},
        )

    def damaged(self) -> Iterator[RecordId]:
        """Yield the papers whose page words or small images are damaged."""
        for record, digest, words in self._connection.each(
            "SELECT record, digest, words FROM page_text"
        ):
            if digest_of(words) != digest:
                yield RecordId(record)
        for record, digest, png in self._connection.each(
            "SELECT record, digest, png FROM thumbnail"
        ):
            if hashlib.sha256(png).digest() != digest:
                yield RecordId(record)


def _paper(row: Row) -> PaperRow:
    record, name, identity, media, original, pages, sha256, size, age_sha256, age_size = row
    kept = Kept(name, identity, sha256, size, age_sha256, age_size)
    return PaperRow(RecordId(record), kept, media, original, pages)
