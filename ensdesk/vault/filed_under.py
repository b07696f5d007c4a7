"""What live records are found by beside their list: who wrote a paper, which illness it is about.

Derived like the search index and numbered with it (`Record.filed_under`): counted unread, and read
a few lines at a time, the latest first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ensdesk.kinds import KINDS
from ensdesk.record.payload import from_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.digests import storable
from ensdesk.vault.listed import Listed
from ensdesk.vault.vault_file import Connection

TABLE = "record_filed"

_FILED = {kind.slug: kind for kind in KINDS if kind.filed_under is not Record.filed_under}
_MAKE = (
    """CREATE TABLE record_filed_{n}(number INTEGER NOT NULL, kind TEXT NOT NULL,
    field TEXT NOT NULL, said TEXT NOT NULL, happened TEXT NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (number, field, said)) WITHOUT ROWID""",
    """CREATE INDEX record_filed_{n}_by_said
    ON record_filed_{n}(field, said, kind, happened, place)""",
)
_PUT = """INSERT INTO record_filed_{n}(number, kind, field, said, happened, place)
    VALUES (?, ?, ?, ?, ?, ?)"""
_DROP = "DELETE FROM record_filed_{n} WHERE number = ?"
_COUNT = """SELECT said, count(*) FROM record_filed_{n} WHERE field = ? AND kind = ?
    GROUP BY said ORDER BY count(*) DESC, said"""
_KINDS = """SELECT kind, count(*) FROM record_filed_{n} WHERE field = ? AND said = ?
    GROUP BY kind"""
_LISTED = """SELECT happened, place, number FROM record_filed_{n}
    WHERE field = ? AND said = ? AND kind = ?
    ORDER BY happened DESC, place DESC LIMIT ? OFFSET ?"""
_ALL = "SELECT number, kind, field, said, happened, place FROM record_filed_{n}"
_ROWS = """SELECT number, id, kind, coalesce(happened, ''), place, payload FROM record
    WHERE kind = ? AND live"""

_Filed = tuple[int, str, str, str, str, int]
Said = tuple[tuple[str, str], ...]  # the name of a field, and what it says


class FiledUnder:
    """What the records of one drawer are filed under, with the number *n*."""

    def __init__(self, connection: Connection, n: int) -> None:
        self._connection = connection
        self._n = n

    def put(self, number: int, kind: str, said: Said, happened: str | None, place: int) -> None:
        """File a live record under what it says."""
        self._write((number, kind, *one, happened or "", place) for one in said)

    def drop(self, number: int) -> None:
        """Take a record out of all it is filed under."""
        self._connection.write(self._sql(_DROP), number)

    def counts(self, kind: str, field: str) -> dict[str, int]:
        """Return what live records of *kind* say in *field*, and how many say it, most first."""
        return dict(self._connection.rows(self._sql(_COUNT), field, kind))

    def kinds(self, field: str, said: str) -> dict[str, int]:
        """Return how many live records of each kind say this."""
        return dict(self._connection.rows(self._sql(_KINDS), field, said))

    def listed(
        self, kind: str, field: str, said: str, offset: int, count: int
    ) -> tuple[Listed, ...]:
        """Return some rows of a kind that say this, the latest first, without a date last."""
        rows = self._connection.rows(self._sql(_LISTED), field, said, kind, count, offset)
        return tuple(Listed(*row) for row in rows)

    def make(self) -> None:
        """Make the table and fill it from the rows of the current view."""
        for statement in _MAKE:
            self._connection.write(self._sql(statement))
        self._write(self._derived())

    def whole(self) -> bool:
        """Say whether the table holds exactly what the live rows say."""
        return set(self._connection.rows(self._sql(_ALL))) == set(self._derived())

    def _write(self, filed: Iterable[_Filed]) -> None:
        self._connection.write_many(self._sql(_PUT), filed)

    def _derived(self) -> Iterator[_Filed]:
        for slug, kind in _FILED.items():
            for number, record_id, _slug, happened, place, text in self._connection.rows(
                _ROWS, slug
            ):
                for one in _said(kind, record_id, text):
                    yield number, slug, *one, happened, place

    def _sql(self, statement: str) -> str:
        return statement.format(n=f"{self._n:d}")


def filed_under(record: object) -> Said:
    """Return what a record is filed under; nothing for an unknown kind."""
    if not isinstance(record, Record):
        return ()
    return tuple((field, storable(said)) for field, said in record.filed_under())


def _said(kind: type[Record], record_id: RecordId, text: str) -> Said:
    try:
        return filed_under(from_payload(kind, record_id, json.loads(text)))
    except (ValueError, AttributeError):
        return ()  # a damaged row: it is mended, and filed again, when it is read
