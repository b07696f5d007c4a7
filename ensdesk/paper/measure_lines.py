"""Measurements of one type in words, in rows and as the lines of a chart, for sheet and screen."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ensdesk.kinds.goal import Goal
from ensdesk.kinds.measurement import Measurement, MeasurementType, Scale, body_mass_index
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.pressure_reading import Pressure
from ensdesk.record.quantity import Quantity
from ensdesk.record.wording import date_in_words, number_in_words, quantity_in_words

_T = MeasurementType


@dataclass(frozen=True, slots=True)
class Course:
    """The measurements of one type, the earliest first; those without a day are left out."""

    type: MeasurementType
    records: tuple[Measurement, ...]
    goal: Goal | None = None

    def scale(self) -> Scale | None:
        """Return the unit of the chart: that of the last value, as it stands in the table."""
        last = self.records[-1].value if self.records else None
        return self.type.scales.get(last.unit) if last else None

    def lines(self) -> list[tuple[str, list[float], list[float]]]:
        """Return name, days and values of each line of the chart."""
        names = [(_(self.type.words), False)]
        if self.type is _T.BLOOD_PRESSURE:
            names = [(_("first number"), False), (_("second number"), True)]
        taken = [(time_of(one.taken), one) for one in self.records if one.taken]
        return [(name, *self._points(taken, second)) for name, second in names]

    def marks(self) -> list[tuple[float, str]]:
        """Return the levels of the own target, with their words."""
        goal = self.goal
        if goal is None:
            return []
        numbers = [self.type.usual(one) for one in (goal.value, goal.diastolic) if one]
        known = [self._drawn(number, self.scale()) for number in numbers if number is not None]
        return [(level, _("target") if not at else "") for at, level in enumerate(known)]

    def goal_in_words(self) -> str:
        """Return the sentence of the own target; nothing without one."""
        if self.goal is None or not self.goal.value:
            return ""
        both = Measurement(type=self.type, value=self.goal.value, diastolic=self.goal.diastolic)
        return _("Target agreed with my doctor: {value}").format(value=in_words(both))

    def in_short(self) -> str:
        """Return the words that stand for the chart: how many, when, how low, how high."""
        if not self.records:
            return _("No value in this time.")
        first, last = self.records[0], self.records[-1]
        words = _("{count} values, from {first} to {last}. Lowest: {low}. Highest: {high}.")
        low, high = self._ends()
        return words.format(
            count=len(self.records), first=_day(first), last=_day(last), low=low, high=high
        )

    def _ends(self) -> tuple[str, str]:
        by_value = sorted(self.records, key=lambda one: _usual(one) or Decimal(0))
        return in_words(by_value[0]), in_words(by_value[-1])

    def _drawn(self, usual: Decimal, scale: Scale | None) -> float:
        """Return a number of the chart: blood pressures stand in centimetres of mercury."""
        if self.type is _T.BLOOD_PRESSURE:
            return float(usual) / 10
        return float(scale.from_usual(usual) if scale else usual)

    def _points(
        self, taken: Iterable[tuple[float, Measurement]], second: bool
    ) -> tuple[list[float], list[float]]:
        times, values = [], []
        scale = self.scale()
        for time, record in taken:
            value = _usual(record, second=second)
            if value is not None:
                times.append(time)
                values.append(self._drawn(value, scale))
        return times, values


def course(
    records: Iterable[Measurement], wanted: MeasurementType, since: datetime.date | None = None
) -> Course:
    """Return the measurements of *wanted* from the day *since* on."""
    first = since.isoformat() if since else ""
    kept = [r for r in records if r.type is wanted and r.value and r.taken and r.taken.iso >= first]
    return Course(wanted, tuple(sorted(kept, key=lambda one: one.taken.iso if one.taken else "")))


def goal_for(goals: Iterable[Goal], wanted: MeasurementType) -> Goal | None:
    """Return the own target of this type, the one written last."""
    return next((one for one in reversed(tuple(goals)) if one.type is wanted and one.value), None)


def with_body_mass(records: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """Add the body mass index to each weight, of the height known then; it is never kept."""
    heights = course(records, _T.HEIGHT).records
    if not heights:
        return tuple(records)
    days = [one.taken.iso for one in heights if one.taken]
    weights = course(records, _T.WEIGHT).records
    made = []
    for one in weights:
        height = heights[max(0, bisect_right(days, one.taken.iso if one.taken else "") - 1)]
        kilograms, tall = _usual(one), _usual(height)
        if kilograms and tall:
            index = Quantity(body_mass_index(kilograms, tall), _T.BMI.unit)
            made.append(Measurement(type=_T.BMI, value=index, taken=one.taken))
    return (*records, *made)


def types_used(records: Iterable[Measurement]) -> list[MeasurementType]:
    """Return the types that have a value, in the order shown."""
    used = {record.type for record in records if record.value}
    return [one for one in MeasurementType if one in used]


def in_words(record: Measurement) -> str:
    """Return `13/8 (130/80)`, `72,5 kg`, `4/10`, `4200 pas`, `70 par minute`."""
    if not record.value:
        return ""
    number = number_in_words(record.value.value)
    match record.type:
        case _T.STEPS:
            return _("{number} steps").format(number=number)
        case _T.HEART_RATE | _T.BREATHING:
            return _("{number} a minute").format(number=number)
        case _T.BLOOD_PRESSURE if record.diastolic:
            return _pressure(record.value, record.diastolic)
        case _T.PAIN:
            return f"{number}/10"
        case _:
            return quantity_in_words(record.value)


def remarks(record: Measurement) -> str:
    """Return what was noted besides: pulse, moment, days, own words."""
    pulse = record.pulse
    said = (
        _("pulse {number}").format(number=number_in_words(pulse.value)) if pulse else "",
        _(record.context.words) if record.context else "",
        _(record.period.words) if record.period else "",
        record.note or "",
    )
    return " · ".join(filter(None, said))


def _pressure(high: Quantity, low: Quantity) -> str:
    if {high.unit, low.unit} == {_T.BLOOD_PRESSURE.unit}:
        return Pressure(high.value, low.value).in_full()
    return f"{number_in_words(high.value)}/{quantity_in_words(low)}"


def _usual(record: Measurement, *, second: bool = False) -> Decimal | None:
    value = record.diastolic if second else record.value
    return record.type.usual(value) if value else None


def time_of(taken: PartialDate) -> float:
    """Return a moment in days since year 1; a day without an hour is its noon."""
    hour = taken.time
    part = (int(hour[:2]) + int(hour[3:]) / 60) / 24 if hour else 0.5
    return taken.first_day().toordinal() + part


def _day(record: Measurement) -> str:
    return date_in_words(PartialDate(record.taken.iso[:10])) if record.taken else ""
