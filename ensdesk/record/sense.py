"""Rules of plain sense that several kinds share."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ensdesk.language import N_
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem

_ANOTHER_ZONE = datetime.timedelta(days=1)


def not_later(field: str, date: PartialDate | None, today: datetime.date) -> Iterator[Problem]:
    """Yield a problem when *date* is surely after *today*."""
    if date and PartialDate.of(today).surely_before(date):
        yield Problem(field, N_("This day has not come yet. Check the year."))


def ended(until: PartialDate | None, today: datetime.date) -> bool:
    """Say whether *until* is surely before *today*."""
    return until is not None and until.surely_before(PartialDate.of(today))


def is_recent(day: datetime.date, today: datetime.date, within: datetime.timedelta) -> bool:
    """Say whether what was done on *day* still holds: no longer ago than *within*.

    A day to come was written by a clock that was wrong: nobody knows when it was done.
    """
    return today - within < day <= today + _ANOTHER_ZONE


def in_order(field: str, since: PartialDate | None, until: PartialDate | None) -> Iterator[Problem]:
    """Yield a problem when *until* is surely before *since*."""
    if since and until and until.surely_before(since):
        yield Problem(field, N_("The end comes before the beginning. Check both dates."))
