"""A number of bytes as people say it."""

from __future__ import annotations

from decimal import Decimal

from ensdesk.language import N_, _
from ensdesk.record.wording import number_in_words


def size_in_words(size: int) -> str:
    """Return `12 Mo`, `1,4 Go` or `300 Ko`; rounded, for a first idea."""
    if size >= 1_000_000_000:
        number = number_in_words(Decimal(round(size / 100_000_000)) / 10)
        return _(N_("{number} GB")).format(number=number)
    if size >= 1_000_000:
        return _(N_("{number} MB")).format(number=round(size / 1_000_000))
    return _(N_("{number} KB")).format(number=max(1, round(size / 1000)))
