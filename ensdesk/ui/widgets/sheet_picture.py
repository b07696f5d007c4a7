"""A drawing of the emergency sheet, held by a magnet: what one gets, seen at a glance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ensdesk.ui.icons import paint_icon
from ensdesk.ui.theme import Colours, look_of

_WIDE, _TALL = 150.0, 196.0  # the drawing's own units
_ROWS = (("siren", 0.86), ("flower", 0.62), ("pill", 0.78), ("phone", 0.54))
_TURN = 4.0  # degrees
_SCALE = 0.85  # the button beside it is as high


class SheetPicture(QWidget):
    """Says nothing that the words beside it do not say."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(round(190 * _SCALE), round(214 * _SCALE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = look_of(self).colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(_SCALE, _SCALE)
        painter.rotate(_TURN)
        painter.translate(-_WIDE / 2, -_TALL / 2)
        _paint_paper(painter, colours)
        for number, (icon, length) in enumerate(_ROWS):
            _paint_row(painter, colours, icon, length, 52 + 35.0 * number)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.danger))
        painter.drawEllipse(QPointF(_WIDE / 2, 2), 9, 9)


def _paint_paper(painter: QPainter, colours: Colours) -> None:
    paper = QRectF(0, 0, _WIDE, _TALL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.surface2))
    painter.drawRoundedRect(paper.translated(5, 6), 8, 8)
    painter.setPen(QPen(QColor(colours.border), 2))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(paper, 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.primary))
    painter.drawRoundedRect(QRectF(14, 20, _WIDE - 28, 20), 5, 5)


def _paint_row(painter: QPainter, colours: Colours, icon: str, length: float, top: float) -> None:
    paint_icon(painter, icon, QRectF(14, top, 22, 22), colours.primary)
    painter.setPen(Qt.PenStyle.NoPen)
    room = _WIDE - 60
    painter.setBrush(QColor(colours.border))
    painter.drawRoundedRect(QRectF(46, top + 3, room * length, 6), 3, 3)
    painter.setBrush(QColor(colours.surface2))
    painter.drawRoundedRect(QRectF(46, top + 14, room * (1.3 - length), 6), 3, 3)
