"""Words that wrap, with an icon and a second line: what every button is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ensdesk.ui.icons import paint_icon
from ensdesk.ui.theme import RADIUS, RING, Look

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_ENDLESS = 100_000


@dataclass(slots=True)
class Block:
    """A headline, perhaps a detail under it and an icon on its left, in one look."""

    headline: str
    detail: str = ""
    icon: str = ""
    bold: bool = False
    icon_ems: float = 1.3
    underlined: bool = False

    def width(self, look: Look) -> int:
        """Return the width that needs no wrapping."""
        lines = [_advance(self._font(look), self.headline)]
        if self.detail:
            lines.append(_advance(look.font(), self.detail))
        return max(lines) + 4 + self._icon_room(look)

    def narrowest(self, look: Look) -> int:
        """Return the width of the longest word."""
        font = self._font(look)
        words = f"{self.headline} {self.detail}".split()
        longest = max((_advance(font, word) for word in words), default=0)
        return longest + 4 + self._icon_room(look)

    def height(self, look: Look, width: int) -> int:
        """Return the height needed in *width* pixels."""
        words = max(1, width - self._icon_room(look))
        height = _height_in(self._font(look), words, self.headline)
        if self.detail:
            height += look.space(0.2) + _height_in(look.font(), words, self.detail)
        return max(height, self._icon_size(look))

    def paint(
        self, painter: QPainter, place: QRect, look: Look, ink: str, *, icon_ink: str = ""
    ) -> None:
        """Paint everything, centred from top to bottom in *place*."""
        needed = self.height(look, place.width())
        top = place.top() + max(0, (place.height() - needed) // 2)
        if self.icon:
            size = self._icon_size(look)
            middle = place.top() + (place.height() - size) / 2
            paint_icon(
                painter, self.icon, QRectF(place.left(), middle, size, size), icon_ink or ink
            )
        left = place.left() + self._icon_room(look)
        words = QRect(left, top, place.right() + 1 - left, needed)
        painter.setPen(QColor(ink))
        painter.setFont(self._font(look))
        alone = _height_in(self._font(look), words.width(), self.headline)
        if not self.detail:
            words.translate(0, (needed - alone) // 2)
        painter.drawText(words, _WRAP, self.headline)
        if self.detail:
            words.translate(0, alone + look.space(0.2))
            painter.setFont(look.font())
            painter.setPen(QColor(look.colours.text2 if ink == look.colours.text else ink))
            painter.drawText(words, _WRAP, self.detail)

    def _font(self, look: Look) -> QFont:
        return look.font(bold=self.bold, underlined=self.underlined)

    def _icon_size(self, look: Look) -> int:
        return round(look.em * self.icon_ems) if self.icon else 0

    def _icon_room(self, look: Look) -> int:
        return self._icon_size(look) + look.space(0.6) if self.icon else 0


def paint_box(
    painter: QPainter,
    widget: QWidget,
    *,
    fill: str = "",
    border: str = "",
    thickness: float = 0,
    inset: int = 0,
) -> None:
    """Paint the rounded ground of a button."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = thickness / 2 + inset
    place = QRectF(widget.rect()).adjusted(half, half, -half, -half)
    painter.setPen(QPen(QColor(border), thickness) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, RADIUS - inset, RADIUS - inset)


def paint_ring(painter: QPainter, widget: QWidget, colour: str, inset: int = 0) -> None:
    """Paint the ring that says: the keyboard is here."""
    paint_box(painter, widget, border=colour, thickness=RING, inset=inset)


def paint_tick(painter: QPainter, place: QRectF, colour: str) -> None:
    """Paint the stroke of a ticked box."""
    painter.setPen(
        QPen(
            QColor(colour),
            place.width() / 7,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    x, y, side = place.x(), place.y(), place.width()
    points = ((0.22, 0.54), (0.42, 0.73), (0.78, 0.30))
    painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in points])


@lru_cache(maxsize=512)
def _height_in(font: QFont, width: int, words: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _ENDLESS), _WRAP, words).height()


@lru_cache(maxsize=512)
def _advance(font: QFont, words: str) -> int:
    return QFontMetrics(font).horizontalAdvance(words)
