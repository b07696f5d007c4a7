"""Disabilities, and what helps every day (FHIR Condition of functional status)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose, Row
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later


class DisabilityType(Choice):
    """The families of disability of the national health space."""

    SENSORY = "sensory", N_("seeing or hearing")
    MOTOR = "motor", N_("moving")
    PSYCHIC = "psychic", N_("mental health")
    NEURODEVELOPMENTAL = "neurodevelopmental", N_("autism, language, attention")
    MULTIPLE = "multiple", N_("several serious disabilities")
    ILLNESS = "illness", N_("an illness that disables")
    OTHER = "other", N_("something else")


class DisabilityRate(Choice):
    """The rate on the decision of the authority (MDPH)."""

    UNDER_50 = "under-50", N_("under 50 %")
    FROM_50_TO_79 = "50-79", N_("from 50 to 79 %")
    OVER_80 = "80-or-more", N_("80 % or more")
    UNKNOWN = "unknown", N_("I do not know")


@dataclass(frozen=True, kw_only=True)
class DisabilityFamily(Row):
    """One family to which a disability belongs."""

    type: Annotated[DisabilityType, Label(N_("What is difficult?"))]


@dataclass(frozen=True, kw_only=True)
class Disability(Record):
    """Something that is difficult every day, and the help for it."""

    slug = "disability"
    title = N_("Disability or aid")
    section = N_("My disability and my aids")
    add = N_("Add a disability or an aid")
    none = N_("No disability, no aid")
    icon = "accessibility"

    name: Annotated[
        str,
        Label(
            N_("What is difficult, or what helps you?"),
            N_("For example: walking, deaf on the left"),
        ),
    ]
    care: Annotated[
        Prose | None,
        Label(
            N_("What makes care easier for you?"),
            N_("For example: speak slowly, on the right side"),
        ),
    ] = None
    technical_help: Annotated[
        str, Label(N_("Which aids do you use?"), N_("For example: stick, hearing aid, glasses"))
    ] = ""
    human_help: Annotated[bool | None, Label(N_("Does somebody help you for it?"))] = None
    types: Annotated[tuple[DisabilityFamily, ...], Label(N_("What is difficult?"))] = ()
    rate: Annotated[DisabilityRate | None, Label(N_("Which rate was recognised?"))] = None
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.since

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("since", self.since, today)
