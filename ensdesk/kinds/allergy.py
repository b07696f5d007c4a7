"""Allergies (FHIR AllergyIntolerance)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later


class Severity(Choice):
    """How bad the reaction was (FHIR reaction severity, and one word more for an emergency)."""

    MILD = "mild", N_("mild")
    MODERATE = "moderate", N_("quite serious")
    SEVERE = "severe", N_("serious, help was needed")
    LIFE_THREATENING = "life-threatening", N_("life in danger")


@dataclass(frozen=True, kw_only=True)
class Allergy(Record):
    """Something the person reacts badly to."""

    slug = "allergy"
    title = N_("Allergy")
    section = N_("My allergies")
    add = N_("Add an allergy")
    none = N_("No known allergy")
    icon = "flower"
    topic = True

    substance: Annotated[
        str, Label(N_("What are you allergic to?"), N_("For example: penicillin, peanuts, wasps"))
    ]
    reaction: Annotated[
        Prose | None, Label(N_("What happened?"), N_("For example: red patches, swollen face"))
    ] = None
    severity: Annotated[Severity | None, Label(N_("How bad was it?"))] = None
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )

    def headline(self) -> str:
        return self.substance

    def when(self) -> PartialDate | None:
        return self.since

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("since", self.since, today)
