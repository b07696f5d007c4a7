"""The mark of a folder: a colour and a shape that goes with it, always beside the words."""

from __future__ import annotations

import math
from itertools import starmap

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ensdesk.settings import FolderLook
from ensdesk.ui.theme import RADIUS, RING, TILE, Look, look_of
from ensdesk.ui.widgets.block import paint_box, paint_ring
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.words import Words

_BAND_EMS = 3.4
_LIGHT = {
    "blue": "#1456B8", "orange": "#B85300", "green": "#1B6E33", "pink": "#B8307F",
    "violet": "#6A35A8", "red": "#B3201C", "brown": "#6B4423",
}  # fmt: skip
_DARK = {
    "blue": "#79B0FF", "orange": "#FFA23F", "green": "#63CF7A", "pink": "#FF8CC6",
    "violet": "#C39BFF", "red": "#FF7168", "brown": "#CFA47C",
}  # fmt: skip
TONES = {"light": _LIGHT, "dark": _DARK, "contrast": _DARK}
# Corners in a square of 1 x 1; the ring, the heart and the star are drawn by hand.
_CORNERS = {
    "orange": ((0.5, 0.04), (1, 0.94), (0, 0.94)),
    "green": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "red": ((0.5, 0), (0.9, 0.5), (0.5, 1), (0.1, 0.5)),
    "brown": ((0.06, 0), (0.94, 0), (0.06, 1), (0.94, 1)),
}


class FolderTile(WordsButton):
    """A large button for one folder, with its mark at the left."""

    def __init__(
        self, words: str, detail: str, folder: FolderLook, press: Press | None = None
    ) -> None:
        self.folder = folder
        super().__init__(words, press, role="tile", detail=detail)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = look_of(self)
        painter = QPainter(self)
        fill, border, thickness, ink = self._colours(look)
        paint_box(painter, self, fill=fill, border=border, thickness=thickness)
        paint_mark(painter, self.rect(), look, self.folder)
        side = self._side(look)
        place = self.rect().adjusted(_band(look) + side, 0, -side, 0)
        self.block.paint(painter, place, look, ink)
        if self.hasFocus():
            paint_ring(painter, self, look.colours.focus)

    def _around(self, look: Look) -> int:
        return super()._around(look) + _band(look)


class FolderSign(QFrame):
    """Says whose folder the page is about, as its tile did."""

    def __init__(self, words: str, detail: str, folder: FolderLook) -> None:
        super().__init__()
        self.folder = folder
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.column.addWidget(Words(words, "label"))
        if detail:
            self.column.addWidget(Words(detail, "example"))
        self.setMinimumHeight(TILE * 3 // 4)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._leave_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = look_of(self)
        painter = QPainter(self)
        paint_box(
            painter, self, fill=look.colours.background, border=look.colours.border, thickness=1.5
        )
        paint_mark(painter, self.rect(), look, self.folder)

    def _leave_room(self) -> None:
        """Leave the room of the mark."""
        look = look_of(self)
        side = look.space(0.6)
        self.column.setContentsMargins(_band(look) + side, side, side, side)


def paint_mark(painter: QPainter, place: QRect, look: Look, folder: FolderLook) -> None:
    """Paint the band of *folder* at the left of *place*, with its shape, and its number if any.

    The ground stays free around it: there the ring of the focus is seen.
    """
    free = RING + 3
    band = QRectF(place).adjusted(free, free, -free, -free)
    band.setWidth(_band(look) - free)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TONES[look.theme][folder.colour]))
    painter.drawRoundedRect(band, RADIUS - free / 2, RADIUS - free / 2)
    painter.setBrush(QColor(look.colours.background))
    side = look.em * 1.6
    at = QRectF(0, 0, side, side)
    at.moveCenter(band.center())
    if folder.number > 1:
        at.translate(0, -look.em * 0.55)
        painter.setPen(QColor(look.colours.background))
        painter.setFont(look.font(bold=True))
        below = QRectF(band.left(), at.bottom(), band.width(), look.em * 1.3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(folder.number))
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(shape_of(folder.colour, at))
    painter.restore()


def shape_of(colour: str, at: QRectF) -> QPainterPath:
    """Return the shape that goes with *colour*, in the square *at*."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    match colour:
        case "blue":
            path.setFillRule(Qt.FillRule.OddEvenFill)
            path.addEllipse(at)
            path.addEllipse(at.center(), at.width() / 5, at.width() / 5)
        case "pink":
            _add_heart(path)
            return _moved(path, at)
        case "violet":
            path.addPolygon(list(starmap(QPointF, _star())))
            return _moved(path, at)
        case _:
            path.addPolygon([QPointF(x, y) for x, y in _CORNERS[colour]])
            return _moved(path, at)
    return path


def _band(look: Look) -> int:
    return round(look.em * _BAND_EMS)


def _moved(path: QPainterPath, at: QRectF) -> QPainterPath:
    """Return *path*, drawn in a square of 1 x 1, in the place *at*."""
    return QTransform().translate(at.x(), at.y()).scale(at.width(), at.height()).map(path)


def _add_heart(path: QPainterPath) -> None:
    path.moveTo(0.5, 1)
    path.cubicTo(-0.35, 0.45, 0.1, -0.25, 0.5, 0.25)
    path.cubicTo(0.9, -0.25, 1.35, 0.45, 0.5, 1)


def _star() -> list[tuple[float, float]]:
    """Return the ten corners of a star with five points."""
    corners = []
    for number in range(10):
        far, turn = (0.55, 0.24)[number % 2], math.pi * number / 5
        corners.append((0.5 + far * math.sin(turn), 0.53 - far * math.cos(turn)))
    return corners
