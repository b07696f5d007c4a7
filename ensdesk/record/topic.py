"""What a record is about: the illnesses, allergies and stays that the person ties it to.

Only one end of the tie is written, by the record that is about something; the other end is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar

from ensdesk.language import N_
from ensdesk.record.fields import Field, Label, Link, Row, fields_of
from ensdesk.record.record import Record, RecordId

R = TypeVar("R", bound=Record)

ABOUT = "about"  # the name of the field, in every kind that has it


@dataclass(frozen=True, kw_only=True)
class Topic(Row):
    """One thing that a record is about."""

    what: Annotated[Link, Label(N_("Illness, allergy or operation"))]


def topics_field(kind: type[Record]) -> Field | None:
    """Return the field that says what a record of *kind* is about; None if it has none."""
    return next((field for field in fields_of(kind) if field.name == ABOUT), None)


def topics_of(record: Record) -> tuple[RecordId, ...]:
    """Return the ids of what *record* is about, each once."""
    rows: tuple[Topic, ...] = getattr(record, ABOUT, ())
    return tuple(dict.fromkeys(RecordId(row.what) for row in rows))


def with_topics(record: R, chosen: Iterable[RecordId], offered: Collection[RecordId]) -> R:
    """Return *record* about the *chosen* ones of those *offered*.

    Rows stay as they were: those still chosen, and those to what was not offered (retired, erased,
    of a newer kind), which may come back.
    """
    wanted = dict.fromkeys(chosen)
    rows: tuple[Topic, ...] = getattr(record, ABOUT, ())
    kept = [
        row for row in rows if RecordId(row.what) not in offered or RecordId(row.what) in wanted
    ]
    there = topics_of(record)
    added = [Topic(what=Link(one)) for one in wanted if one not in there]
    change: dict[str, Any] = {ABOUT: (*kept, *added)}
    return replace(record, **change)


def filed_by_topic(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what `Record.filed_under` says of the topics."""
    return ((ABOUT, topic) for topic in topics_of(record))
