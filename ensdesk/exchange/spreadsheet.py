"""A table of the records of one kind, as French spreadsheets open it by a double click (CSV).

Written once per shape. No cell is ever read as a formula: words that would begin one are given an
apostrophe, and every cell is quoted (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, assert_never

from ensdesk.language import N_, _
from ensdesk.record.fields import Field, Shape, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.wording import NameOf, in_words, number_in_words, row_in_words

_BEGINS_FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20"
_SEPARATOR = ";"  # the comma is the decimal sign


def table_of(kind: type[Record], records: Iterable[Record], name_of: NameOf) -> bytes:
    """Return the table: labels first, a line a record; UTF-8 with its mark, lines end in CR LF.

    *name_of* gives the headline of the record that a link points to.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=_SEPARATOR, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    fields = fields_of(kind)
    writer.writerow([plain(head) for field in fields for head in _heads(field)])
    for record in records:
        values = ((field, getattr(record, field.name)) for field in fields)
        writer.writerow([cell for field, value in values for cell in _cells(field, value, name_of)])
    return out.getvalue().encode("utf-8-sig")


def plain(words: str) -> str:
    """Return *words* as a cell that no spreadsheet reads as a formula."""
    kept = "".join(sign for sign in words if sign.isprintable() or sign == "\n").strip()
    return f"'{kept}" if kept[:1] in _BEGINS_FORMULA and kept else kept


def _heads(field: Field) -> tuple[str, ...]:
    label = _(field.label.text)
    if field.shape is Shape.QUANTITY:
        return label, _("{label} (unit)").format(label=label)
    return (label,)


def _cells(field: Field, value: Any, name_of: NameOf) -> tuple[str, ...]:
    if value is None:
        return ("",) * len(_heads(field))
    match field.shape:
        case Shape.LINE | Shape.PROSE | Shape.CHOICE | Shape.YES_NO | Shape.LINK:
            return (plain(in_words(field, value, name_of)),)
        case Shape.DATE:
            return (_date(value),)
        case Shape.NUMBER:
            return (number_in_words(value),)
        case Shape.QUANTITY:
            return number_in_words(value.value), plain(value.sign())
        case Shape.ROWS:
            return (plain(" / ".join(row_in_words(row, name_of) for row in value)),)
        case _:
            assert_never(field.shape)


def _date(date: PartialDate) -> str:
    """Return `08/12/2026 10:30`, `12/2026` or `2026`."""
    day = _(N_("{day}/{month}/{year}")) if date.day else "{month}/{year}"
    if not date.month:
        return str(date.year)
    words = day.format(day=f"{date.day or 0:02d}", month=f"{date.month:02d}", year=date.year)
    return f"{words} {date.time}" if date.time else words
