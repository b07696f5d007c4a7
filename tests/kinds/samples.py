"""A sample value and a strategy for each shape, so that tests can fill any kind."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, TypeVar, assert_never

from hypothesis import strategies as st

from ensdesk.record.fields import Field, Link, Prose, Row, Shape, choices_of, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import UNIT_SIGNS, Quantity
from ensdesk.record.record import Origin, Record, RecordId

R = TypeVar("R", bound=Record)

TODAY = datetime.date(2026, 11, 23)
SOME_ID = RecordId("0123456789abcdef0123456789abcdef")


def sample_value(field: Field) -> Any:
    """Return one fine value for *field*, with accents and signs that markup would eat."""
    match field.shape:
        case Shape.LINE:
            return f"Éloïse <b>& {field.name}"
        case Shape.PROSE:
            return Prose(f"Première ligne de {field.name}.\nDeuxième ligne : 5 < 6 & 7.")
        case Shape.DATE:
            return PartialDate("2014-03-09")
        case Shape.NUMBER:
            return Decimal("72.5")
        case Shape.QUANTITY:
            return Quantity(Decimal("72.5"), "kg")
        case Shape.YES_NO:
            return False
        case Shape.CHOICE:
            return choices_of(field)[0]
        case Shape.LINK:
            return Link("f" * 32)
        case Shape.ROWS:
            return (sample_row(field),)
        case _:
            assert_never(field.shape)


def sample_row(field: Field) -> Row:
    """Return one filled row of a ROWS field."""
    row: Row = field.type(**{part.name: sample_value(part) for part in fields_of(_class(field))})
    return row


def sample(kind: type[R]) -> R:
    """Return a record of *kind* with every field filled."""
    return kind(id=SOME_ID, **{field.name: sample_value(field) for field in fields_of(kind)})


def smallest(kind: type[R]) -> R:
    """Return a record of *kind* with nothing but what it must have."""
    needed = {field.name: sample_value(field) for field in fields_of(kind) if field.required}
    return kind(id=SOME_ID, **needed)


def dates() -> st.SearchStrategy[PartialDate]:
    """Return years, months, days and minutes."""
    moments = st.datetimes()
    lengths = st.sampled_from([4, 7, 10, 16])
    return st.builds(lambda at, n: PartialDate(PartialDate.of(at).iso[:n]), moments, lengths)


def numbers() -> st.SearchStrategy[Decimal]:
    """Return numbers as people may write them."""
    return st.decimals(min_value=-(10**9), max_value=10**9, places=3)


def values(field: Field) -> st.SearchStrategy[Any]:
    """Return every value that *field* may hold when it is filled."""
    match field.shape:
        case Shape.LINE:
            return st.text(min_size=1)
        case Shape.PROSE:
            return st.text(min_size=1).map(Prose)
        case Shape.DATE:
            return dates()
        case Shape.NUMBER:
            return numbers()
        case Shape.QUANTITY:
            return st.builds(Quantity, numbers(), st.sampled_from([*UNIT_SIGNS, "mmol/L", ""]))
        case Shape.YES_NO:
            return st.booleans()
        case Shape.CHOICE:
            return st.sampled_from(choices_of(field))
        case Shape.LINK:
            return st.uuids().map(lambda found: Link(found.hex))
        case Shape.ROWS:
            return st.lists(_filled(_class(field)), min_size=1, max_size=4).map(tuple)
        case _:
            assert_never(field.shape)


def records(kind: type[R]) -> st.SearchStrategy[R]:
    """Return records of *kind*: each field filled, or left empty if it may be."""
    origins = st.builds(Origin, st.sampled_from(["typed", "document", "copy"]), st.text())
    return _filled(kind, id=st.uuids().map(lambda found: RecordId(found.hex)), origin=origins)


def _filled(kind: type[Any], **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    described = fields_of(kind)
    needed = {field.name: values(field) for field in described if field.required}
    optional = {field.name: values(field) for field in described if not field.required}
    chosen = st.fixed_dictionaries({**needed, **others}, optional=optional)
    return chosen.map(lambda named: kind(**named))


def _class(field: Field) -> type[Any]:
    assert isinstance(field.type, type)
    return field.type
