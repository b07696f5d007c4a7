"""People to call: relatives, carers and professionals (FHIR RelatedPerson, Practitioner)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose, Row
from ensdesk.record.record import Problem, Record


class ContactRole(Choice):
    """What a person is for the holder of the folder; one person may be several."""

    EMERGENCY = "emergency", N_("to call first")
    TRUSTED = "trusted", N_("person of trust")
    CARER = "carer", N_("person who helps me")
    DOCTOR = "doctor", N_("family doctor")
    SPECIALIST = "specialist", N_("another doctor")
    NURSE = "nurse", N_("nurse")
    PHARMACIST = "pharmacist", N_("pharmacy")
    MIDWIFE = "midwife", N_("midwife")
    HELPED = "helped", N_("person whom I help")


@dataclass(frozen=True, kw_only=True)
class Role(Row):
    """One thing that a contact is."""

    role: Annotated[ContactRole, Label(N_("Who is this for you?"))]


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """Somebody to call or to tell."""

    slug = "contact"
    title = N_("Person to call")
    section = N_("The people to call")
    add = N_("Add a person")
    none = N_("Nobody to call")
    icon = "phone"

    name: Annotated[str, Label(N_("First name and family name"))]
    roles: Annotated[tuple[Role, ...], Label(N_("Who is this for you?"))] = ()
    relation: Annotated[
        str, Label(N_("Family tie or speciality"), N_("For example: my daughter, cardiologist"))
    ] = ""
    phone: Annotated[str, Label(N_("Phone"), N_("For example: 06 12 34 56 78"))] = ""
    other_phone: Annotated[str, Label(N_("Other phone"))] = ""
    email: Annotated[str, Label(N_("E-mail address"))] = ""
    address: Annotated[Prose | None, Label(N_("Address"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def has_role(self, role: ContactRole) -> bool:
        return any(row.role is role for row in self.roles)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        del today
        for name, number in (("phone", self.phone), ("other_phone", self.other_phone)):
            if number and sum(sign.isdigit() for sign in number) < 2:
                yield Problem(name, N_("Write the digits of the phone number."))
