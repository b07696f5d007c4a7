"""A field that holds several lines, each about one answer of a short list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ensdesk.language import _
from ensdesk.record.fields import Choice, Field, Row, Shape, choices_of, fields_of
from ensdesk.ui.widgets.choice import Option, TickList
from ensdesk.ui.widgets.field import Field as TypedField
from ensdesk.ui.widgets.field import Labelled

_LINES = 5  # what one page of a form holds


def choice_of(field: Field) -> Field | None:
    """Return the one field of the rows that is a choice; None if they have another form."""
    found = [part for part in fields_of(_row_type(field)) if part.shape is Shape.CHOICE]
    return found[0] if len(found) == 1 else None


def other_fields(field: Field, choice: Field | None) -> list[Field]:
    """Return the fields of the rows beside their choice."""
    return [part for part in fields_of(_row_type(field)) if part is not choice]


class TickedRows(TickList):
    """Rows that are only a choice: one tick each."""

    def __init__(self, field: Field, choice: Field) -> None:
        options: list[Option] = [(answer, _(answer.words)) for answer in choices_of(choice)]
        super().__init__(_(field.label.text), options, _(field.label.hint))
        self._field, self._choice = field, choice
        self._kept: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """Return a row for each tick; rows that were there stay as they were."""
        return tuple(
            _row_for(self._kept, self._choice, answer) or _made(self._field, self._choice, answer)
            for answer in self.ticked()
        )

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._kept = tuple(rows)
        self.tick(getattr(row, self._choice.name) for row in rows)


class WordedRows(Labelled):
    """Rows that are a choice and a few words: one line for each answer, empty = no row."""

    def __init__(self, field: Field, choice: Field, words: Field) -> None:
        super().__init__(_(field.label.text), _(words.label.hint))
        self._field, self._choice, self._words = field, choice, words
        self._kept: tuple[Row, ...] = ()
        self.lines: dict[Choice, TypedField] = {}
        for answer in choices_of(choice):
            line = TypedField(_(answer.words), letters=18)
            self.lines[answer] = line
            self.body.addWidget(line)
        self.target = next(iter(self.lines.values())).line

    def rows(self) -> tuple[Row, ...]:
        """Return a row for each line that is not empty."""
        found = []
        for answer, line in self.lines.items():
            if line.text():
                row = _row_for(self._kept, self._choice, answer)
                row = row or _made(self._field, self._choice, answer)
                change: dict[str, Any] = {self._words.name: line.text()}
                found.append(replace(row, **change))
        return tuple(found)

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._kept = tuple(rows)
        for answer, line in self.lines.items():
            row = _row_for(self._kept, self._choice, answer)
            line.set_text(str(getattr(row, self._words.name)) if row else "")

    def value(self) -> object:
        """Return what to keep of a half-filled page."""
        return [line.line.text() for line in self.lines.values()] if self.rows() else None

    def set_value(self, value: object) -> None:
        if isinstance(value, list):
            for line, text in zip(self.lines.values(), value, strict=False):
                line.set_text(str(text))


class LineRows(Labelled):
    """Rows that are one text each: a few lines, empty = no row."""

    def __init__(self, field: Field, words: Field) -> None:
        super().__init__(_(field.label.text), _(words.label.hint))
        self._field, self._words = field, words
        self._kept: tuple[Row, ...] = ()
        self.lines: list[TypedField] = []
        self._grow(_LINES)
        self.target = self.lines[0].line

    def rows(self) -> tuple[Row, ...]:
        """Return a row for each line that is not empty; untouched rows stay as they were."""
        old = dict(enumerate(self._kept))
        return tuple(
            self._row(old.get(place), line.text())
            for place, line in enumerate(self.lines)
            if line.text()
        )

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._kept = tuple(rows)
        self._grow(len(rows))
        for place, line in enumerate(self.lines):
            row = rows[place] if place < len(rows) else None
            line.set_text(str(getattr(row, self._words.name)) if row else "")

    def value(self) -> object:
        """Return what to keep of a half-filled page."""
        return [line.line.text() for line in self.lines] if self.rows() else None

    def set_value(self, value: object) -> None:
        if isinstance(value, list):
            self._grow(len(value))
            for line, text in zip(self.lines, value, strict=False):
                line.set_text(str(text))

    def _row(self, old: Row | None, text: str) -> Row:
        change: dict[str, Any] = {self._words.name: text}
        if old is not None:
            same = getattr(old, self._words.name) == text
            return old if same else replace(old, **change)
        row = self._field.type(**change)
        if not isinstance(row, Row):
            raise TypeError("the type of a ROWS field is a Row")
        return row

    def _grow(self, wanted: int) -> None:
        while len(self.lines) < wanted:
            name = _("{words} {number}").format(
                words=_(self._words.label.text), number=len(self.lines) + 1
            )
            line = TypedField(name)
            self.lines.append(line)
            self.body.addWidget(line)


def _row_for(rows: Sequence[Row], choice: Field, answer: Choice) -> Row | None:
    return next((row for row in rows if getattr(row, choice.name) is answer), None)


def _made(field: Field, choice: Field, answer: Choice) -> Row:
    row = field.type(**{choice.name: answer})
    if not isinstance(row, Row):
        raise TypeError("the type of a ROWS field is a Row")
    return row


def _row_type(field: Field) -> type[Any]:
    if not isinstance(field.type, type):
        raise TypeError("the type of a ROWS field is a class")
    return field.type
