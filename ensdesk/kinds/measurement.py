"""Measurements made at home (FHIR Observation; codes of LOINC, https://loinc.org)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Link, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later
from ensdesk.record.wording import number_in_words, quantity_in_words


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit of a type: the numbers that can be meant in it, and how it becomes the usual unit.

    The usual unit is `value * factor + offset`.
    """

    low: Decimal
    high: Decimal
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    @classmethod
    def of(cls, *written: str) -> Scale:
        """Return the scale of numbers as they are written: low, high, factor, offset."""
        return cls(*map(Decimal, written))

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def usual(self, value: Decimal) -> Decimal:
        return value * self.factor + self.offset

    def from_usual(self, value: Decimal) -> Decimal:
        return (value - self.offset) / self.factor


class MeasurementType(Choice):
    """What is measured: its code is that of LOINC, or of the French measures where LOINC has none.

    The body mass index is computed of height and weight: nobody types it, a copy may bring it.
    """

    BLOOD_PRESSURE = "85354-9", N_("blood pressure")
    WEIGHT = "29463-7", N_("weight")
    GLUCOSE = "2345-7", N_("blood sugar")
    HEART_RATE = "8867-4", N_("pulse")
    TEMPERATURE = "8310-5", N_("temperature")
    PAIN = "72514-3", N_("pain")
    OXYGEN = "2708-6", N_("oxygen in the blood")
    BREATHING = "9279-1", N_("breathing")
    STEPS = "41950-7", N_("steps in a day")
    HBA1C = "4548-4", N_("HbA1c")
    INTERSTITIAL_GLUCOSE = "MED-969", N_("sugar by sensor")
    GMI = "MED-972", N_("estimated HbA1c (GMI)")
    WAIST = "8280-0", N_("waist")
    HEIGHT = "8302-2", N_("height")
    HEAD = "8287-5", N_("head")
    BMI = "39156-5", N_("body mass index")

    @property
    def scales(self) -> Mapping[str, Scale]:
        """The UCUM units in which it may be kept, the usual one first."""
        return _SCALES[self]

    @property
    def unit(self) -> str:
        """The UCUM unit in which a new value is kept."""
        return next(iter(self.scales))

    def plausible(self, value: Quantity) -> bool:
        """Say whether *value* can be meant: catches slips of the finger, judges nothing."""
        scale = self.scales.get(value.unit)
        return scale is None or scale.holds(value.value)

    def usual(self, value: Quantity) -> Decimal | None:
        """Return *value* in the usual unit; nothing for a unit that is not known here."""
        scale = self.scales.get(value.unit)
        return scale.usual(value.value) if scale else None


_GLUCOSE = {
    "g/L": Scale.of("0.1", "10"),
    "mg/dL": Scale.of("10", "1000", "0.01"),
    "mmol/L": Scale.of("0.5", "56", "0.18016"),  # the molar mass of glucose is 180.16 g/mol
}
_SCALES: Mapping[MeasurementType, Mapping[str, Scale]] = {
    MeasurementType.BLOOD_PRESSURE: {"mm[Hg]": Scale.of("30", "300")},
    MeasurementType.WEIGHT: {"kg": Scale.of("1", "400")},
    MeasurementType.GLUCOSE: _GLUCOSE,
    MeasurementType.HEART_RATE: {"/min": Scale.of("20", "250")},
    MeasurementType.TEMPERATURE: {"Cel": Scale.of("30", "44")},
    MeasurementType.PAIN: {"{score}": Scale.of("0", "10")},
    MeasurementType.OXYGEN: {"%": Scale.of("40", "100")},
    MeasurementType.BREATHING: {"/min": Scale.of("4", "80")},
    MeasurementType.STEPS: {"/d": Scale.of("0", "100000")},
    # Both ways of counting on French results: NGSP and IFCC (https://ngsp.org/ifcc.asp).
    MeasurementType.HBA1C: {
        "%": Scale.of("3", "20"),
        "mmol/mol": Scale.of("9", "195", "0.09148", "2.152"),
    },
    MeasurementType.INTERSTITIAL_GLUCOSE: _GLUCOSE,
    MeasurementType.GMI: {"%": Scale.of("3", "20")},
    MeasurementType.WAIST: {"cm": Scale.of("30", "250")},
    MeasurementType.HEIGHT: {"cm": Scale.of("30", "250")},
    MeasurementType.HEAD: {"cm": Scale.of("20", "80")},
    MeasurementType.BMI: {"kg/m2": Scale.of("5", "100")},
}


class MeasurementContext(Choice):
    """At what moment a blood sugar was measured."""

    FASTING = "fasting", N_("before eating (fasting)")
    AFTER_MEAL = "after-meal", N_("after a meal")
    AFTER_EXERCISE = "after-exercise", N_("after an effort")
    UNWELL = "unwell", N_("when feeling unwell")
    OTHER = "other", N_("at another moment")


class MeasurementPeriod(Choice):
    """Over how many days a sensor counted."""

    WEEK = "7-days", N_("7 days")
    TWO_WEEKS = "14-days", N_("14 days")
    MONTH = "30-days", N_("30 days")
    QUARTER = "90-days", N_("90 days")
    OTHER = "other", N_("another time")


def body_mass_index(weight: Decimal, height: Decimal) -> Decimal:
    """Return kg/m2, to one decimal, of kilograms and centimetres."""
    return (weight / (height / 100) ** 2).quantize(Decimal("0.1"))


@dataclass(frozen=True, kw_only=True)
class Measurement(Record):
    """One measurement at one moment.

    A blood pressure holds the systolic pressure (LOINC 8480-6) in `value` and the diastolic
    (8462-4) in `diastolic`.
    """

    slug = "measurement"
    title = N_("Measurement")
    section = N_("My blood pressure, my weight")
    icon = "activity"

    type: Annotated[MeasurementType, Label(N_("What did you measure?"))]
    value: Annotated[Quantity, Label(N_("How much?"))]
    diastolic: Annotated[Quantity | None, Label(N_("Second number of the blood pressure"))] = None
    pulse: Annotated[Quantity | None, Label(N_("Pulse"))] = None
    context: Annotated[MeasurementContext | None, Label(N_("At what moment?"))] = None
    period: Annotated[MeasurementPeriod | None, Label(N_("Over how many days?"))] = None
    taken: Annotated[PartialDate | None, Label(N_("When?"))] = None
    series: Annotated[Link | None, Label(N_("Measured for"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        if not self.value:
            return ""
        if self.type is MeasurementType.PAIN:
            return f"{number_in_words(self.value.value)}/10"
        if not self.diastolic:
            return quantity_in_words(self.value)
        return f"{number_in_words(self.value.value)}/{quantity_in_words(self.diastolic)}"

    def when(self) -> PartialDate | None:
        return self.taken

    def part(self) -> str:
        return str(self.type or "")

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("taken", self.taken, today)
        for name, value in (("value", self.value), ("diastolic", self.diastolic)):
            if self.type and value and not self.type.plausible(value):
                yield Problem(name, N_("This number is unusual. Check it on your device."))
        if self.pulse and not MeasurementType.HEART_RATE.plausible(self.pulse):
            yield Problem("pulse", N_("This number is unusual. Check it on your device."))
        if self.value and self.diastolic and self.diastolic.value >= self.value.value:
            yield Problem(
                "diastolic", N_("The second number must be smaller than the first. Check both.")
            )
