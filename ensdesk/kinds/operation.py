"""Operations and hospital stays (FHIR Procedure, Encounter)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later
from ensdesk.record.topic import Topic, filed_by_topic


class CareType(Choice):
    """Whether something was done (FHIR Procedure) or it was a stay (FHIR Encounter)."""

    PROCEDURE = "procedure", N_("an operation or an examination")
    ENCOUNTER = "encounter", N_("a stay without an operation")


class DurationUnit(Choice):
    """The unit of a stay, a UCUM code."""

    DAY = "d", N_("days")
    WEEK = "wk", N_("weeks")
    MONTH = "mo", N_("months")
    YEAR = "a", N_("years")


@dataclass(frozen=True, kw_only=True)
class Operation(Record):
    """An operation, or a stay in hospital."""

    slug = "operation"
    title = N_("Operation or hospital stay")
    section = N_("My operations and hospital stays")
    add = N_("Add an operation or a stay")
    none = N_("No operation, no hospital stay")
    icon = "hospital"
    topic = True

    name: Annotated[
        str, Label(N_("What was it for?"), N_("For example: appendix, hip, broken arm"))
    ]
    date: Annotated[PartialDate | None, Label(N_("When?"), N_("A year is enough: 1998"))] = None
    type: Annotated[CareType | None, Label(N_("What was it?"))] = None
    place: Annotated[str, Label(N_("In which hospital?"))] = ""
    performer: Annotated[str, Label(N_("With which doctor?"))] = ""
    duration: Annotated[Decimal | None, Label(N_("How long did it last?"), N_("A number: 3"))] = (
        None
    )
    duration_unit: Annotated[DurationUnit | None, Label(N_("Days, weeks, months or years?"))] = None
    about: Annotated[tuple[Topic, ...], Label(N_("For which illness?"))] = ()
    note: Annotated[Prose | None, Label(N_("What should be known about it?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.date

    def filed_under(self) -> Iterator[tuple[str, str]]:
        yield from filed_by_topic(self)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
