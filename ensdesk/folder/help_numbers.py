"""The shipped numbers to call when somebody is forced or cheated: dated, and old one day."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from ensdesk.resources import assets

_FILE = "help_numbers.json"


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """A telephone number, and when to call it: `danger`, `silent`, `mistreated`."""

    number: str
    when: str


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """All of them, the most urgent first; after `review_by` somebody should read them anew."""

    written: datetime.date
    review_by: datetime.date
    numbers: tuple[HelpNumber, ...]

    def old(self, today: datetime.date) -> bool:
        return today > self.review_by


def help_numbers() -> HelpNumbers:
    """Read the shipped file."""
    kept = json.loads((assets() / "data" / _FILE).read_text(encoding="utf-8"))
    return HelpNumbers(
        datetime.date.fromisoformat(kept["date"]),
        datetime.date.fromisoformat(kept["review_by"]),
        tuple(HelpNumber(**number) for number in kept["numbers"]),
    )
