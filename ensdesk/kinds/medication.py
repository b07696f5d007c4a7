"""Medicines (FHIR MedicationStatement)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose, Row
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import ended, in_order, not_later
from ensdesk.record.topic import Topic, filed_by_topic


class Moment(Choice):
    """A moment of the day (FHIR event timing MORN, NOON, EVE, HS)."""

    MORNING = "morning", N_("morning")
    NOON = "noon", N_("noon")
    EVENING = "evening", N_("evening")
    BEDTIME = "bedtime", N_("bedtime")


class MedicationSource(Choice):
    """Where the line was read: a nurse trusts a prescription more than a memory."""

    PRESCRIPTION = "prescription", N_("prescription")
    BOX = "box", N_("written on the box")
    TOLD = "told", N_("said by the person")


@dataclass(frozen=True, kw_only=True)
class Intake(Row):
    """What is taken at one moment of the day."""

    moment: Annotated[Moment, Label(N_("When?"))]
    dose: Annotated[str, Label(N_("How much?"), N_("For example: 1 tablet, 10 drops"))] = "1"


@dataclass(frozen=True, kw_only=True)
class Medication(Record):
    """A medicine the person takes or has taken."""

    slug = "medication"
    title = N_("Medicine")
    section = N_("My medicines")
    add = N_("Add a medicine")
    none = N_("No medicine")
    over = N_("Stopped")
    icon = "pill"

    name: Annotated[
        str, Label(N_("Which medicine?"), N_("As it is written on the box: Doliprane 1000 mg"))
    ]
    substance: Annotated[
        str, Label(N_("What is it made of?"), N_("The small word under the name: paracetamol"))
    ] = ""
    intakes: Annotated[tuple[Intake, ...], Label(N_("When do you take it, and how much?"))] = ()
    as_needed: Annotated[bool | None, Label(N_("Only when needed?"))] = None
    reason: Annotated[str, Label(N_("What is it for?"), N_("For example: for the heart"))] = ""
    about: Annotated[tuple[Topic, ...], Label(N_("For which illness?"))] = ()
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )
    until: Annotated[
        PartialDate | None, Label(N_("Until when?"), N_("Leave empty if it goes on"))
    ] = None
    source: Annotated[MedicationSource | None, Label(N_("Where does this line come from?"))] = None
    source_date: Annotated[PartialDate | None, Label(N_("Date of the prescription"))] = None
    prescriber: Annotated[str, Label(N_("Who prescribed it?"))] = ""
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.since

    def taken_on(self, today: datetime.date) -> bool:
        """Say whether it is still taken on *today*, as far as is known."""
        return not self.over_on(today)

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.until, today)

    def dose_at(self, moment: Moment) -> str:
        """Return what is taken at *moment*; nothing if nothing is."""
        return ", ".join(intake.dose for intake in self.intakes if intake.moment is moment)

    def filed_under(self) -> Iterator[tuple[str, str]]:
        yield from filed_by_topic(self)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("source_date", self.source_date, today)
        yield from in_order("until", self.since, self.until)
        moments = [intake.moment for intake in self.intakes]
        if len(set(moments)) < len(moments):
            yield Problem("intakes", N_("The same moment is written twice. Keep only one."))
