"""The current view: for each record what its heads say, ready to be listed and found.

It can always be derived again from the revisions. Every row that is read is compared with its
digest, and mended from a revision that is whole; where a page of the view cannot be read at all,
the revisions answer in its place.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ensdesk.kinds import BY_SLUG
from ensdesk.record.payload import from_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.digests import digest_of, row_digest, storable
from ensdesk.vault.filed_under import Said, filed_under
from ensdesk.vault.listed import Listed
from ensdesk.vault.record_lists import Spot, part_of
from ensdesk.vault.revision import DamagedRecord, What
from ensdesk.vault.revision_log import Head, RevisionLog
from ensdesk.vault.schema import UNTIL
from ensdesk.vault.search_index import SearchIndex
from ensdesk.vault.search_words import indexable, words_in, words_of
from ensdesk.vault.unknown_record import UnknownRecord
from ensdesk.vault.vault_file import Connection, FolderDamaged, Row

_READ = """SELECT number, id, kind, live, conflict, place, happened, revision, digest, headline,
    words, payload FROM record"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """One row of the current view. A retired record keeps its last value, for the basket."""

    id: RecordId
    kind: str
    live: bool
    conflict: bool
    place: int
    happened: str | None
    revision: bytes
    headline: str
    words: str
    payload: str
    # Told only of what was just derived: the row does not hold them.
    part: str = ""
    said: Said = ()

    def digest(self) -> bytes:
        """Return the digest that stands before the long columns of the row."""
        return row_digest(self.kind, self.happened, self.headline, self.words, self.payload)

    def record(self) -> Record | UnknownRecord:
        return read_record(self.id, self.kind, self.payload)


class CurrentView:
    """The table `record` of one drawer."""

    def __init__(self, connection: Connection, log: RevisionLog, search: SearchIndex) -> None:
        self._connection = connection
        self._log = log
        self._search = search

    def get(self, record_id: RecordId) -> Current | None:
        """Return the row of a record. Raises DamagedRecord."""
        try:
            row = self._connection.row(f"{_READ} WHERE id = ?", record_id)
        except FolderDamaged:
            if self._connection.in_transaction:
                raise
            return self.derive(record_id)
        return self._proved(row) if row else None

    def of_kind(self, slug: str) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        """Return the live rows of a kind in the order first written, and the damaged ids."""
        try:
            return self._all("WHERE kind = ? AND live ORDER BY place, id", slug)
        except FolderDamaged:
            if self._connection.in_transaction:
                raise
        derived, damaged = self._derived(self._log.record_ids(slug))
        live = sorted((row for row in derived if row.live), key=lambda row: (row.place, row.id))
        return tuple(live), damaged

    def listed(self, slug: str, part: str | None, offset: int, count: int) -> tuple[Listed, ...]:
        """Return where some live rows of a kind, or of a part of it, stand, the latest first."""
        return self._search.listed(lambda lists: lists.some(slug, part, offset, count))

    def listed_between(
        self, slugs: Sequence[str], since: str, before: str, offset: int, count: int
    ) -> tuple[Listed, ...]:
        """Return where some live rows of several kinds stand that happened in a time."""
        return self._search.listed(lambda lists: lists.between(slugs, since, before, offset, count))

    def since(
        self, slug: str, part: str, since: str, spot: Spot, count: int
    ) -> tuple[tuple[Current, ...], tuple[RecordId, ...], Spot]:
        """Return the next live rows of a part from *since* on, and where the reader is then."""
        numbers, spot = self._search.listed(
            lambda lists: lists.since(slug, part, since, spot, count)
        )
        return (*self._dated(numbers), spot)

    def years(self, slugs: Sequence[str], before: str) -> dict[str, int]:
        """Return how many live rows of several kinds happened in each year."""
        return self._search.listed(lambda lists: lists.years(slugs, before))

    def told(self, slug: str, field: str) -> dict[str, int]:
        """Return under what the live rows of a kind are filed, how many under each, most first."""
        return self._search.listed(lambda lists: lists.filed.counts(slug, field))

    def telling(self, field: str, said: str) -> dict[str, int]:
        """Return how many live rows of each kind are filed under what they say in *field*."""
        return self._search.listed(lambda lists: lists.filed.kinds(field, said))

    def listed_saying(
        self, slug: str, field: str, said: str, offset: int, count: int
    ) -> tuple[Listed, ...]:
        """Return where some live rows stand that are filed under *said*, the latest first."""
        return self._search.listed(
            lambda lists: lists.filed.listed(slug, field, said, offset, count)
        )

    def ending(
        self, slug: str, since: str, before: str
    ) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        """Return the live rows of a kind whose date `until` is from *since* to before *before*."""
        return self._all(
            f"WHERE kind = ? AND live AND {UNTIL} >= ? AND {UNTIL} < ? ORDER BY place",
            slug,
            since,
            before,
        )

    def numbered(self, *listed: Listed) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        """Return the rows that stand at these places of a list, the latest first."""
        return self._dated(tuple(one.number for one in listed))

    def _dated(self, numbers: tuple[int, ...]) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        marks = ", ".join("?" * len(numbers))
        return self._all(
            f"WHERE number IN ({marks}) ORDER BY coalesce(happened, '') DESC, place DESC", *numbers
        )

    def many(
        self, record_ids: Collection[RecordId]
    ) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        """Return the rows of these records, retired ones too."""
        marks = ", ".join("?" * len(record_ids))
        return self._all(f"WHERE id IN ({marks})", *record_ids)

    def holds_any(self) -> bool:
        """Say whether there is any record, live or retired."""
        return bool(self._connection.rows("SELECT 1 FROM record LIMIT 1"))

    def ids(self, slug: str) -> frozenset[RecordId]:
        """Return the ids of the live records of a kind."""
        rows = self._connection.rows("SELECT id FROM record WHERE kind = ? AND live = 1", slug)
        return frozenset(RecordId(row[0]) for row in rows)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many live records each kind has, by the parts of its list."""
        return self._search.listed(lambda lists: lists.counts())

    def retired(self) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        """Return the retired rows, the latest retired first, and the damaged ids."""
        return self._all(
            """WHERE live = 0 ORDER BY
            (SELECT sequence FROM revision WHERE revision.id = record.revision) DESC, id"""
        )

    def conflicts(self) -> tuple[RecordId, ...]:
        """Return the records of which the heads differ."""
        rows = self._connection.rows("SELECT id FROM record WHERE conflict ORDER BY place, id")
        return tuple(RecordId(row[0]) for row in rows)

    def kinds(self) -> tuple[str, ...]:
        """Return the slugs of everything there is."""
        return tuple(
            row[0]
            for row in self._connection.rows("SELECT DISTINCT kind FROM record ORDER BY kind")
        )

    def derive(self, record_id: RecordId, heads: tuple[Head, ...] | None = None) -> Current | None:
        """Return what the revisions say now; None for a record that is erased or moved away.

        No clock decides: among differing heads the longest history is shown, and the conflict
        told. Raises DamagedRecord when the revision to show is damaged.
        """
        heads = heads or self._log.heads(record_id)
        shown = next((head for head in reversed(heads) if head.what == What.VALUE), None)
        live = shown is not None
        if shown is None and any(head.what == What.RETIRED for head in heads):
            shown = self._log.last_value(record_id)
        if shown is None or shown.payload is None:
            return None
        if digest_of(shown.payload) != shown.digest:
            raise DamagedRecord(record_id)
        return current_of(
            record_id,
            shown.kind,
            shown.payload,
            live=live,
            conflict=len({head.says for head in heads}) > 1,
            place=self._log.first_sequence(record_id),
            revision=shown.id if live else heads[-1].id,
        )

    def show(self, record_id: RecordId, current: Current | None) -> None:
        """Put *current* in the place of the row of this record, and its words in the index."""
        row = self._connection.row(f"{_READ} WHERE id = ?", record_id)
        sound = row is None or _current(row).digest() == row[8]
        if row is not None and sound:
            self._search.drop("record", row[0], row[10])
        if row is not None:
            self._search.lists().drop(row[0])
        if row is not None and current is None:
            self._connection.write("DELETE FROM record WHERE id = ?", record_id)
        if current is not None:
            put = self._put(current)
            number = put if row is None else int(row[0])
            if current.live:
                kind, happened, place = current.kind, current.happened, current.place
                self._search.lists().put(number, kind, current.part, happened, place)
                self._search.lists().filed.put(number, kind, current.said, happened, place)
            # A retired one too, without a word: an index that lacks a row is not whole.
            self._search.put("record", number, current.words)
        if not sound:
            self._search.rebuild()

    def rebuild(self) -> tuple[RecordId, ...]:
        """Derive every row again, and the index with them; return what is too damaged for it."""
        with self._connection.transaction():
            self._connection.write("DELETE FROM record")
            derived, damaged = self._derived(self._log.record_ids())
            for current in derived:
                self._put(current)
            self._search.rebuild()
        self._search.forget_old()
        return damaged

    def damaged(self) -> tuple[RecordId, ...]:
        """Return the records whose row is damaged, mending none."""
        return tuple(
            RecordId(row[1])
            for row in self._connection.each(_READ)
            if _current(row).digest() != row[8]
        )

    def _all(self, where: str, *values: object) -> tuple[tuple[Current, ...], tuple[RecordId, ...]]:
        sound: list[Current] = []
        damaged: list[RecordId] = []
        for row in self._connection.rows(f"{_READ} {where}", *values):
            try:
                sound.append(self._proved(row))
            except DamagedRecord as trouble:
                damaged.append(trouble.record_id)
        return tuple(sound), tuple(damaged)

    def _derived(
        self, record_ids: Iterable[RecordId]
    ) -> tuple[list[Current], tuple[RecordId, ...]]:
        sound: list[Current] = []
        damaged: list[RecordId] = []
        for record_id in record_ids:
            try:
                current = self.derive(record_id)
            except DamagedRecord:
                damaged.append(record_id)
                continue
            if current is not None:
                sound.append(current)
        return sound, tuple(damaged)

    def _proved(self, row: Row) -> Current:
        current = _current(row)
        if current.digest() == row[8]:
            return current
        self._connection.renew()
        mended = self.derive(current.id)
        if mended is None:
            raise DamagedRecord(current.id)
        with self._connection.transaction():
            self.show(current.id, mended)
        return mended

    def _put(self, current: Current) -> int:
        """Write the row; return its number if it is a new one."""
        return self._connection.write(
            """INSERT INTO record(id, kind, live, conflict, place, happened, revision, digest,
            headline, words, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET live = excluded.live, conflict = excluded.conflict,
            happened = excluded.happened, revision = excluded.revision, digest = excluded.digest,
            headline = excluded.headline, words = excluded.words, payload = excluded.payload,
            place = excluded.place""",
            current.id,
            current.kind,
            current.live,
            current.conflict,
            current.place,
            current.happened,
            current.revision,
            current.digest(),
            current.headline,
            current.words,
            current.payload,
        )


def current_of(
    record_id: RecordId,
    kind: str,
    payload: str,
    *,
    live: bool,
    conflict: bool,
    place: int,
    revision: bytes,
) -> Current:
    """Return the row for one payload: its headline, its date and its words follow from it."""
    record = read_record(record_id, kind, payload)
    happened, headline = None, ""
    if isinstance(record, Record):
        headline, words = storable(record.headline()), words_of(record)
        date = record.when()
        happened = date.iso if date else None
    else:
        words = words_in(dict(record.payload))
    return Current(
        id=record_id,
        kind=kind,
        live=live,
        conflict=conflict,
        place=place,
        happened=happened,
        revision=revision,
        headline=headline,
        words=indexable(words) if live else "",
        payload=payload,
        part=part_of(record),
        said=filed_under(record),
    )


def read_record(record_id: RecordId, kind: str, payload: str) -> Record | UnknownRecord:
    """Rebuild a record from its JSON text."""
    values = json.loads(payload)
    known = BY_SLUG.get(kind)
    if known is None:
        return UnknownRecord(id=record_id, kind=kind, payload=values)
    return from_payload(known, record_id, values)


def _current(row: Row) -> Current:
    _, record_id, kind, live, conflict, place, happened, revision, _, headline, words, payload = row
    return Current(
        id=RecordId(record_id),
        kind=kind,
        live=bool(live),
        conflict=bool(conflict),
        place=place,
        happened=happened,
        revision=revision,
        headline=headline,
        words=words,
        payload=payload,
    )
