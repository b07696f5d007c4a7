"""Appointments, and the questions for them (FHIR Appointment)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose, Row
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.sense import ended


class AppointmentStatus(Choice):
    """What became of it (FHIR Appointment.status)."""

    BOOKED = "booked", N_("planned")
    FULFILLED = "fulfilled", N_("it took place")
    CANCELLED = "cancelled", N_("cancelled")
    MISSED = "noshow", N_("missed")


@dataclass(frozen=True, kw_only=True)
class Question(Row):
    """One thing to ask."""

    question: Annotated[
        str, Label(N_("Question"), N_("For example: may I take this medicine in the evening?"))
    ]


@dataclass(frozen=True, kw_only=True)
class Appointment(Record):
    """A visit to a doctor or a hospital, and what one wants to ask there."""

    slug = "appointment"
    title = N_("Appointment")
    section = N_("My appointments and my questions")
    add = N_("Add an appointment")
    none = N_("No appointment")
    over = N_("Past")
    icon = "calendar-clock"

    name: Annotated[str, Label(N_("With whom?"), N_("For example: Doctor Martin, the hospital"))]
    date: Annotated[
        PartialDate | None,
        Label(N_("Which day, at what time?"), N_("For example: 14/12/2026 10:30")),
    ] = None
    speciality: Annotated[str, Label(N_("Speciality"), N_("For example: cardiologist"))] = ""
    reason: Annotated[str, Label(N_("What is it for?"), N_("For example: for the heart"))] = ""
    place: Annotated[Prose | None, Label(N_("Where?"), N_("Address, floor, how to get there"))] = (
        None
    )
    questions: Annotated[tuple[Question, ...], Label(N_("My questions for the doctor"))] = ()
    status: Annotated[AppointmentStatus | None, Label(N_("What became of it?"))] = None
    note: Annotated[Prose | None, Label(N_("What was said?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.date

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.date, today)
