"""A number with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# UCUM code -> how it is written in France. A code missing here is shown as it is.
UNIT_SIGNS = {
    "mm[Hg]": "mmHg",
    "cm[Hg]": "cmHg",
    "kg": "kg",
    "cm": "cm",
    "g/L": "g/L",
    "Cel": "°C",
    "/min": "/min",
    "/d": "",
    "{score}": "/10",
    "%": "%",
    "kg/m2": "kg/m²",
}


_TYPED = re.compile(r"-?(\d{1,3}( \d{3}){1,3}|\d{1,12})([.,]\d{0,9})?", re.ASCII)


def decimal_of(typed: str) -> Decimal:
    """Read a number as people type it: `72,5`, `72.5`, `1 200`. Raises ValueError.

    A space may only part thousands: `13 8` are two numbers, not 138.
    """
    written = " ".join(typed.split())
    if not _TYPED.fullmatch(written):
        raise ValueError("not a number")
    return Decimal(written.replace(" ", "").replace(",", "."))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A decimal value and its unit as a UCUM code (https://ucum.org)."""

    value: Decimal
    unit: str

    def sign(self) -> str:
        """Return the unit as people write it."""
        return UNIT_SIGNS.get(self.unit, self.unit)
