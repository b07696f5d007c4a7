"""Insurance and cards (FHIR Coverage)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import ended, in_order


class CoverageType(Choice):
    """What the card or the contract is."""

    VITALE = "health-card", N_("health insurance card")
    COMPLEMENTARY = "complementary", N_("complementary insurance")
    EUROPEAN = "european-card", N_("European health insurance card")
    LONG_TERM = "long-term-illness", N_("long-term illness, 100 %")
    DISABILITY = "disability-card", N_("disability card")
    IDENTITY = "identity-card", N_("identity card or passport")
    OTHER = "other", N_("something else")


@dataclass(frozen=True, kw_only=True)
class Coverage(Record):
    """An insurance or a card, and until when it holds."""

    slug = "coverage"
    title = N_("Insurance or card")
    section = N_("My insurances and cards")
    add = N_("Add an insurance or a card")
    none = N_("No insurance, no card")
    over = N_("Expired")
    icon = "id-card"

    name: Annotated[
        str, Label(N_("Which insurance or card?"), N_("For example: Mutuelle des Lilas"))
    ]
    type: Annotated[CoverageType | None, Label(N_("What is it?"))] = None
    number: Annotated[str, Label(N_("Number"), N_("As it stands on the card"))] = ""
    since: Annotated[PartialDate | None, Label(N_("Valid from"))] = None
    until: Annotated[
        PartialDate | None, Label(N_("Valid until"), N_("Leave empty if there is no end"))
    ] = None
    phone: Annotated[str, Label(N_("Phone"), N_("For example: 06 12 34 56 78"))] = ""
    kept_at: Annotated[str, Label(N_("Where is it kept?"), N_("For example: in my handbag"))] = ""
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.until

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.until, today)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        del today
        yield from in_order("until", self.since, self.until)
