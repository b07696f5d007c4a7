"""What one or two drawers hold, read as one: the records of the private one say that they are."""

from __future__ import annotations

import datetime
import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest
from typing import TypeVar, cast

from ensdesk.kinds import KINDS
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.beside import lines_of
from ensdesk.vault.current_view import Current, CurrentView
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.journal import JournalLine
from ensdesk.vault.listed import Listed
from ensdesk.vault.long_list import read_since
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.revision import DamagedRecord
from ensdesk.vault.revision_store import AnyRecord, Written
from ensdesk.vault.search_index import Match, SearchIndex

R = TypeVar("R", bound=Record)
A = TypeVar("A")
Found = tuple[tuple[Current, ...], tuple[RecordId, ...]]
AskPlaces = Callable[[CurrentView, int, int], tuple[Listed, ...]]


class BothDrawers:
    """The main drawer alone for somebody who helps; with the private one for the holder.

    Methods that return records raise DamagedRecord.
    """

    def __init__(self, main: Drawer, private: Drawer | None) -> None:
        self.main = main
        self.private = private
        self.each = (main, private) if private else (main,)

    @property
    def hides(self) -> bool:
        """Say whether the private drawer holds anything."""
        return self.private is not None and self.private.revisions.view.holds_any()

    def of(self, record_id: RecordId) -> Drawer:
        """Return the drawer of a record: main for what is in none."""
        private = self.private
        return private if private and private.revisions.holds(record_id) else self.main

    def get(self, record_id: RecordId) -> AnyRecord | None:
        """Return a live record."""
        drawer = self.of(record_id)
        return self._marked(drawer, drawer.revisions.get(record_id))

    def last(self, record_id: RecordId) -> AnyRecord | None:
        """Return a record as it last was, retired or not."""
        drawer = self.of(record_id)
        return self._marked(drawer, drawer.revisions.last(record_id))

    def gone(self, record_id: RecordId) -> bool:
        """Say whether a record was erased for good."""
        return self.of(record_id).revisions.erased(record_id)

    def away(self, record_id: RecordId) -> bool:
        """Say whether a record lies in a drawer that whoever reads this may not open."""
        return self.private is None and bool(self.main.revisions.log.moved(record_id))

    def written(self, record_id: RecordId) -> Written | None:
        """Return who last wrote a record, and when."""
        return self.of(record_id).revisions.written(record_id)

    def writings(self) -> dict[RecordId, tuple[str, str]]:
        """Return who last wrote each live record, and when, as they are kept."""
        found: dict[RecordId, tuple[str, str]] = {}
        for drawer in self.each:
            found |= drawer.revisions.log.writings()
        return found

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the live records of a kind, in the order in which they were first written."""
        rows = self._rows(lambda view: view.of_kind(kind.slug))
        rows.sort(key=lambda row: (row[1].place, row[1].id))
        return cast("tuple[R, ...]", self._records(rows))

    def many(self, record_ids: Collection[RecordId]) -> dict[RecordId, Record]:
        """Return the live records of known kinds among *record_ids*."""
        rows = self._rows(lambda view: view.many(record_ids))
        live = self._records((drawer, row) for drawer, row in rows if row.live)
        return {record.id: record for record in live if isinstance(record, Record)}

    def some(
        self, kind: type[R], count: int, *, offset: int = 0, part: str | None = None
    ) -> tuple[R, ...]:
        """Return some live records of a kind or a part of it, the latest first."""

        def places(view: CurrentView, first: int, count: int) -> tuple[Listed, ...]:
            return view.listed(kind.slug, part, first, count)

        return cast("tuple[R, ...]", self._page(places, offset, count))

    def between(
        self, slugs: Sequence[str], since: str, before: str, offset: int, count: int
    ) -> tuple[Record, ...]:
        """Return some live records of several kinds that happened in a time, the latest first."""

        def places(view: CurrentView, first: int, count: int) -> tuple[Listed, ...]:
            return view.listed_between(slugs, since, before, first, count)

        return cast("tuple[Record, ...]", self._page(places, offset, count))

    def saying(
        self, kind: type[R], field: str, words: str, offset: int, count: int
    ) -> tuple[R, ...]:
        """Return some live records of a kind that say *words* in a line, the latest first."""

        def places(view: CurrentView, first: int, count: int) -> tuple[Listed, ...]:
            return view.listed_saying(kind.slug, field, words, first, count)

        return cast("tuple[R, ...]", self._page(places, offset, count))

    def ending(self, kind: type[R], since: str, before: str) -> tuple[R, ...]:
        """Return the live records of a kind whose date `until` is from *since* to *before*."""
        rows = self._rows(lambda view: view.ending(kind.slug, since, before))
        return cast("tuple[R, ...]", self._records(rows))

    def since(self, kind: type[R], part: str, since: str) -> Iterator[tuple[R, ...]]:
        """Yield the live records of a part from *since* (ISO) on, some at a time."""
        main = read_since(self.main.revisions.view, kind, part, since)
        private = self.private
        if private is None or part not in private.revisions.view.counts().get(kind.slug, {}):
            yield from main
            return
        inside = read_since(private.revisions.view, kind, part, since)
        marked = (self._marked(private, one) for one in chain.from_iterable(inside))
        outside = chain.from_iterable(main)
        yield tuple(heapq.merge(outside, marked, key=_moment, reverse=True))

    def hidden(self) -> tuple[Record, ...]:
        """Return every live private record of a known kind, by kind in the order shown."""
        if self.private is None or not self.hides:
            return ()
        every = (self.private.revisions.records(kind) for kind in KINDS)
        return tuple(self._marked(self.private, one) for one in chain.from_iterable(every))

    def removed(self) -> tuple[AnyRecord, ...]:
        """Return what was retired, as it last was, the latest first."""
        rows = [(drawer, row) for drawer in self.each for row in drawer.revisions.view.retired()[0]]
        if self.private:
            rows.sort(key=lambda row: self._retired_at(*row), reverse=True)
        return self._records(rows)

    def ids(self, kind: type[Record]) -> frozenset[RecordId]:
        """Return the ids of all live records of a kind."""
        return frozenset().union(*(drawer.revisions.view.ids(kind.slug) for drawer in self.each))

    def parts(self, kind: type[Record]) -> dict[str, int]:
        """Return how many live records each part of a list has."""
        return _sum(drawer.revisions.view.counts().get(kind.slug, {}) for drawer in self.each)

    def years(self, slugs: Sequence[str], before: str) -> dict[str, int]:
        """Return how many live records of several kinds happened in each year, the last first."""
        found = _sum(drawer.revisions.view.years(slugs, before) for drawer in self.each)
        return dict(sorted(found.items(), reverse=True))

    def told(self, kind: type[Record], field: str) -> dict[str, int]:
        """Return what the live records of a kind say in a line, and how many, most first."""
        found = _sum(drawer.revisions.view.told(kind.slug, field) for drawer in self.each)
        return dict(sorted(found.items(), key=lambda said: (-said[1], said[0])))

    def telling(self, field: str, said: str) -> dict[str, int]:
        """Return how many live records of each kind are filed under what they say in *field*."""
        return _sum(drawer.revisions.view.telling(field, said) for drawer in self.each)

    def unknown(self) -> tuple[AnyRecord, ...]:
        """Return the live records of kinds that only a newer program knows."""
        return tuple(
            record
            for drawer in self.each
            for slug in drawer.revisions.unknown_kinds()
            for record in drawer.revisions.readable(slug).records
        )

    # Papers

    def paper(self, record_id: RecordId) -> PaperRow | None:
        """Return where the bytes of a paper are and what was seen of them."""
        return self.of(record_id).papers.get(record_id)

    def paper_sizes(self) -> dict[RecordId, int]:
        """Return the bytes of every paper, retired ones included."""
        found: dict[RecordId, int] = {}
        for drawer in self.each:
            found |= drawer.papers.sizes()
        return found

    def papers(self) -> tuple[PaperRow, ...]:
        """Return every paper, retired ones included."""
        return tuple(chain.from_iterable(drawer.papers.all() for drawer in self.each))

    def same_bytes(self, sha256: bytes) -> tuple[RecordId, ...]:
        """Return the papers that hold the same bytes."""
        each = (drawer.papers.same_bytes(sha256) for drawer in self.each)
        return tuple(chain.from_iterable(each))

    # Searching

    def find(
        self, ask: Callable[[SearchIndex], tuple[Match, ...]], limit: int
    ) -> tuple[Match, ...]:
        """Return the answers of both indexes in turn: records first, then pages."""
        each = [ask(drawer.search) for drawer in self.each]
        found = (
            match
            for records in (True, False)
            for match in _in_turn(
                *([one for one in some if (one.page is None) is records] for some in each)
            )
        )
        return tuple(islice(found, limit))

    # The journal

    def lines(
        self,
        limit: int,
        before: Sequence[int] | None,
        acts: Collection[str],
        authors: Collection[str],
    ) -> tuple[JournalLine, ...]:
        """Return the last lines of both journals, the newest first.

        `JournalLine.seen` of the last one goes on as *before*.
        """
        starts = list(before or [2**62] * len(self.each))
        holder = self.private is not None
        each = [
            [
                (number, self._whole(line))
                for line in drawer.journal.lines(
                    limit, start, acts=acts, authors=authors, hidden=holder
                )
            ]
            for number, (drawer, start) in enumerate(zip(self.each, starts, strict=True))
        ]
        found = []
        for number, line in islice(
            heapq.merge(*each, key=lambda one: one[1].at, reverse=True), limit
        ):
            starts[number] = line.number
            found.append(replace(line, seen=tuple(starts)))
        return tuple(found)

    def since_last_opening(self) -> tuple[datetime.datetime, dict[str, int]] | None:
        """Return when the folder was opened before this time, and how often each act came since."""
        found = self.main.journal.since_last_opening(hidden=self.private is not None)
        if found is None or self.private is None:
            return found
        return found[0], _sum((found[1], self.private.journal.since(found[0])))

    def _whole(self, line: JournalLine) -> JournalLine:
        """Return a line with the words that were moved away from it, or the name of its record."""
        if self.private is None or line.words is not None or line.record_id is None:
            return line
        for chain_, place, _salt, words in lines_of(self.private, line.record_id):
            if (chain_, place) == line.place:
                return replace(line, words=words)
        record = self.last(line.record_id)
        return replace(line, words=record.headline()) if isinstance(record, Record) else line

    # Rows

    def _rows(self, ask: Callable[[CurrentView], Found]) -> list[tuple[Drawer, Current]]:
        return [(drawer, row) for drawer in self.each for row in _sound(ask(drawer.revisions.view))]

    def _page(self, ask: AskPlaces, offset: int, count: int) -> tuple[AnyRecord, ...]:
        """Return some records of two lists in one order.

        Of the private list every place is read, of main's list as many more before *offset*.
        """
        inside = ask(self.private.revisions.view, 0, -1) if self.private else ()
        first = max(0, offset - len(inside))
        outside = ask(self.main.revisions.view, first, offset + count - first)
        merged = sorted(
            [*((place, 0) for place in outside), *((place, 1) for place in inside)], reverse=True
        )[offset - first :][:count]
        rows = [
            (drawer, row)
            for number, drawer in enumerate(self.each)
            for row in _sound(
                drawer.revisions.view.numbered(*(p for p, n in merged if n == number))
            )
        ]
        rows.sort(key=lambda row: (row[1].happened or "", row[1].place), reverse=True)
        return self._records(rows)

    def _records(self, rows: Iterable[tuple[Drawer, Current]]) -> tuple[AnyRecord, ...]:
        return tuple(self._marked(drawer, row.record()) for drawer, row in rows)

    def _retired_at(self, drawer: Drawer, row: Current) -> datetime.datetime:
        written = drawer.revisions.written(row.id)
        return written.at if written else datetime.datetime.min.replace(tzinfo=datetime.UTC)

    def _marked(self, drawer: Drawer, record: A) -> A:
        if drawer is self.private and isinstance(record, Record):
            return replace(record, private=True)
        return record


def _moment(record: Record) -> str:
    date = record.when()
    return date.iso if date else ""


def _sound(found: Found) -> tuple[Current, ...]:
    rows, damaged = found
    if damaged:
        raise DamagedRecord(damaged[0])
    return rows


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    whole: Counter[str] = Counter()
    for some in counts:
        whole.update(some)
    return dict(whole)


def _in_turn(*each: Iterable[Match]) -> Iterator[Match]:
    for some in zip_longest(*each):
        yield from (match for match in some if match is not None)
