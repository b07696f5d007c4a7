"""Dates as people remember them: a year, a month, a day, or a minute."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"\d{4}(-\d{2}(-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?)?)?", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """`2014`, `2014-03`, `2014-03-09` or `2014-03-09T08:30` (local time); sorts as text.

    The precisions are those of FHIR's dateTime, without zone: a folder lives where its person does.
    Raises ValueError for anything else, and for days that do not exist.
    """

    iso: str

    def __post_init__(self) -> None:
        if not _WRITTEN.fullmatch(self.iso):
            raise ValueError("expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM")
        datetime.datetime.fromisoformat(self.iso + "0001-01-01T00:00"[len(self.iso) :])

    def __str__(self) -> str:
        return self.iso

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """Return *day* to the minute when it has one, else to the day."""
        if isinstance(day, datetime.datetime):
            return cls(day.replace(tzinfo=None).isoformat(timespec="minutes"))
        return cls(day.isoformat())

    @property
    def year(self) -> int:
        return int(self.iso[:4])

    @property
    def month(self) -> int | None:
        return int(self.iso[5:7]) if len(self.iso) >= 7 else None

    @property
    def day(self) -> int | None:
        return int(self.iso[8:10]) if len(self.iso) >= 10 else None

    @property
    def time(self) -> str | None:
        """`08:30`, when the minute is known."""
        return self.iso[11:] or None

    def first_day(self) -> datetime.date:
        """Return the earliest day it may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def surely_before(self, other: PartialDate) -> bool:
        """Say whether this ended before *other* began, as far as both are known."""
        known = min(len(self.iso), len(other.iso))
        return self.iso[:known] < other.iso[:known]
