"""Cells that share the width of a line, on several where one would be too narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.items_layout import ItemsLayout, height_of

_GAP = 10


class ShareLayout(ItemsLayout):
    """Each cell takes its share; under *turned* ems the cells after a given one go below.

    Under half of that two stand on each line.
    """

    def __init__(self, parent: QWidget, turned: int) -> None:
        super().__init__(parent)
        self._shares: list[int] = []
        self._turned, self._first = turned, 0
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, cell: QWidget, share: int) -> None:
        """Add *cell* with its share of the width."""
        self._shares.append(share)
        self.addWidget(cell)

    def turn_after(self, count: int) -> None:
        """Say how many cells stay on the first line."""
        self._first = count

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._place(place, move=True)

    def _place(self, place: QRect, *, move: bool) -> int:
        y = place.y()
        for cells in self._lines(place.width()):
            shares = [self._shares[number] for number in cells]
            free = place.width() - _GAP * (len(cells) - 1)
            x, high = place.x(), 0
            widths = [free * share // sum(shares) for share in shares]
            for number, width in zip(cells, widths, strict=True):
                high = max(high, height_of(self._items[number], width))
            for number, width in zip(cells, widths, strict=True):
                if move:
                    self._items[number].setGeometry(QRect(x, y, width, high))
                x += width + _GAP
            y += high + _GAP
        return y - _GAP - place.y()

    def _lines(self, width: int) -> list[list[int]]:
        every = list(range(len(self._items)))
        parent = self.parentWidget()
        ems = width / look_of(parent).em if parent is not None else self._turned
        if ems >= self._turned or not self._first:
            return [every]
        if ems < self._turned / 2:
            odd = len(every) % 2  # then the first one stands alone
            pairs = [every[at : at + 2] for at in range(odd, len(every), 2)]
            return [every[:odd], *pairs] if odd else pairs
        return [every[: self._first], every[self._first :]]
