"""What a folder, or a sheet before there is a folder, holds: sections in three states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, Generic, TypeVar, cast

from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record, RecordId

R = TypeVar("R", bound=Record)


class State(Enum):
    """The three states of a section: a section left empty never reads as "none"."""

    NOT_FILLED = auto()
    NONE = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Section(Generic[R]):
    """The records of one kind, or the date on which the person said that there are none.

    Of a long list there may be only the latest: `parts` then tells how many the folder holds in
    each part of it (`Record.part`).
    """

    kind: type[R]
    records: tuple[R, ...] = ()
    none_on: PartialDate | None = None
    parts: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many records there are, those that were not read included."""
        return sum(self.parts.values()) or len(self.records)

    def count_of(self, part: str) -> int:
        """Return how many records a part of the list has."""
        return self.parts.get(part) or sum(record.part() == part for record in self.records)

    @property
    def state(self) -> State:
        if self.records:
            return State.LIST
        return State.NONE if self.none_on else State.NOT_FILLED


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections by kind. Immutable: every change returns new contents."""

    sections: Mapping[type[Record], Section[Record]]

    @classmethod
    def of(cls, sections: Iterable[Section[Record]] = ()) -> Contents:
        return cls({section.kind: section for section in sections})

    def section(self, kind: type[R]) -> Section[R]:
        found = self.sections.get(kind)
        return cast("Section[R]", found) if found else Section(kind)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        return self.section(kind).records

    def single(self, kind: type[R]) -> R | None:
        """Return the one record of a `single` kind, if it was written."""
        return next(iter(self.records(kind)), None)

    def name_of(self, missing: str) -> Callable[[str], str]:
        """Return what names the record that a link points to; *missing* when it is not here."""
        names = {
            str(record.id): record.headline()
            for section in self.sections.values()
            for record in section.records
        }
        return lambda record_id: names.get(record_id, missing)

    def with_record(self, record: Record) -> Contents:
        """Add *record*, or put it in the place of the one with the same id.

        "None" was said before it: should the record be left out again, the section is unfilled.
        """
        section = self.section(type(record))
        kept = {} if record.single else {old.id: old for old in section.records}
        records = tuple({**kept, record.id: record}.values())
        return self.with_section(replace(section, records=records, none_on=None))

    def without(self, record_id: RecordId) -> Contents:
        """Leave out one record, whatever its kind."""
        return Contents.of(
            replace(section, records=tuple(r for r in section.records if r.id != record_id))
            for section in self.sections.values()
        )

    def declared_none(self, kind: type[Record], on: PartialDate) -> Contents:
        """Say that there is nothing to list for *kind*."""
        return self.with_section(replace(self.section(kind), none_on=on))

    def with_section(self, section: Section[Any]) -> Contents:
        """Put a section in the place of the one of its kind."""
        return Contents({**self.sections, section.kind: section})
