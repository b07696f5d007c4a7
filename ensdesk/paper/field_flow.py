"""Any record on paper, written once per shape: a new kind prints without a line more."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, assert_never

from reportlab.platypus import Flowable

from ensdesk.language import _
from ensdesk.paper.page import Styles
from ensdesk.paper.tagged_flow import Strong, bullets, paragraph
from ensdesk.record.fields import Field, Shape, fields_of
from ensdesk.record.record import Record
from ensdesk.record.wording import NameOf, in_words, row_in_words


def record_flow(
    record: Record, size: Styles, name_of: NameOf, *, without: Container[str] = ()
) -> list[Flowable]:
    """Return the headline and the filled fields of *record*, but for the names in *without*."""
    headline = record.headline()
    flows: list[Flowable] = [paragraph(headline, size.strong)] if headline else []
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.name in without or value in (None, "", ()) or value == headline:
            continue
        flows += _field(field, value, size, name_of)
    return flows


def record_line(record: Record, size: Styles, name_of: NameOf) -> list[Flowable]:
    """Return the same as `record_flow` in one paragraph, for who reads fast."""
    headline = record.headline()
    pieces: list[str] = [Strong(headline)] if headline else []
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value in (None, "", ()) or value == headline:
            continue
        words = in_words(field, value, name_of)
        pieces += [" · " if pieces else "", _asked(field), Strong(words)]
    return [paragraph(pieces, size.cell)]


def _field(field: Field, value: Any, size: Styles, name_of: NameOf) -> list[Flowable]:
    label = _asked(field)
    match field.shape:
        case (
            Shape.LINE
            | Shape.DATE
            | Shape.NUMBER
            | Shape.QUANTITY
            | Shape.YES_NO
            | Shape.CHOICE
            | Shape.PROSE
            | Shape.LINK
        ):
            return [paragraph([label, Strong(in_words(field, value, name_of))], size.cell)]
        case Shape.ROWS:
            rows = [row_in_words(row, name_of) for row in value]
            return [paragraph(label, size.cell), *bullets(rows, size.item)]
        case _:
            assert_never(field.shape)


def _asked(field: Field) -> str:
    """Return the label and what stands between it and its answer."""
    label = _(field.label.text)
    return label + (" " if label.endswith("?") else _(": "))
