"""A record as plain JSON values, for the vault and for copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, assert_never, cast

from ensdesk.record.fields import Field, Row, Shape, fields_of
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Origin, Record, RecordId

_UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, ArithmeticError)

R = TypeVar("R", bound=Record)
JSON = dict[str, object]


@dataclass(frozen=True, slots=True)
class UnreadRows:
    """Rows of a field that this version cannot read, each with its place among the others."""

    rows: tuple[tuple[int, object], ...]

    def among(self, known: list[object]) -> list[object]:
        """Return *known* with the unread rows put back where they stood."""
        every = known[:]
        for place, row in self.rows:
            every.insert(place, row)
        return every


def to_payload(record: Record) -> JSON:
    """Return what to write down; fields left empty are not written."""
    origin = {} if record.origin == Origin() else {"origin": _written_origin(record.origin)}
    return {**_written_fields(record), **origin}


def from_payload(kind: type[R], record_id: RecordId, payload: Mapping[str, object]) -> R:
    """Rebuild a record; what this version cannot read is carried along untouched."""
    values, unknown = _read_fields(kind, payload)
    written = unknown.pop("origin", None)
    origin = _read_origin(written)
    if origin is None:
        unknown["origin"] = written
    for field in fields_of(kind):
        if field.required and field.name not in values:
            values[field.name] = field.type() if field.shape is Shape.LINE else None
    return kind(id=record_id, origin=origin or Origin(), unknown=unknown, **values)


def _written_fields(holder: Record | Row) -> JSON:
    known = {
        field.name: _write(field, value)
        for field in fields_of(type(holder))
        if (value := getattr(holder, field.name)) not in (None, "", ())
    }
    unread = {
        name: value.among(cast("list[object]", known.pop(name, [])))
        if isinstance(value, UnreadRows)
        else value
        for name, value in holder.unknown.items()
    }
    return {**unread, **known}


def _read_fields(
    kind: type, payload: Mapping[str, object]
) -> tuple[dict[str, Any], dict[str, object]]:
    readers = _readers(kind)
    values: dict[str, Any] = {}
    unknown: dict[str, object] = {}
    for name, written in payload.items():
        try:
            value = readers[name](written)
        except _UNREADABLE:
            unknown[name] = written
            continue
        if isinstance(value, _ReadRows):
            if value.unread:
                unknown[name] = UnreadRows(value.unread)
            value = value.rows
        values[name] = value
    return values, unknown


def _write(field: Field, value: Any) -> object:
    match field.shape:
        case Shape.LINE | Shape.PROSE | Shape.CHOICE | Shape.DATE | Shape.NUMBER | Shape.LINK:
            return str(value)
        case Shape.QUANTITY:
            return {"value": str(value.value), "unit": value.unit}
        case Shape.YES_NO:
            return bool(value)
        case Shape.ROWS:
            return [_written_fields(row) for row in value]
        case _:
            assert_never(field.shape)


@dataclass(frozen=True, slots=True)
class _ReadRows:
    """The rows that could be read, and the others: one of them hides no other."""

    rows: tuple[Row, ...]
    unread: tuple[tuple[int, object], ...]


@cache
def _readers(kind: type) -> dict[str, Callable[[Any], Any]]:
    """Return what reads each field, chosen once: a chart reads a thousand records."""
    return {field.name: _reader(field) for field in fields_of(kind)}


def _reader(field: Field) -> Callable[[Any], Any]:
    match field.shape:
        case Shape.LINE | Shape.PROSE | Shape.CHOICE | Shape.DATE | Shape.LINK:
            return lambda raw: field.type(_only(str, raw))
        case Shape.NUMBER:
            return _finite
        case Shape.QUANTITY:
            return _quantity
        case Shape.YES_NO:
            return lambda raw: _only(bool, raw)
        case Shape.ROWS:
            return lambda raw: _read_rows(field, raw)
        case _:
            assert_never(field.shape)


def _quantity(raw: Any) -> Quantity:
    if raw.keys() != {"value", "unit"}:
        raise ValueError("not a quantity of this version")
    return Quantity(_finite(raw["value"]), _only(str, raw["unit"]))


def _read_rows(field: Field, raw: object) -> _ReadRows:
    rows: list[Row] = []
    unread: list[tuple[int, object]] = []
    for place, written in enumerate(_only(list, raw)):
        try:
            rows.append(_read_row(field, written))
        except _UNREADABLE:
            unread.append((place, written))
    return _ReadRows(tuple(rows), tuple(unread))


def _read_row(field: Field, raw: object) -> Row:
    kind = cast("type", field.type)
    values, unknown = _read_fields(kind, _only(dict, raw))
    if any(part.name in unknown for part in fields_of(kind)):
        raise ValueError("half a row would read as another one")
    return cast("Row", field.type(unknown=unknown, **values))


def _only(wanted: type[Any], raw: Any) -> Any:
    if type(raw) is not wanted:
        raise TypeError("another JSON type than expected")
    return raw


def _finite(raw: Any) -> Decimal:
    number = Decimal(_only(str, raw))
    # Only what `_write` writes: `1e5` would not come back as it was, `1E+99999` would fill a page.
    if not number.is_finite() or str(number) != raw or abs(number.adjusted()) > 30:
        raise ValueError("not a number of this version")
    return number


def _written_origin(origin: Origin) -> JSON:
    return {"how": origin.how, **({"ref": origin.ref} if origin.ref else {})}


def _read_origin(written: Any) -> Origin | None:
    match written:
        case None:
            return Origin()
        case {"how": str(how), "ref": str(ref), **rest} if not rest:
            return Origin(how, ref)
        case {"how": str(how), **rest} if not rest:
            return Origin(how)
        case _:
            return None
