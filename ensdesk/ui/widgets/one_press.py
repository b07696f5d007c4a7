"""Hands that shake: a double press is one, and a press that slips a little is still a press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ensdesk.ui.theme import TARGET

PAUSE = 600  # milliseconds in which a second press at the same place is the same press
SLIP = 10  # pixels that a finger may slip off before it lets go


class _Last:
    """The last press of anything that is pressed, on whatever page."""

    when = -PAUSE
    where = QPointF()


def is_second_half(event: QMouseEvent) -> bool:
    """Say whether *event* is the second half of a double press, perhaps begun on another page.

    Qt makes a double press of two quick taps too, however far from each other: those are two.
    """
    since, far = event.timestamp() - _Last.when, event.globalPosition() - _Last.where
    _Last.when, _Last.where = event.timestamp(), event.globalPosition()
    if event.type() is not QEvent.Type.MouseButtonDblClick:
        return False
    return not (0 <= since < PAUSE and far.manhattanLength() > TARGET)


def is_held(widget: QWidget, at: QPoint) -> bool:
    """Say whether a press of *widget* that is now at *at* still counts."""
    return widget.rect().adjusted(-SLIP, -SLIP, SLIP, SLIP).contains(at)
