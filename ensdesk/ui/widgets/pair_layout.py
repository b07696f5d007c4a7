"""Two things side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Places = Callable[[QLayoutItem, QLayoutItem, int], tuple[QRect, QRect]]


class PairLayout(QLayout):
    """*places* says where both stand in a given width.

    A box layout that turns while it is laid out leaves stale heights behind.
    """

    def __init__(self, parent: QWidget, places: Places) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._where = places
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        for item, inner in zip(self._items, self._places(place.width()), strict=True):
            item.setGeometry(inner.translated(place.topLeft()))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _places(self, width: int) -> tuple[QRect, ...]:
        match self._items:
            case [one, other]:
                return self._where(one, other, width)
            case _:
                return ()
