"""Own targets, as agreed with a doctor (FHIR Goal): shown beside the values, never judged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.kinds.measurement import MeasurementType
from ensdesk.language import N_
from ensdesk.record.fields import Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later
from ensdesk.record.wording import number_in_words, quantity_in_words


@dataclass(frozen=True, kw_only=True)
class Goal(Record):
    """The value that the person and the doctor aim at for one type of measurement.

    That of a blood pressure holds the systolic pressure in `value`, the other in `diastolic`.
    """

    slug = "goal"
    title = N_("Target")
    section = N_("My targets")
    add = N_("Add a target")
    none = N_("No target")
    icon = "star"

    type: Annotated[MeasurementType, Label(N_("For which measurement?"))]
    value: Annotated[Quantity, Label(N_("Target agreed with my doctor"))]
    diastolic: Annotated[Quantity | None, Label(N_("Second number of the blood pressure"))] = None
    agreed_on: Annotated[PartialDate | None, Label(N_("When was it agreed?"))] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        if not self.value:
            return ""
        if not self.diastolic:
            return quantity_in_words(self.value)
        return f"{number_in_words(self.value.value)}/{quantity_in_words(self.diastolic)}"

    def when(self) -> PartialDate | None:
        return self.agreed_on

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("agreed_on", self.agreed_on, today)
        if self.type and self.value and not self.type.plausible(self.value):
            yield Problem("value", N_("This number is unusual. Check it."))
