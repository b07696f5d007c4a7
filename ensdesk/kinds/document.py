"""Papers kept whole: prescriptions, results, letters (FHIR DocumentReference)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import in_order, not_later
from ensdesk.record.topic import Topic, filed_by_topic


class Category(Choice):
    """The nine drawers of papers, as people know them from the national health space."""

    SUMMARY = "summary", N_("my health in short")
    PRESCRIPTION = "prescription", N_("prescriptions and care")
    IMAGING = "imaging", N_("X-ray, ultrasound, scanner")
    LABORATORY = "laboratory", N_("blood test and laboratory")
    REPORT = "report", N_("letters from doctors and hospital")
    PREVENTION = "prevention", N_("vaccines and screening")
    CERTIFICATE = "certificate", N_("certificates")
    ADMINISTRATIVE = "administrative", N_("administrative papers")
    OTHER = "other", N_("other papers")


class Turn(Choice):
    """How the pages are turned when they are shown: a photo is often taken sideways."""

    RIGHT = "90", N_("a quarter to the right")
    AROUND = "180", N_("upside down")
    LEFT = "270", N_("a quarter to the left")


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """A paper of the person. Its bytes live beside the vault under the same record id."""

    slug = "document"
    title = N_("Paper")
    section = N_("My papers")
    add = N_("Add a paper")
    none = N_("No paper")
    icon = "file-text"

    name: Annotated[str, Label(N_("Name of the paper"), N_("For example: blood test"))]
    category: Annotated[Category | None, Label(N_("What kind of paper is it?"))] = None
    date: Annotated[PartialDate | None, Label(N_("Date on the paper"))] = None
    author: Annotated[str, Label(N_("Who wrote it?"), N_("For example: Doctor Martin"))] = ""
    until: Annotated[
        PartialDate | None, Label(N_("Valid until"), N_("Leave empty if there is no end"))
    ] = None
    about: Annotated[tuple[Topic, ...], Label(N_("For which illness?"))] = ()
    turn: Annotated[Turn | None, Label(N_("Turn the pages?"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.date

    def part(self) -> str:
        return str(self.category or "")

    def filed_under(self) -> Iterator[tuple[str, str]]:
        if self.author:
            yield "author", self.author
        yield from filed_by_topic(self)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
        yield from in_order("until", self.date, self.until)
