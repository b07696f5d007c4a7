"""Measurements made at home (FHIR Observation; codes of LOINC, https://loinc.org)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later
from ensdesk.record.wording import number_in_words, quantity_in_words


class MeasurementType(Choice):
    """What is measured: its code is the LOINC code."""

    BLOOD_PRESSURE = "85354-9", N_("blood pressure")
    WEIGHT = "29463-7", N_("weight")

    @property
    def unit(self) -> str:
        """The UCUM unit in which a new value is kept."""
        return "mm[Hg]" if self is MeasurementType.BLOOD_PRESSURE else "kg"

    def plausible(self, value: Quantity) -> bool:
        """Say whether *value* can be meant: catches slips of the finger, judges nothing."""
        if value.unit != self.unit:
            return True
        low, high = (30, 300) if self is MeasurementType.BLOOD_PRESSURE else (1, 400)
        return Decimal(low) <= value.value <= Decimal(high)


@dataclass(frozen=True, kw_only=True)
class Measurement(Record):
    """One measurement at one moment.

    A blood pressure holds the systolic pressure (LOINC 8480-6) in `value` and the diastolic
    (8462-4) in `diastolic`.
    """

    slug = "measurement"
    title = N_("Blood pressure or weight")
    section = N_("My blood pressure, my weight")
    icon = "activity"

    type: Annotated[MeasurementType, Label(N_("What did you measure?"))]
    value: Annotated[Quantity, Label(N_("How much?"))]
    diastolic: Annotated[Quantity | None, Label(N_("Second number of the blood pressure"))] = None
    taken: Annotated[PartialDate | None, Label(N_("When?"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        if not self.value:
            return ""
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
        if self.value and self.diastolic and self.diastolic.value >= self.value.value:
            yield Problem(
                "diastolic", N_("The second number must be smaller than the first. Check both.")
            )
