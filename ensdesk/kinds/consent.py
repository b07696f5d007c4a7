"""The yes that was given before anything was written (GDPR art. 4(11), 7 and 9(2)(a))."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later


class Capacity(Choice):
    """In what capacity somebody makes the folder of another person."""

    RELATIVE = "relative", N_("relative or friend")
    TRUSTED = "trusted", N_("person of trust")
    FAMILY_AUTHORISATION = "family-authorisation", N_("family authorisation by a judge")
    CURATOR = "curator", N_("curator")
    GUARDIAN = "guardian", N_("guardian")


class KeptOn(Choice):
    """Where the folder was going to lie when the person agreed."""

    COMPUTER = "computer", N_("on this computer")
    KEY = "key", N_("on a USB key")


@dataclass(frozen=True, kw_only=True)
class Consent(Record):
    """The dated consent to this folder."""

    slug = "consent"
    title = N_("My agreement")
    section = N_("My agreement")
    icon = "handshake"
    single = True

    given_on: Annotated[PartialDate | None, Label(N_("Day of the agreement"))]
    written_by: Annotated[str, Label(N_("Who made the folder, if somebody else"))] = ""
    capacity: Annotated[Capacity | None, Label(N_("In what capacity?"))] = None
    person_present: Annotated[bool | None, Label(N_("The person was there"))] = None
    person_agrees: Annotated[bool | None, Label(N_("The person agreed"))] = None
    kept_on: Annotated[KeptOn | None, Label(N_("Where the folder is kept"))] = None

    def headline(self) -> str:
        return ""

    def when(self) -> PartialDate | None:
        return self.given_on

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("given_on", self.given_on, today)
