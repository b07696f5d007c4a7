"""A blood pressure series day by day: what is measured, what comes next, and the average."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.series import Series
from ensdesk.record.pressure_reading import Pressure

_EVENING_FROM = "15:00"


class Half(Enum):
    """The two times of a day at which one measures."""

    MORNING = "morning"
    EVENING = "evening"

    @classmethod
    def of(cls, hour: str | None) -> Half:
        """Return the half of an hour such as `08:30`; without any it is the morning."""
        return cls.EVENING if (hour or "") >= _EVENING_FROM else cls.MORNING


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One day on which something was measured."""

    day: datetime.date
    morning: tuple[Measurement, ...]
    evening: tuple[Measurement, ...]

    def at(self, half: Half) -> tuple[Measurement, ...]:
        return self.morning if half is Half.MORNING else self.evening


@dataclass(frozen=True, slots=True)
class SeriesSoFar:
    """A series and its measurements, the earliest first.

    A morning or an evening that was missed is measured on a later day: nothing has to be begun
    again. It is done when enough mornings and enough evenings are.
    """

    series: Series
    records: tuple[Measurement, ...]

    @classmethod
    def of(cls, series: Series, measured: Iterable[Measurement]) -> SeriesSoFar:
        """Pick the blood pressures of *series* among those *measured*."""
        own = [
            one
            for one in measured
            if str(one.series or "") == str(series.id)
            and one.type is MeasurementType.BLOOD_PRESSURE
            and one.value
            and one.diastolic
            and one.taken
            and one.taken.day
        ]
        return cls(series, tuple(sorted(own, key=lambda one: one.taken.iso if one.taken else "")))

    @property
    def times(self) -> int:
        return max(1, int(self.series.times or 1))

    @property
    def wanted(self) -> int:
        """Return how many mornings and evenings are asked for, together."""
        return 2 * max(1, int(self.series.days or 1))

    def days(self) -> tuple[SeriesDay, ...]:
        """Return the days with a measurement, the first one first."""
        found: dict[datetime.date, dict[Half, list[Measurement]]] = {}
        for one in self.records:
            if one.taken:
                halves = found.setdefault(one.taken.first_day(), {half: [] for half in Half})
                halves[Half.of(one.taken.time)].append(one)
        return tuple(
            SeriesDay(day, tuple(halves[Half.MORNING]), tuple(halves[Half.EVENING]))
            for day, halves in found.items()
        )

    def made(self, half: Half) -> int:
        """Return how many mornings, or evenings, have all their measurements."""
        return sum(len(day.at(half)) >= self.times for day in self.days())

    def made_in_all(self) -> int:
        """Return how many mornings and evenings are done, none counted beyond what is asked."""
        return sum(min(self.made(half), self.wanted // 2) for half in Half)

    def done(self) -> bool:
        return self.made_in_all() >= self.wanted

    def running(self) -> bool:
        return not self.done() and self.series.ended is None

    def left_at(self, day: datetime.date, half: Half) -> int:
        """Return how many measurements are due at this time of this day."""
        if not self.running() or self.made(half) >= self.wanted // 2:
            return 0
        measured = next((len(one.at(half)) for one in self.days() if one.day == day), 0)
        return max(0, self.times - measured)

    def next_after(self, day: datetime.date, half: Half) -> tuple[datetime.date, Half, int] | None:
        """Return what is due from this time on: which day, which half, how many; None if over."""
        # Whatever the clock was when they were made: at most the days that are measured are full.
        for ahead in range(len(self.days()) + 2):
            at_day = day + datetime.timedelta(days=ahead)
            for at_half in Half:
                past = at_day == day and at_half is Half.MORNING and half is Half.EVENING
                if not past and (left := self.left_at(at_day, at_half)):
                    return at_day, at_half, left
        return None

    def counted(self) -> tuple[Measurement, ...]:
        """Return what the average is made of: the rule may leave out the first days."""
        left_out = int(self.series.left_out or 0)
        days = self.days()[left_out:]
        return tuple(one for day in days for one in (*day.morning, *day.evening))

    def average(self) -> Pressure | None:
        """Return the mean of the measurements that count, in whole millimetres of mercury."""
        counted = self.counted()
        highs = [one.type.usual(one.value) for one in counted]
        lows = [one.type.usual(one.diastolic) for one in counted if one.diastolic]
        high, low = _mean(highs), _mean(lows)
        return None if high is None or low is None else Pressure(high, low)


def _mean(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    return (sum(known, Decimal(0)) / len(known)).quantize(Decimal(1), ROUND_HALF_UP)
