"""What a field of a record can hold, and the words that go with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum, StrEnum, auto
from types import NoneType, UnionType
from typing import Annotated, Any, Self, Union, get_args, get_origin, get_type_hints

from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity


class Prose(str):
    """Text that may run over several lines."""

    __slots__ = ()


class Link(str):
    """The id of another record of the folder."""

    __slots__ = ()


class Choice(StrEnum):
    """One of a few answers: a code that is stored for ever, and words that may change."""

    words: str

    def __new__(cls, code: str, words: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a field that holds several: a flat dataclass of labelled fields."""

    unknown: Mapping[str, object] = dataclasses.field(default_factory=dict, repr=False, hash=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """The words for one field, in English; they are translated when shown."""

    text: str
    hint: str = ""


class Shape(Enum):
    """Every way a field can be stored, edited and printed."""

    LINE = auto()
    PROSE = auto()
    DATE = auto()
    NUMBER = auto()
    QUANTITY = auto()
    YES_NO = auto()
    CHOICE = auto()
    LINK = auto()
    ROWS = auto()


_SHAPES: dict[type, Shape] = {
    str: Shape.LINE,
    Prose: Shape.PROSE,
    PartialDate: Shape.DATE,
    Decimal: Shape.NUMBER,
    Quantity: Shape.QUANTITY,
    bool: Shape.YES_NO,
    Link: Shape.LINK,
}


_described: dict[type[Any], tuple[Field, ...]] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind, ready for a form, a table or a page.

    `type` is the Python type; for ROWS the dataclass of one row, for CHOICE the enumeration.
    """

    name: str
    label: Label
    shape: Shape
    type: Callable[..., Any]
    required: bool


def fields_of(kind: type[Any]) -> tuple[Field, ...]:
    """Return the labelled fields of *kind* (a record or a row), in the order they were written."""
    if kind not in _described:
        hints = get_type_hints(kind, include_extras=True)
        _described[kind] = tuple(
            _describe(declared, hints[declared.name])
            for declared in dataclasses.fields(kind)
            if get_origin(hints[declared.name]) is Annotated
        )
    return _described[kind]


def choices_of(field: Field) -> tuple[Choice, ...]:
    """Return the answers of a CHOICE field, in the order shown."""
    return tuple(field.type)  # type: ignore[arg-type]  # an enumeration class is iterable


def _describe(declared: dataclasses.Field[Any], hint: Any) -> Field:
    annotated, label = get_args(hint)
    required = declared.default is dataclasses.MISSING
    (python_type,) = _without_none(annotated)
    if get_origin(python_type) is tuple:
        return Field(declared.name, label, Shape.ROWS, get_args(python_type)[0], required)
    shape = Shape.CHOICE if issubclass(python_type, Choice) else _SHAPES[python_type]
    return Field(declared.name, label, shape, python_type, required)


def _without_none(annotated: Any) -> tuple[Any, ...]:
    if get_origin(annotated) in (Union, UnionType):
        return tuple(part for part in get_args(annotated) if part is not NoneType)
    return (annotated,)
