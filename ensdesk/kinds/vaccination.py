"""Vaccinations (FHIR Immunization)."""

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


class VaccineDose(Choice):
    """Which injection it was, as the national vaccination record asks."""

    FIRST = "first", N_("first vaccination")
    BOOSTER = "booster", N_("booster")
    UNKNOWN = "unknown", N_("I do not know")


@dataclass(frozen=True, kw_only=True)
class Vaccination(Record):
    """A vaccine that was given."""

    slug = "vaccination"
    title = N_("Vaccination")
    section = N_("My vaccinations")
    add = N_("Add a vaccination")
    none = N_("No vaccination")
    icon = "syringe"

    vaccine: Annotated[str, Label(N_("Which vaccine?"), N_("For example: flu, tetanus"))]
    date: Annotated[PartialDate | None, Label(N_("When was it given?"))] = None
    dose: Annotated[VaccineDose | None, Label(N_("Which injection was it?"))] = None
    next_due: Annotated[
        PartialDate | None, Label(N_("Date of the next one"), N_("As written in your booklet"))
    ] = None
    against: Annotated[
        str, Label(N_("Against which illnesses?"), N_("For example: tetanus, polio"))
    ] = ""
    performer: Annotated[str, Label(N_("Who gave it?"), N_("For example: the pharmacy"))] = ""
    lot: Annotated[
        str, Label(N_("Batch number"), N_("It is on the small label of the vaccine"))
    ] = ""
    site: Annotated[str, Label(N_("Where on the body?"), N_("For example: left arm"))] = ""
    route: Annotated[str, Label(N_("How was it given?"), N_("For example: in the muscle"))] = ""
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.vaccine

    def when(self) -> PartialDate | None:
        return self.date

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
        yield from in_order("next_due", self.date, self.next_due)
