"""A blood pressure measured on several days by one rule; its values are measurements."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Label
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later

TIMES_AT_MOST, DAYS_AT_MOST = 9, 31


@dataclass(frozen=True, kw_only=True)
class Series(Record):
    """What was asked for when it began: rules change, a series keeps its own."""

    slug = "series"
    title = N_("Blood pressure series")
    section = N_("My blood pressure over several days")
    add = N_("Begin a series")
    none = N_("No series")
    icon = "calendar-clock"

    rule: Annotated[str, Label(N_("By which rule?"))]
    times: Annotated[Decimal, Label(N_("How many measurements in the morning and in the evening?"))]
    days: Annotated[Decimal, Label(N_("On how many days?"))]
    left_out: Annotated[Decimal | None, Label(N_("First days left out of the average"))] = None
    started: Annotated[PartialDate | None, Label(N_("Since when?"))] = None
    ended: Annotated[PartialDate | None, Label(N_("Stopped on"))] = None

    def headline(self) -> str:
        return self.rule

    def when(self) -> PartialDate | None:
        return self.started

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("started", self.started, today)
        yield from not_later("ended", self.ended, today)
        for name, number, most in (
            ("times", self.times, TIMES_AT_MOST),
            ("days", self.days, DAYS_AT_MOST),
        ):
            if number is not None and not 1 <= number <= most:
                yield Problem(name, N_("This number is unusual. Check it."))
