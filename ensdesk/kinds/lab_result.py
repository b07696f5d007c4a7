"""Results of a laboratory (FHIR Observation of the category laboratory)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later
from ensdesk.record.wording import number_in_words


@dataclass(frozen=True, kw_only=True)
class LabResult(Record):
    """One line of a laboratory paper, as it is printed there: no judgement is added.

    The unit is the text of the paper (FHIR Quantity.unit), not a code. What is no number, or has a
    sign such as `< 0,5`, stands in `text` (FHIR valueString). `low` and `high` are the range that
    the laboratory prints (FHIR referenceRange).
    """

    slug = "lab-result"
    title = N_("Laboratory result")
    section = N_("My laboratory results")
    add = N_("Add a result")
    icon = "flask-conical"

    name: Annotated[str, Label(N_("What was looked for?"), N_("For example: cholesterol"))]
    value: Annotated[Decimal | None, Label(N_("Which number?"), N_("For example: 2,1"))] = None
    unit: Annotated[str, Label(N_("Unit"), N_("As it is printed: g/L, mmol/L"))] = ""
    text: Annotated[
        str, Label(N_("Or the result in words"), N_("For example: negative, less than 0,5"))
    ] = ""
    date: Annotated[PartialDate | None, Label(N_("Date of the blood test"))] = None
    low: Annotated[Decimal | None, Label(N_("Lowest usual number"), N_("As it is printed"))] = None
    high: Annotated[Decimal | None, Label(N_("Highest usual number"), N_("As it is printed"))] = (
        None
    )
    laboratory: Annotated[str, Label(N_("Which laboratory?"))] = ""
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.date

    def result(self) -> str:
        """Return `7,1 %`, or the result in words."""
        if self.value is None:
            return self.text
        return f"{number_in_words(self.value)}\u00a0{self.unit}".rstrip("\u00a0")

    def usual(self) -> str:
        """Return `4,0 – 6,0`, `≤ 1,00` or `≥ 30` as the laboratory prints it; maybe nothing."""
        low, high = (
            number_in_words(number) if number is not None else ""
            for number in (self.low, self.high)
        )
        if low and high:
            return f"{low} – {high}"
        return f"≤ {high}" if high else f"≥ {low}" if low else ""

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
        if self.low is not None and self.high is not None and self.low > self.high:
            yield Problem("high", N_("The highest number is under the lowest. Check both."))
