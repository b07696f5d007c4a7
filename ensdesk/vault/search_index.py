"""Finding a word in records and in the pages of papers.

The index is derived: whatever happens to it, it is made again from the records and the pages. It
lies in tables with a number at their end, because pages that are damaged on the disk cannot be
emptied in place: a new index takes the next number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ensdesk.record.record import RecordId
from ensdesk.vault.digests import digest_of, row_digest
from ensdesk.vault.filed_under import TABLE as FILED
from ensdesk.vault.record_lists import TABLES, RecordLists
from ensdesk.vault.vault_file import Connection, FolderDamaged, IndexDamaged, Row
from ensdesk.vault.word_list import TABLE as WORDS
from ensdesk.vault.word_list import WordList

T = TypeVar("T")

MARK, UNMARK = "\x02", "\x03"

_MOST_WORDS = 12
_CONTENT = {"record_index": "record", "page_index": "page_text"}
_NEEDED = ("page_index", "record_count", FILED, WORDS)  # of an index that has them, all is there
_MAKE = """CREATE VIRTUAL TABLE {index} USING fts5(words, content='{content}',
    content_rowid='number', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"""
_RECORDS = """SELECT r.id, NULL, snippet({index}, 0, char(2), char(3), '…', 16), r.digest,
    r.kind, r.happened, r.headline, r.words, r.payload
    FROM {index} JOIN record r ON r.number = {index}.rowid
    WHERE {index} MATCH ? AND r.live ORDER BY {order} LIMIT ?"""
_PAGES = """SELECT p.record, p.page, snippet({index}, 0, char(2), char(3), '…', 16), p.digest,
    p.words FROM {index} JOIN page_text p ON p.number = {index}.rowid
    JOIN record r ON r.id = p.record
    WHERE {index} MATCH ? AND r.live ORDER BY {order} LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the words were found; `page` is None for the record itself.

    In `excerpt` a found word stands between MARK and UNMARK; it is empty where the text is damaged.
    """

    record_id: RecordId
    page: int | None
    excerpt: str


class SearchIndex:
    """The index of one drawer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._number = 0

    def put(self, table: str, number: int, words: str) -> None:
        """Index the words of one row of `record` or `page_text`."""
        index = self._index(table)
        self._connection.write(f"INSERT INTO {index}(rowid, words) VALUES (?, ?)", number, words)  # noqa: S608 - a name of ours
        self._words().put(words)

    def drop(self, table: str, number: int, words: str) -> None:
        """Forget one row; *words* must be those that were indexed."""
        index = self._index(table)
        self._connection.write(
            f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608
            number,
            words,
        )
        self._words().drop(words)

    def find(self, text: str, limit: int = 50) -> tuple[Match, ...]:
        """Return where all words of *text* are: records first, then pages, the best first.

        The beginning of a word is enough; accents and capitals do not matter.
        """
        query = _query(text)
        if not query:
            return ()
        # One letter is in nearly every row: to weigh them all takes longer than it helps.
        best = any(len(word) > 1 for word in _typed(text))
        try:
            return self._find(query, limit, best=best)
        except FolderDamaged:
            self.rebuild()
            return self._find(query, limit, best=best)

    def near(self, text: str, limit: int = 50) -> tuple[Match, ...]:
        """Return where words are that sound like those of *text*, or that differ by one letter.

        A word that is there as it was typed stays as it is.
        """
        try:
            query = self._near(text)
        except FolderDamaged:
            self.rebuild()
            query = self._near(text)
        return self._find(query, limit) if query else ()

    def lists(self) -> RecordLists:
        """Return the lists that are made again with the index."""
        return RecordLists(self._connection, self._last())

    def listed(self, ask: Callable[[RecordLists], T]) -> T:
        """Return what the lists answer; lists that are damaged are made again first."""
        try:
            return ask(self.lists())
        except FolderDamaged:
            if self._connection.in_transaction:
                raise
        self.rebuild()
        return ask(self.lists())

    def whole(self) -> bool:
        """Say whether the index and the lists hold exactly what the rows hold."""
        try:
            for table in ("record", "page_text"):
                index = self._index(table)
                self._connection.write(
                    f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
                )
            return self.lists().whole() and self._words().whole()
        except FolderDamaged:
            return False

    def rebuild(self) -> None:
        """Make the index again under the next number; the old one goes, if it still can.

        Inside a transaction the old one stays until `forget_old`: to fail there would lose both.
        """
        self._number = 0
        with self._connection.transaction():
            self._make(max(self._all(), default=0) + 1)
        if not self._connection.in_transaction:
            self.forget_old()

    def forget_old(self) -> None:
        """Remove every index but the last one."""
        for number in self._all()[:-1]:
            self._forget(number)

    def _find(self, query: str, limit: int, *, best: bool = True) -> tuple[Match, ...]:
        """Return the matches, the *best* first or the latest written."""

        def rows(asked: str, table: str, most: int) -> list[Row]:
            index = self._index(table)
            order = f"{index}.rank" if best else f"{index}.rowid DESC"
            return self._connection.rows(asked.format(index=index, order=order), query, most)

        records = rows(_RECORDS, "record", limit)
        pages = rows(_PAGES, "page_text", limit - len(records)) if len(records) < limit else []
        return (
            *(_match(row, row_digest(*row[4:])) for row in records),
            *(_match(row, digest_of(row[4])) for row in pages),
        )

    def _words(self) -> WordList:
        return WordList(self._connection, self._last())

    def _near(self, text: str) -> str:
        """Return the query for words that are written another way; nothing if one has no other."""
        known, asked = self._words(), []
        for word in _typed(text):
            as_typed = known.begins(word)
            others = () if as_typed else known.near(word)
            asked.append(_beginning(word) if as_typed else " OR ".join(map(_exactly, others)))
        return " AND ".join(f"({one})" for one in asked) if all(asked) else ""

    def _index(self, table: str) -> str:
        name = "record_index" if table == "record" else "page_index"
        return f"{name}_{self._last():d}"

    def _last(self) -> int:
        """Return the number that counts. Raises IndexDamaged before the tables of this version."""
        if not self._number:
            whole = frozenset.intersection(*map(self._numbers, _NEEDED))
            self._number = max(whole, default=0)
        if not self._number:
            raise IndexDamaged
        return self._number

    def _all(self) -> list[int]:
        """Return the numbers of which anything is left."""
        return sorted(frozenset().union(*map(self._numbers, _NEEDED)))

    def _numbers(self, table: str) -> frozenset[int]:
        names = self._connection.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ?",
            f"{table}_[0-9]*",
        )
        ends = (name.removeprefix(f"{table}_") for (name,) in names)
        return frozenset(int(end) for end in ends if end.isdecimal())

    def _make(self, number: int) -> None:
        for name, content in _CONTENT.items():
            index = f"{name}_{number:d}"
            self._connection.write(_MAKE.format(index=index, content=content))
            for option, value in (("pgsz", 3900), ("secure-delete", 1)):
                self._connection.write(
                    f"INSERT INTO {index}({index}, rank) VALUES (?, ?)",  # noqa: S608
                    option,
                    value,
                )
            self._connection.write(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608
        RecordLists(self._connection, number).make()
        WordList(self._connection, number).make()

    def _forget(self, number: int) -> None:
        try:
            with self._connection.transaction():
                for name in (*_CONTENT, *TABLES, WORDS):
                    self._connection.write(f"DROP TABLE IF EXISTS {name}_{number:d}")
        except FolderDamaged:
            return  # its pages cannot be read; they go when the file is next rewritten


def _query(text: str) -> str:
    """Return the words as FTS5 reads them: quoted, so that no sign of its language gets in."""
    return " AND ".join(f"({_beginning(word)})" for word in _typed(text))


def _typed(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))[:_MOST_WORDS]


def _exactly(word: str) -> str:
    return f'"{word}"'


def _beginning(word: str) -> str:
    return f'"{word}" OR "{word}" *'


def _match(row: Row, digest: bytes) -> Match:
    record_id, page, excerpt, kept, *_ = row
    words = " · ".join(excerpt.split("\n")) if kept == digest else ""
    return Match(RecordId(record_id), page, words)
