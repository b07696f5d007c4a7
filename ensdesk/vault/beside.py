"""What lies beside a private record and goes with it to the person's other computers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ensdesk.record.record import RecordId
from ensdesk.vault.aside import LINES, STAYS
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.journal import JournalRow

Line = tuple[str, int, str, str]  # of main's journal: chain, place, salt in hex, words


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of main's journal about a record; whether the emergency sheet still shows it."""

    record_id: RecordId
    stays: bool = False
    lines: tuple[Line, ...] = field(default=(), repr=False)


def said_beside(private: Drawer) -> Iterator[Beside]:
    """Yield what lies beside each private record that has anything."""
    lined = [key.removeprefix(LINES) for key in private.aside.starting(LINES)]
    stays = staying(private)
    for record_id in map(RecordId, dict.fromkeys((*lined, *stays))):
        if private.revisions.holds(record_id):
            yield Beside(record_id, record_id in stays, lines_of(private, record_id))


def spoken_in(rows: Iterable[JournalRow], private: Drawer) -> Iterator[Beside]:
    """Yield the words that another computer wrote in main's journal about what is private here."""
    for row in rows:
        if row.record_id and row.salt and row.words and private.revisions.holds(row.record_id):
            line = (row.chain, row.place, row.salt.hex(), row.words)
            yield Beside(row.record_id, lines=(line,))


def take_beside(
    main: Drawer, private: Drawer, told: Iterable[Beside], before: Collection[RecordId]
) -> None:
    """Keep what another computer told beside records that are private here.

    Words that do not fit their line are left. What was private here *before* keeps its own place
    on the emergency sheet, or none: nobody can tell which computer was asked last.
    """
    for one in told:
        if private.revisions.holds(one.record_id):
            fitting = [line for line in one.lines if main.journal.is_made_of(*line)]
            keep_lines(private, one.record_id, fitting)
            if one.stays and one.record_id not in before:
                let_stay(private, one.record_id, stays=True)


def lines_of(private: Drawer, record_id: RecordId) -> tuple[Line, ...]:
    """Return the words of main's journal about a private record."""
    kept = private.aside.get(LINES + record_id)
    return tuple(map(_line, json.loads(kept))) if kept else ()


def keep_lines(private: Drawer, record_id: RecordId, lines: Sequence[Line]) -> None:
    """Keep words of main's journal about a private record with those that are kept."""
    known = {line[:2]: line for line in (*lines_of(private, record_id), *lines)}
    if lines:
        private.aside.put(LINES + record_id, json.dumps(list(known.values())).encode())


def staying(private: Drawer) -> tuple[RecordId, ...]:
    """Return the private records that the emergency sheet shows."""
    kept = private.aside.get(STAYS)
    return tuple(map(RecordId, json.loads(kept))) if kept else ()


def let_stay(private: Drawer, record_id: RecordId, *, stays: bool) -> None:
    """Remember whether a private record stays on the emergency sheet."""
    others = [one for one in staying(private) if one != record_id]
    ids = [*others, record_id] if stays else others
    private.aside.put(STAYS, json.dumps(ids).encode() if ids else None)


def _line(kept: Sequence[str | int]) -> Line:
    chain, place, salt, words = kept
    return str(chain), int(place), str(salt).lower(), str(words)
