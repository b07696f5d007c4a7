"""Two things side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from ensdesk.ui.widgets.items_layout import ItemsLayout

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
