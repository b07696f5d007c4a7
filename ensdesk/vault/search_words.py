"""The words by which a record is found: what the person wrote, and nothing of the program's."""

from __future__ import annotations

from collections.abc import Iterator

from ensdesk.record.fields import Row, Shape, fields_of
from ensdesk.record.record import Record
from ensdesk.vault.digests import storable

_NOT_TEXT = dict.fromkeys(range(9), " ")


def words_of(record: Record) -> str:
    """Return the headline and every text of *record*, one a line."""
    lines = dict.fromkeys(line for line in (record.headline(), *_texts(record)) if line)
    return "\n".join(lines)


def words_in(value: object) -> str:
    """Return every text of a payload of an unknown kind, one a line."""
    return "\n".join(dict.fromkeys(_leaves(value)))


def indexable(text: str) -> str:
    """Return *text* without the signs that mark a match, and without halves of letters."""
    return storable(text).translate(_NOT_TEXT)


def _texts(holder: Record | Row) -> Iterator[str]:
    for field in fields_of(type(holder)):
        value = getattr(holder, field.name)
        if not value:
            continue
        if field.shape in (Shape.LINE, Shape.PROSE):
            yield str(value)
        elif field.shape is Shape.ROWS:
            for row in value:
                yield from _texts(row)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
