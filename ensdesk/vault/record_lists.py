"""Where each live record stands in the list of its kind, and how many there are.

Derived like the search index and numbered with it: a long list is counted without being read, and
read a few lines at a time, the latest first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ensdesk.kinds import BY_SLUG
from ensdesk.record.payload import from_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.filed_under import TABLE as FILED
from ensdesk.vault.filed_under import FiledUnder
from ensdesk.vault.listed import Listed
from ensdesk.vault.vault_file import Connection

TABLES = ("record_list", "record_count", FILED)

_MAKE = (
    """CREATE TABLE record_list_{n}(number INTEGER PRIMARY KEY, kind TEXT NOT NULL,
    part TEXT NOT NULL, happened TEXT NOT NULL, place INTEGER NOT NULL)""",
    "CREATE INDEX record_list_{n}_of_kind ON record_list_{n}(kind, happened, place)",
    "CREATE INDEX record_list_{n}_of_part ON record_list_{n}(kind, part, happened, place)",
    """CREATE TABLE record_count_{n}(kind TEXT NOT NULL, part TEXT NOT NULL,
    records INTEGER NOT NULL, PRIMARY KEY (kind, part)) WITHOUT ROWID""",
)
_COUNT = """INSERT INTO record_count_{n}(kind, part, records)
    SELECT kind, part, count(*) FROM record_list_{n} GROUP BY kind, part"""
_PUT = "INSERT INTO record_list_{n}(number, kind, part, happened, place) VALUES (?, ?, ?, ?, ?)"
_MORE = """INSERT INTO record_count_{n}(kind, part, records) VALUES (?, ?, 1)
    ON CONFLICT(kind, part) DO UPDATE SET records = records + 1"""
_LESS = "UPDATE record_count_{n} SET records = records - 1 WHERE kind = ? AND part = ?"
_OF_KIND = """SELECT happened, place, number FROM record_list_{n} WHERE kind = ?
    ORDER BY happened DESC, place DESC LIMIT ? OFFSET ?"""
_OF_PART = """SELECT happened, place, number FROM record_list_{n} WHERE kind = ? AND part = ?
    ORDER BY happened DESC, place DESC LIMIT ? OFFSET ?"""
_BETWEEN = """SELECT happened, place, number FROM record_list_{n}
    WHERE kind IN (?s) AND happened >= ? AND happened < ?
    ORDER BY happened DESC, place DESC LIMIT ? OFFSET ?"""
_SINCE = """SELECT number, happened, place FROM record_list_{n}
    WHERE kind = ? AND part = ? AND happened >= ? AND (happened, place) < (?, ?)
    ORDER BY happened DESC, place DESC LIMIT ?"""
_YEARS = """SELECT substr(happened, 1, 4) AS year, count(*) FROM record_list_{n}
    WHERE kind IN (?s) AND happened != '' AND happened < ? GROUP BY year ORDER BY year DESC"""
_ROWS = "SELECT number, kind, coalesce(happened, ''), place FROM record WHERE live"
_LISTED = "SELECT number, kind, happened, place FROM record_list_{n}"
_COUNTED = "SELECT kind, part, records FROM record_count_{n} WHERE records"
_RECOUNTED = "SELECT kind, part, count(*) FROM record_list_{n} GROUP BY kind, part"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reader of a long list has come to: the next rows are those after it."""

    happened: str = "\U0010ffff"  # sorts after every date
    place: int = 0


def part_of(record: object) -> str:
    """Return the part of its long list in which a record stands; "" for an unknown kind."""
    return record.part() if isinstance(record, Record) else ""


class RecordLists:
    """The lists of one drawer, under the number *n*."""

    def __init__(self, connection: Connection, n: int) -> None:
        self._connection = connection
        self._n = n
        self.filed = FiledUnder(connection, n)

    def put(self, number: int, kind: str, part: str, happened: str | None, place: int) -> None:
        """Add a live record to the list of its kind."""
        self._connection.write(self._sql(_PUT), number, kind, part, happened or "", place)
        self._connection.write(self._sql(_MORE), kind, part)

    def drop(self, number: int) -> None:
        """Take a record out of its list, if it is in one, and out of all it is filed under."""
        self.filed.drop(number)
        row = self._connection.row(
            self._sql("SELECT kind, part FROM record_list_{n} WHERE number = ?"), number
        )
        if row is not None:
            self._connection.write(
                self._sql("DELETE FROM record_list_{n} WHERE number = ?"), number
            )
            self._connection.write(self._sql(_LESS), *row)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many live records each part of each kind has."""
        found: dict[str, dict[str, int]] = {}
        for kind, part, records in self._connection.rows(self._sql(_COUNTED)):
            found.setdefault(kind, {})[part] = records
        return found

    def some(self, kind: str, part: str | None, offset: int, count: int) -> tuple[Listed, ...]:
        """Return some rows of a list, the latest first; those without a date end it.

        A *count* of -1 returns all that follow.
        """
        asked, wanted = (_OF_KIND, (kind,)) if part is None else (_OF_PART, (kind, part))
        rows = self._connection.rows(self._sql(asked), *wanted, count, offset)
        return tuple(Listed(*row) for row in rows)

    def since(
        self, kind: str, part: str, since: str, spot: Spot, count: int
    ) -> tuple[tuple[int, ...], Spot]:
        """Return the next rows of a part that are not before *since*, the latest first.

        Going on from a spot costs the same anywhere in the list.
        """
        asked = self._sql(_SINCE)
        rows = self._connection.rows(asked, kind, part, since, spot.happened, spot.place, count)
        return tuple(row[0] for row in rows), Spot(*rows[-1][1:]) if rows else spot

    def between(
        self, kinds: Sequence[str], since: str, before: str, offset: int, count: int
    ) -> tuple[Listed, ...]:
        """Return some rows of several lists together: from *since* on, before *before*."""
        asked = self._sql(_BETWEEN).replace("?s", ", ".join("?" * len(kinds)))
        rows = self._connection.rows(asked, *kinds, since, before, count, offset)
        return tuple(Listed(*row) for row in rows)

    def years(self, kinds: Sequence[str], before: str) -> dict[str, int]:
        """Return how many rows of several lists each year has, the latest year first."""
        asked = self._sql(_YEARS).replace("?s", ", ".join("?" * len(kinds)))
        return dict(self._connection.rows(asked, *kinds, before))

    def make(self) -> None:
        """Make the tables and fill them from the rows of the current view."""
        for statement in _MAKE:
            self._connection.write(self._sql(statement))
        self._connection.write_many(self._sql(_PUT), self._listed())
        self._connection.write(self._sql(_COUNT))
        self.filed.make()

    def whole(self) -> bool:
        """Say whether the lists hold exactly the live rows, and the counts are theirs."""
        return self.filed.whole() and all(
            not self._connection.rows(f"{self._sql(one)} EXCEPT {self._sql(other)}")
            for one, other in (
                (_ROWS, _LISTED),
                (_LISTED, _ROWS),
                (_COUNTED, _RECOUNTED),
                (_RECOUNTED, _COUNTED),
            )
        )

    def _listed(self) -> Iterator[tuple[int, str, str, str, int]]:
        rows = self._connection.rows(
            "SELECT number, id, kind, coalesce(happened, ''), place FROM record WHERE live"
        )
        for number, record_id, kind, happened, place in rows:
            part = self._part(number, record_id, kind)
            yield number, kind, part, happened, place

    def _part(self, number: int, record_id: RecordId, slug: str) -> str:
        kind = BY_SLUG.get(slug)
        if kind is None or kind.part is Record.part:
            return ""
        (text,) = self._connection.rows("SELECT payload FROM record WHERE number = ?", number)[0]
        try:
            return from_payload(kind, record_id, json.loads(text)).part()
        except (ValueError, AttributeError):
            return ""  # a damaged row: it is mended, and listed again, when it is read

    def _sql(self, statement: str) -> str:
        return statement.format(n=f"{self._n:d}")
