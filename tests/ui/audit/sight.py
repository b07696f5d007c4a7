"""What a page in view is made of: what is pressed, typed in and read, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

CHOICES = 7
_BESIDE = ("bar", "keys")  # they are the same on every page
FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


class Sight:
    """The window as it stands now."""

    def __init__(self, window: QWidget, choices: int, room: QSize) -> None:
        self.window = window
        self.choices = choices
        self.room = room
        self.parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
        self.labels = [part for part in self.parts if isinstance(part, QLabel)]
        # What can be pressed or typed in; a line between two signs is one thing.
        self.controls = [
            part
            for part in self.parts
            if isinstance(part, (QAbstractButton, *FIELDS))
            and not isinstance(part.parentWidget(), QAbstractSpinBox)
        ]
        self.places = {control: self.place(control) for control in self.controls}

    def place(self, widget: QWidget) -> QRect:
        """Return where *widget* stands in the window."""
        return QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())

    def seen(self, widget: QWidget) -> QRect:
        """Return the part of *widget* that is not scrolled away."""
        part = widget.visibleRegion().boundingRect()
        return part.translated(self.place(widget).topLeft())

    def own(self) -> list[QWidget]:
        """Return the controls of the page, without those of the bar."""
        return [c for c in self.controls if c.parentWidget().property("role") not in _BESIDE]

    def is_key(self, control: QWidget) -> bool:
        """Say whether *control* is a key of the keyboard on the screen."""
        return control.parentWidget().property("role") == "keys"


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""
