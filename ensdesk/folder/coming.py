"""Appointments to come, and those that are near."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ensdesk.kinds.appointment import Appointment, AppointmentStatus
from ensdesk.record.standing import parted

NEAR = datetime.timedelta(days=7)
_LONG = datetime.timedelta(hours=3)  # waiting included


def to_come(records: Iterable[Appointment], today: datetime.date) -> list[Appointment]:
    """Return those that are not gone by: the next one first, those without a date last."""
    holds, _over = parted(records, today)
    return sorted(holds, key=lambda one: one.date.iso if one.date else "~")


def near(records: Iterable[Appointment], today: datetime.date) -> list[Appointment]:
    """Return those of a known day from today to NEAR of which nothing became yet."""
    return [
        one
        for one in to_come(records, today)
        if one.date and one.date.day and one.date.first_day() - today <= NEAR
        if one.status in (None, AppointmentStatus.BOOKED)
    ]


def gone_by(visit: Appointment, now: datetime.datetime) -> bool:
    """Say whether the hour of *visit* is long past at the local time *now*."""
    if visit.date is None or not visit.date.time:
        return False
    return datetime.datetime.fromisoformat(visit.date.iso) + _LONG < now.replace(tzinfo=None)
