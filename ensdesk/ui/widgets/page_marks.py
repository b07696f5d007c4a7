"""Marks on a page of paper, as with a yellow pen: the words beneath stay black."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from ensdesk.folder.marked_words import Mark

_YELLOW = QColor("#FFE600")  # paper is white in every theme, so is the pen yellow
_EDGE = QColor("#6B3F00")  # for those who do not see yellow, and on a copy in grey
_BESIDE = 3  # pixels; the lines above and below are too near for more
_THICK = 2


def turned_marks(marks: Sequence[Mark], turn: int) -> tuple[QRectF, ...]:
    """Return *marks* on a page that is turned to the right by *turn* degrees."""
    about = QTransform().translate(0.5, 0.5).rotate(turn).translate(-0.5, -0.5)
    return tuple(
        about.mapRect(QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top))
        for mark in marks
    )


def paint_marks(painter: QPainter, page: QRect, marks: Sequence[QRectF]) -> None:
    """Mark the places, given in parts of the page, on the *page* that is painted."""
    whole = QTransform().translate(page.x(), page.y()).scale(page.width(), page.height())
    painter.setPen(QPen(_EDGE, _THICK))
    for mark in marks:
        place = whole.mapRect(mark).adjusted(-_BESIDE, 0, _BESIDE, 0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(place, _YELLOW)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawLine(place.bottomLeft(), place.bottomRight())
