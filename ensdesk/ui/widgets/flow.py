"""Layouts that give way: a row that wraps, and tiles in as many columns as fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from ensdesk.ui.widgets.items_layout import ItemsLayout

_MOST = 36  # pixels by which a tile grows where there is room


class FlowLayout(ItemsLayout):
    """Items side by side, on the next line when there is no room left."""

    def __init__(self, parent: QWidget | None = None, gap: int = 12) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Forget what was measured: Qt asks the same many times over."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._place(place, move=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._items]
        size = self.minimumSize()
        return QSize(sum(widths) + self.gap * max(0, len(widths) - 1), size.height())

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = self._measured()
        return self._least

    def _measured(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        margins = self.contentsMargins()
        return QSize(
            # The margins at both sides follow the window: they must not keep it from shrinking.
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom(),
        )

    def _place(self, place: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = place.marginsRemoved(margins)
        sizes = [item.sizeHint().boundedTo(QSize(inner.width(), 100_000)) for item in self._items]
        x, y, tallest = inner.x(), inner.y(), 0
        for item, size in zip(self._items, sizes, strict=True):
            if item.isEmpty():
                continue  # a hidden button leaves no gap either
            if x + size.width() > inner.right() + 1 and x > inner.x():
                x, y, tallest = inner.x(), y + tallest + self.gap, 0
            height = max(size.height(), item.heightForWidth(size.width()))
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(size.width(), height)))
            x += size.width() + self.gap
            tallest = max(tallest, height)
        return y + tallest - place.y() + margins.bottom()


class TileGrid(ItemsLayout):
    """Tiles of the same size, in as many columns (at most `columns`) as their words allow."""

    def __init__(self, columns: int = 2, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._columns = columns
        self._extra = self._told = 0  # now, and in the heights that the page reckons with
        self.gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Forget what was measured: Qt asks the same many times over."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            columns, across = self._fit(width)
            rows = -(-len(self._items) // columns)
            self._told = self._extra
            self._heights[width] = rows * self._tallest(across) + self.gap * max(0, rows - 1)
        return self._heights[width]

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        columns, across = self._fit(place.width())
        tallest = self._tallest(across)
        for index, item in enumerate(self._items):
            row, column = divmod(index, columns)
            item.setGeometry(
                QRect(
                    place.x() + column * (across + self.gap),
                    place.y() + row * (tallest + self.gap),
                    across,
                    tallest,
                )
            )

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = super().minimumSize()
        return self._least

    def grow(self, spare: int, width: int) -> None:
        """Share *spare* more pixels, those taken already included, among the rows."""
        rows = -(-len(self._items) // self._fit(width)[0])
        extra = max(0, min(spare // max(1, rows), _MOST))
        if extra != self._extra:
            self._extra = extra
            self.invalidate()

    def grown(self, width: int) -> int:
        """Return how many pixels of the height of the page the rows have taken."""
        return self._told * -(-len(self._items) // self._fit(width)[0])

    def _fit(self, width: int) -> tuple[int, int]:
        least = self.minimumSize().width()
        columns = max(1, min(self._columns, (width + self.gap) // (least + self.gap or 1)))
        columns = min(columns, max(1, len(self._items)))
        return columns, (width - self.gap * (columns - 1)) // columns

    def _tallest(self, width: int) -> int:
        return max((item.heightForWidth(width) for item in self._items), default=0) + self._extra
