"""Two things side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.items_layout import ItemsLayout
from ensdesk.ui.widgets.words import Words

_GAP = 16
_ROOM = 17  # ems that a box needs beside the other

Places = Callable[[QLayoutItem, QLayoutItem, int], tuple[QRect, QRect]]


class PairLayout(ItemsLayout):
    """*places* says where both stand in a given width.

    A box layout that turns while it is laid out leaves stale heights behind.
    """

    def __init__(self, parent: QWidget, places: Places) -> None:
        super().__init__(parent)
        self._where = places
        self.setContentsMargins(0, 0, 0, 0)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        for item, inner in zip(self._items, self._places(place.width()), strict=True):
            item.setGeometry(inner.translated(place.topLeft()))

    def _places(self, width: int) -> tuple[QRect, ...]:
        match self._items:
            case [one, other]:
                return self._where(one, other, width)
            case _:
                return ()


class Halves(QWidget):
    """Two boxes of the same size side by side; one under the other where words need more room."""

    def __init__(self, one: QWidget, other: QWidget) -> None:
        super().__init__()
        layout = PairLayout(self, self._places)
        layout.addWidget(one)
        layout.addWidget(other)

    def _places(self, one: QLayoutItem, other: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        half = (width - _GAP) // 2
        if half < _ROOM * look_of(self).em:
            high = one.heightForWidth(width)
            below = other.heightForWidth(width)
            return QRect(0, 0, width, high), QRect(0, high + _GAP, width, below)
        high = max(one.heightForWidth(half), other.heightForWidth(half))
        return QRect(0, 0, half, high), QRect(width - half, 0, half, high)


class Line(QWidget):
    """Words, and smaller words at the right end of their line; under them where there is no room.

    They stand on the same ground: both texts are written on one line.
    """

    def __init__(self, words: Words, smaller: Words) -> None:
        super().__init__()
        self._both = words, smaller
        layout = PairLayout(self, self._places)
        layout.addWidget(words)
        layout.addWidget(smaller)

    def _places(self, words: QLayoutItem, smaller: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        left, right = (one.line_width() for one in self._both)
        if left + right + 2 * _GAP > width:
            high = words.heightForWidth(width)
            below = smaller.heightForWidth(width)
            return QRect(0, 0, width, high), QRect(0, high + _GAP // 2, width, below)
        high, low = words.heightForWidth(left), smaller.heightForWidth(right)
        under = self._both[0].fontMetrics().ascent() - self._both[1].fontMetrics().ascent()
        return QRect(0, 0, left, high), QRect(left + 2 * _GAP, under, right, low)
