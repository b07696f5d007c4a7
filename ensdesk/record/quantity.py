"""A number with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# UCUM code -> how it is written in France. A code missing here is shown as it is.
UNIT_SIGNS = {
    "mm[Hg]": "mmHg",
    "cm[Hg]": "cmHg",
    "kg": "kg",
    "cm": "cm",
    "g/L": "g/L",
    "Cel": "°C",
    "/min": "/min",
    "%": "%",
}


def decimal_of(typed: str) -> Decimal:
    """Read a number as people type it: `72,5`, `72.5`, `1 200`. Raises ValueError."""
    written = "".join(typed.split()).replace("\u202f", "").replace(",", ".")
    if not written.isascii():
        raise ValueError("not a number")
    try:
        number = Decimal(written)
    except InvalidOperation:
        raise ValueError("not a number") from None
    if not number.is_finite():
        raise ValueError("not a number")
    return number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A decimal value and its unit as a UCUM code (https://ucum.org)."""

    value: Decimal
    unit: str

    def sign(self) -> str:
        """Return the unit as people write it."""
        return UNIT_SIGNS.get(self.unit, self.unit)
