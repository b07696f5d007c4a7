"""What the layouts of the house share: their items, and a height that follows from the width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Places = list[tuple[QLayoutItem, QRect]]


class ItemsLayout(QLayout):
    """Keeps its items in order; a subclass says where they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

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

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room of the widest and of the tallest item."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )


def height_of(item: QLayoutItem, width: int) -> int:
    """Return how high *item* is when it is *width* wide."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class PlacedLayout(ItemsLayout):
    """A subclass reckons where everything stands in a width: once, for Qt asks many times over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: dict[int, Places] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Forget what was reckoned."""
        self._known.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        return max((at.bottom() + 1 for _item, at in self._places(width)), default=0)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        for item, at in self._places(place.width()):
            item.setGeometry(at.translated(place.topLeft()))

    def _places(self, width: int) -> Places:
        if width not in self._known:
            self._known[width] = self._reckoned(width)
        return self._known[width]

    def _reckoned(self, width: int) -> Places:
        raise NotImplementedError
