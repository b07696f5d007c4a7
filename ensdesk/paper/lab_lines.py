"""Laboratory results gathered by analysis and unit, the earliest first, for sheet and screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ensdesk.kinds.lab_result import LabResult
from ensdesk.language import _, plural
from ensdesk.paper.measure_lines import time_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words

Drawn = tuple[str, list[float], list[float]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One thing that was looked for, in one unit. Those without a day come first."""

    name: str
    unit: str
    records: tuple[LabResult, ...]

    @property
    def last(self) -> LabResult:
        return self.records[-1]

    def title(self) -> str:
        """Return `Créatinine (mg/L)`."""
        return f"{self.name} ({self.unit})" if self.unit else self.name

    def lines(self) -> list[Drawn]:
        """Return name, days and values of the one line of the chart: only numbers with a day."""
        known = [
            (one.date, one.value) for one in self.records if one.date and one.value is not None
        ]
        times = [time_of(date) for date, _value in known]
        return [(self.name, times, [float(value) for _date, value in known])]

    def drawable(self) -> bool:
        """Say whether there are two points to join."""
        return len(self.lines()[0][1]) > 1

    def in_short(self) -> str:
        """Return the words that stand for the chart."""
        days = [one.date for one in self.records if one.date]
        count = plural("{count} result", "{count} results", len(self.records))
        if not days:
            return f"{count}."
        return _("{count}, from {first} to {last}. The last one: {value}.").format(
            count=count, first=_day(days[0]), last=_day(days[-1]), value=self.last.result()
        )


def analyses(records: Iterable[LabResult]) -> list[Analysis]:
    """Gather *records* by name, whatever its capitals and accents, then by unit.

    A result in words without a unit stands with the numbers of its name, if they have one unit.
    """
    by_name: dict[str, list[LabResult]] = {}
    for one in sorted(records, key=lambda one: one.date.iso if one.date else ""):
        by_name.setdefault(_folded(one.name), []).append(one)
    return [analysis for name in sorted(by_name) for analysis in _by_unit(by_name[name])]


def _by_unit(records: list[LabResult]) -> list[Analysis]:
    units = {_folded(one.unit): one.unit for one in records if one.unit}
    only = next(iter(units)) if len(units) == 1 else ""
    found: dict[str, list[LabResult]] = {}
    for one in records:
        found.setdefault(_folded(one.unit) or only, []).append(one)
    return [
        Analysis(same[-1].name, units.get(unit, ""), tuple(same)) for unit, same in found.items()
    ]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(s for s in plain if not unicodedata.combining(s)).split())


def _day(date: PartialDate) -> str:
    return date_in_words(PartialDate(date.iso[:10]))
