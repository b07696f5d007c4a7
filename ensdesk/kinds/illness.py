"""Illnesses and health topics (FHIR Condition)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import ended, in_order, not_later


@dataclass(frozen=True, kw_only=True)
class Illness(Record):
    """An illness the person has or had."""

    slug = "illness"
    title = N_("Illness")
    section = N_("My illnesses")
    add = N_("Add an illness")
    none = N_("No known illness")
    icon = "stethoscope"
    topic = True

    name: Annotated[
        str, Label(N_("Which illness?"), N_("For example: diabetes, high blood pressure"))
    ]
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )
    until: Annotated[
        PartialDate | None, Label(N_("Until when?"), N_("Leave empty if it goes on"))
    ] = None
    note: Annotated[Prose | None, Label(N_("What should be known about it?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.since

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.until, today)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("since", self.since, today)
        yield from not_later("until", self.until, today)
        yield from in_order("until", self.since, self.until)
