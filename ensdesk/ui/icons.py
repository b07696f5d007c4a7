"""Icons by name, painted in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ensdesk.resources import assets


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Paint the icon *name* (a file of `assets/icons` without its ending) into *place*."""
    _drawing(name, colour).render(painter, place)


def pixmap(name: str, size: int, colour: str, ratio: float = 1) -> QPixmap:
    """Return the icon as a square picture of *size* logical pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(picture.rect()), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    # Qt paints `currentColor` black, whatever the theme.
    drawn = (assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", colour).encode()))
