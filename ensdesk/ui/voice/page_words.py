"""What is read aloud of a page: what stands in view, in reading order, and never a secret."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from ensdesk.language import N_, _
from ensdesk.ui.widgets.chart_view import ChartView
from ensdesk.ui.widgets.secret_line import WORDS_OF_A_SHEET, SecretLine
from ensdesk.ui.widgets.word_boxes import WordBox

_LINE = 40  # pixels: beside a tall picture stand several lines
_READ = (
    QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QScrollArea,
    ChartView, WordBox,
)  # fmt: skip


def words_of(place: QWidget, *, secrets: bool = False) -> list[str]:
    """Return the sentences of *place*; with *secrets* also the words of a key sheet in view.

    What is typed into a secret line is never read, not even when it is shown.
    """
    said = [_said(widget, secrets=secrets) for widget in _in_order(place)]
    lines = (line.strip() for words in said for line in words.splitlines())
    return [line for line, _same in groupby(filter(None, lines))]


def read_when_asked(*widgets: QWidget) -> None:
    """Mark what holds words of a secret: they are read only when the person asks for it."""
    for widget in widgets:
        widget.setProperty(WORDS_OF_A_SHEET, True)


def holds_secret(place: QWidget) -> bool:
    """Say whether words of a key sheet are in view."""
    return any(_is_secret(widget) for widget in _in_order(place))


def _in_order(place: QWidget) -> list[QWidget]:
    """Return what is read, line by line and from left to right; what is inside another is left."""
    seen: list[QWidget] = [
        widget
        for widget in place.findChildren(QWidget)
        if isinstance(widget, _READ) and widget.isVisibleTo(place)
    ]
    whole = [one for one in seen if not any(_inside(one, other) for other in seen)]
    corners = {one: one.mapTo(place, QPoint(0, 0)) for one in whole}
    whole.sort(key=lambda one: (corners[one].y(), corners[one].x()))
    ordered: list[QWidget] = []
    while whole:
        first = whole[0]
        middle = corners[first].y() + min(first.height(), _LINE) // 2 + 1
        row = [one for one in whole if corners[one].y() < middle]
        ordered += sorted(row, key=lambda one: corners[one].x())
        whole = [one for one in whole if one not in row]
    return ordered


def _inside(widget: QWidget, other: QWidget) -> bool:
    return other is not widget and other.isAncestorOf(widget)


def _is_secret(widget: QWidget) -> bool:
    return isinstance(widget, WordBox) or bool(widget.property(WORDS_OF_A_SHEET))


def _said(widget: QWidget, *, secrets: bool) -> str:
    if _is_secret(widget):
        return _secret(widget) if secrets else _(N_("I do not read these words."))
    match widget:
        case SecretLine():
            return _(N_("{label}: hidden.")).format(label=_name(widget))
        case QLabel():
            return "" if _is_label(widget) else widget.text()
        case QCheckBox() | QRadioButton():
            ticked = _(N_("chosen")) if widget.isChecked() else _(N_("not chosen"))
            return f"{_joined(_name(widget), _described(widget))} {ticked}."
        case QAbstractButton():
            words = _joined(_name(widget), _described(widget))
            return _(N_("Button: {name}")).format(name=words)
        case QLineEdit():
            return _filled(widget, widget.text())
        case QPlainTextEdit():
            return _filled(widget, widget.toPlainText())
        case QAbstractSpinBox():
            return _filled(widget, widget.text())
        case QComboBox():
            return _filled(widget, widget.currentText())
        case _:
            return _joined(_name(widget), _described(widget))


def _secret(widget: QWidget) -> str:
    match widget:
        case QLabel() | QLineEdit():
            return widget.text()
        case QAbstractButton():
            return widget.text().replace("&&", "&")  # its name for assistive tools hides it
        case _:
            return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _joined(*parts: str) -> str:
    """Return sentences one after the other, each with its end."""
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)


def _is_label(label: QLabel) -> bool:
    """Say whether it names a field: the field says it."""
    return label.buddy() is not None


def _filled(field: QWidget, typed: str) -> str:
    return _(N_("{label}: {value}")).format(label=_name(field), value=typed or _(N_("empty")))


def _name(widget: QWidget) -> str:
    known = QAccessible.queryAccessibleInterface(widget)
    return known.text(QAccessible.Text.Name) if known else widget.accessibleName()


def _described(widget: QWidget) -> str:
    return widget.accessibleDescription().strip()
