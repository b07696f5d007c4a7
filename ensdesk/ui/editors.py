"""One small editor for each shape of field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, assert_never

from ensdesk.language import N_, _
from ensdesk.record.fields import Field, Prose, Shape, choices_of
from ensdesk.record.quantity import decimal_of
from ensdesk.record.wording import number_in_words
from ensdesk.ui.widgets.choice import AT_ONCE, ChoiceList, Option
from ensdesk.ui.widgets.date_field import DateField
from ensdesk.ui.widgets.field import Field as Line
from ensdesk.ui.widgets.field import Labelled, ProseField
from ensdesk.ui.widgets.quantity_field import QuantityField
from ensdesk.ui.widgets.rows_field import LineRows, TickedRows, WordedRows, choice_of, other_fields

_UNREADABLE = {
    Shape.DATE: N_("This date cannot be read. Write it like this: 14/07/1948"),
    Shape.NUMBER: N_("Write a number, like this: 72,5"),
    Shape.QUANTITY: N_("Write a number, like this: 72,5"),
}


@dataclass(frozen=True, slots=True)
class Editor:
    """A labelled input and the two ways to talk to it.

    `read` raises ValueError for what cannot be read; `controls` counts what Tab stops at.
    """

    widget: Labelled
    read: Callable[[], object]
    show: Callable[[Any], None]
    controls: int = 1


def editor_for(field: Field) -> Editor:  # noqa: C901 - one case for each shape
    """Return an empty editor for *field*."""
    label, hint = _(field.label.text), _(field.label.hint)
    optional = not field.required
    match field.shape:
        case Shape.LINE:
            line = Line(label, hint, optional=optional)
            return Editor(line, line.text, line.set_text)
        case Shape.PROSE:
            prose = ProseField(label, hint, optional=optional)
            return Editor(
                prose,
                lambda: Prose(prose.text()) or None,
                lambda value: prose.set_text(value or ""),
            )
        case Shape.DATE:
            date = DateField(label, hint, optional=optional)
            return Editor(date, date.date, date.set_date)
        case Shape.NUMBER:
            return _number(label, hint, optional=optional)
        case Shape.QUANTITY:
            quantity = QuantityField(label, "", hint, optional=optional)
            return Editor(quantity, quantity.quantity, quantity.set_quantity)
        case Shape.YES_NO:
            return _choice(label, hint, [(True, _(N_("yes"))), (False, _(N_("no")))])
        case Shape.CHOICE:
            options: list[Option] = [(answer, _(answer.words)) for answer in choices_of(field)]
            if optional:
                options.append((None, _(N_("no answer"))))
            return _choice(label, hint, options)
        case Shape.LINK:
            return _kept(label)
        case Shape.ROWS:
            return _rows(field)
        case _:
            assert_never(field.shape)


def unreadable(field: Field) -> str:
    """Return what to say when `read` raised ValueError."""
    return _(_UNREADABLE.get(field.shape, N_("This cannot be read. Write it another way.")))


def unanswered(field: Field) -> str:
    """Return what to say when a required field is empty."""
    if field.shape in (Shape.CHOICE, Shape.YES_NO):
        return _(N_("Choose one answer."))
    return _(N_("Write something here."))


def set_unit(editor: Editor, unit: str) -> None:
    """Tell the editor of a QUANTITY in which unit a new number is."""
    if isinstance(editor.widget, QuantityField):
        editor.widget.set_unit(unit)


def _number(label: str, hint: str, *, optional: bool) -> Editor:
    line = Line(label, hint, optional=optional, letters=8)
    line.expect_numbers()
    return Editor(
        line,
        lambda: decimal_of(line.text()) if line.text() else None,
        lambda value: line.set_text("" if value is None else number_in_words(value)),
    )


def _choice(label: str, hint: str, options: list[Option]) -> Editor:
    choice = ChoiceList(label, options, hint)
    return Editor(choice, choice.chosen, choice.choose, min(len(options), AT_ONCE))


def _rows(field: Field) -> Editor:
    choice = choice_of(field)
    others = other_fields(field, choice)
    if choice is not None and not others:
        ticks = TickedRows(field, choice)
        return Editor(ticks, ticks.rows, ticks.set_rows, min(len(ticks.boxes), AT_ONCE))
    if choice is not None and [part.shape for part in others] == [Shape.LINE]:
        lines = WordedRows(field, choice, others[0])
        return Editor(lines, lines.rows, lines.set_rows, len(lines.lines))
    if [part.shape for part in others] == [Shape.LINE]:
        texts = LineRows(field, others[0])
        return Editor(texts, texts.rows, texts.set_rows, len(texts.lines))
    return _kept(_(field.label.text))


def _kept(label: str) -> Editor:
    """Return an editor that shows nothing and gives back what it was given."""
    held: list[object] = [None]
    widget = Labelled(label)
    widget.hide()

    def show(value: object) -> None:
        held[0] = value

    return Editor(widget, lambda: held[0], show, 0)
