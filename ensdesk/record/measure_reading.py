"""Measurements as people type them: 72,5, 1,10 for grams of sugar, 1m65, 110 mg/dL."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from ensdesk.record.quantity import UNIT_SIGNS, Quantity, decimal_of

_METRES = re.compile(r"([0-2])\s*m\s*(\d{2})?", re.ASCII)
_NUMBER = re.compile(r"([\d\s.,-]*\d)\s*(\D*?)\.?", re.ASCII)
_OUT_OF_TEN = re.compile(r"\s*(/|sur|out of)\s*10$")
_TALLEST = 3  # nobody is 3 m tall, nobody measures less than 3 cm
# A bare number from which on another unit is surely meant, as devices and laboratories write it.
_SURELY = {("g/L", "mg/dL"): 20, ("%", "mmol/mol"): 20}


def read_measure(typed: str, unit: str, known: Collection[str]) -> Quantity:
    """Read a number that is in *unit* unless it says or shows another one of *known*.

    Raises ValueError.
    """
    written = typed.strip().lower()
    if unit == "{score}":
        written = _OUT_OF_TEN.sub("", written)
    if unit == "cm" and (metres := _METRES.fullmatch(written)):
        return Quantity(Decimal(int(metres[1]) * 100 + int(metres[2] or 0)), unit)
    found = _NUMBER.fullmatch(written)
    if not found:
        raise ValueError("not a number")
    number = decimal_of(found[1])
    if unit == "cm" and found[2] in ("", "m") and 0 < number < _TALLEST:
        return Quantity(_plain(number * 100), unit)
    return Quantity(number, _unit_said(found[2], known) or _unit_shown(number, unit, known))


def _unit_said(sign: str, known: Collection[str]) -> str:
    bare = sign.replace(" ", "")
    if not bare:
        return ""
    for unit in known:
        if bare in {unit.lower(), UNIT_SIGNS.get(unit, unit).lower(), unit.split("/")[0].lower()}:
            return unit
    raise ValueError("another unit")


def _unit_shown(number: Decimal, unit: str, known: Collection[str]) -> str:
    for (usual, other), least in _SURELY.items():
        if unit == usual and other in known and number >= least:
            return other
    return unit


def _plain(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
