"""A field in words, for lists, pages, search and speech."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any, assert_never

from ensdesk.language import N_, _, code
from ensdesk.record.fields import Field, Row, Shape, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity

NameOf = Callable[[str], str]  # the headline of the record that a link points to

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip


def no_longer_there(_record_id: str) -> str:
    """Return what is said of a link to something retired or erased, or of a newer kind."""
    return _(N_("a line taken away"))


def in_words(field: Field, value: Any, name_of: NameOf = no_longer_there) -> str:
    """Return what a reader sees for *value*; nothing for a field left empty."""
    if value is None:
        return ""
    match field.shape:
        case Shape.LINE | Shape.PROSE:
            return str(value)
        case Shape.LINK:
            return name_of(value)
        case Shape.NUMBER:
            return number_in_words(value)
        case Shape.QUANTITY:
            return quantity_in_words(value)
        case Shape.DATE:
            return date_in_words(value)
        case Shape.YES_NO:
            return _(N_("yes") if value else N_("no"))
        case Shape.CHOICE:
            return _(value.words)
        case Shape.ROWS:
            return " · ".join(row_in_words(row, name_of) for row in value)
        case _:
            assert_never(field.shape)


def row_in_words(row: Row, name_of: NameOf = no_longer_there) -> str:
    """Return the filled fields of one row, one after the other."""
    fields = fields_of(type(row))
    written = (in_words(field, getattr(row, field.name), name_of) for field in fields)
    return _(": ").join(words for words in written if words)


def number_in_words(number: Decimal) -> str:
    """Return `72,5` in French and `72.5` in English."""
    return f"{number:f}".replace(".", "," if code() == "fr" else ".")


def quantity_in_words(quantity: Quantity) -> str:
    """Return `72,5 kg`, held together on one line."""
    return f"{number_in_words(quantity.value)}\u00a0{quantity.sign()}".rstrip("\u00a0")


def date_in_words(date: PartialDate) -> str:
    """Return `2014`, `mars 2014`, `9 mars 2014` or `9 mars 2014 à 8 h 30`."""
    if date.month is None:
        return str(date.year)
    month = _(_MONTHS[date.month - 1])
    if date.day is None:
        return _held(_("{month} {year}").format(month=month, year=date.year))
    words = _("{day} {month} {year}").format(day=_ordinal(date.day), month=month, year=date.year)
    if date.time:
        hour, minute = date.time.split(":")
        words = _("{day} at {hour}:{minute}").format(day=words, hour=int(hour), minute=minute)
    return _held(words)


def day_in_words(day: datetime.date) -> str:
    """Return `lundi 23 novembre`, for the top of the home page."""
    return _("{weekday} {day} {month}").format(
        weekday=_(_DAYS[day.weekday()]),
        day=_ordinal(day.day),
        month=_(_MONTHS[day.month - 1]),
    )


def _ordinal(day: int) -> str:
    return "1er" if day == 1 and code() == "fr" else str(day)


def _held(words: str) -> str:
    """Keep *words* together on one line."""
    return words.replace(" ", "\u00a0")
