"""The shipped rules for a blood pressure over several days: dated, and old one day."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from decimal import Decimal

from ensdesk.kinds.series import Series
from ensdesk.record.partial_date import PartialDate
from ensdesk.resources import assets

_FILE = "pressure_series.json"


@dataclass(frozen=True, slots=True)
class PressureRule:
    """So many measurements each morning and each evening, on so many days."""

    name: str
    times: int
    days: int
    left_out: int = 0

    def begun(self, today: datetime.date) -> Series:
        """Return a series by this rule that begins today."""
        return Series(
            rule=self.name,
            times=Decimal(self.times),
            days=Decimal(self.days),
            left_out=Decimal(self.left_out),
            started=PartialDate.of(today),
        )


@dataclass(frozen=True, slots=True)
class PressureRules:
    """All the rules, the usual one first; after `review_by` somebody should have read them anew."""

    written: datetime.date
    review_by: datetime.date
    rules: tuple[PressureRule, ...]

    def old(self, today: datetime.date) -> bool:
        return today > self.review_by


def pressure_rules() -> PressureRules:
    """Read the shipped file."""
    kept = json.loads((assets() / "data" / _FILE).read_text(encoding="utf-8"))
    return PressureRules(
        datetime.date.fromisoformat(kept["date"]),
        datetime.date.fromisoformat(kept["review_by"]),
        tuple(PressureRule(**rule) for rule in kept["rules"]),
    )
