"""Wishes: advance directives, person of trust, organ donation (CSP L.1111-11, L.1111-6)."""

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


class WishType(Choice):
    """What the wish is about."""

    DIRECTIVES = "advance-directives", N_("my advance directives")
    TRUSTED = "trusted-person", N_("my person of trust")
    ORGANS = "organ-donation", N_("organ donation")
    OTHER = "other", N_("another wish")


@dataclass(frozen=True, kw_only=True)
class Wish(Record):
    """What the person wants; only a paper signed by hand has legal value, this says where it is.

    Of two wishes of one type the latest prevails (CSP R.1111-17).
    """

    slug = "wish"
    title = N_("Wish")
    section = N_("My wishes")
    add = N_("Add a wish")
    over = N_("Replaced by a later one")
    icon = "feather"

    type: Annotated[WishType, Label(N_("Which wish is it?"))]
    date: Annotated[PartialDate | None, Label(N_("Written on which day?"))] = None
    kept_at: Annotated[
        str,
        Label(N_("Where is the paper kept?"), N_("For example: on the desk, in the blue sleeve")),
    ] = ""
    text: Annotated[Prose | None, Label(N_("What is written?"))] = None
    person: Annotated[
        str, Label(N_("Name of the person of trust"), N_("Only if the wish is about that person"))
    ] = ""
    signed: Annotated[bool | None, Label(N_("Is the paper signed by hand?"))] = None
    witnesses: Annotated[str, Label(N_("Witnesses"), N_("Only if you could not write"))] = ""
    copy_holder: Annotated[str, Label(N_("Who has a copy?"))] = ""
    informed: Annotated[bool | None, Label(N_("Do your relatives know it?"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.person

    def when(self) -> PartialDate | None:
        return self.date

    def replaces(self, other: Record) -> bool:
        same = isinstance(other, Wish) and other.type is self.type is not WishType.OTHER
        return bool(same and self.date and (was := other.when()) and was.surely_before(self.date))

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
