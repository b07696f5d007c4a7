"""Blood pressures as people in France say them: 13/8 for 130 and 80 millimetres of mercury."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ensdesk.record.wording import number_in_words

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:[/\\;:-]|\bsur\b|\bover\b|\s)\s*|\s*,\s+")
_CENTIMETRES = 30  # no pressure is as high as 30 cm nor as low as 30 mm


@dataclass(frozen=True, slots=True)
class Pressure:
    """The two numbers of a blood pressure, in millimetres of mercury."""

    high: Decimal
    low: Decimal

    def in_words(self) -> str:
        """Return `13/8`, or `13,5/8,2` for 135 and 82."""
        return f"{_in_centimetres(self.high)}/{_in_centimetres(self.low)}"

    def in_full(self) -> str:
        """Return `13/8 (130/80)`: as it is said, then as the device shows it."""
        return f"{self.in_words()} ({number_in_words(self.high)}/{number_in_words(self.low)})"


def read_pressure(first: str, second: str = "") -> Pressure:
    """Read `13` and `8`, or both in one: `13/8`, `13,5 8`, `135/85`. Raises ValueError.

    Each number may be in centimetres, as doctors say it, or in millimetres, as devices show it.
    """
    numbers = [part for typed in (first, second) for part in _parts(typed)]
    if len(numbers) != 2:
        raise ValueError("not two numbers")
    return Pressure(*map(_in_millimetres, numbers))


def holds_both(typed: str) -> bool:
    """Say whether *typed* is a whole blood pressure already."""
    try:
        return len(_parts(typed)) == 2
    except ValueError:
        return False


def _parts(typed: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(typed.strip().lower()) if part]
    if not all(_NUMBER.fullmatch(part) for part in parts):
        raise ValueError("not a number")
    return parts


def _in_millimetres(typed: str) -> Decimal:
    number = Decimal(typed.replace(",", "."))
    return _plain(number * 10 if number < _CENTIMETRES else number)


def _in_centimetres(number: Decimal) -> str:
    return number_in_words(_plain(number / 10))


def _plain(number: Decimal) -> Decimal:
    """Return *number* without zeros at its end: 130, not 130.0."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
