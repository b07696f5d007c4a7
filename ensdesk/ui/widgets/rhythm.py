"""What stands under what on a page, and how far: near what belongs together, far else."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.items_layout import PlacedLayout, Places, height_of

_WORDS = ("lead", "text", "label", "example", "error", "good")
_USUAL = 1.05
# Distances in heights of the text: before what comes, else after what came.
_BEFORE = {"h2": 1.6, "explained": 1.7, "actions": 1.4, "links": 0.5}
_AFTER = {"h1": 0.85, "title": 0.85, "h2": 0.55, "links": 0.5}
_BETWEEN_WORDS = 0.5


class Rhythm(PlacedLayout):
    """One column; each distance follows from the `role` of what stands above and below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._least: QSize | None = None

    def insert(self, index: int, widget: QWidget) -> None:
        """Put *widget* before what stands at *index* now."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def add_layout(self, inner: QLayout) -> None:
        """Add what *inner* holds; while it holds nothing it takes no room."""
        self.addChildLayout(inner)
        self.addItem(inner)

    def invalidate(self) -> None:
        """Forget what was measured: Qt asks the same many times over."""
        self._least = None
        super().invalidate()

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = super().minimumSize()
        return self._least

    def _reckoned(self, width: int) -> Places:
        parent = self.parentWidget()
        if parent is None:
            return []
        look = look_of(parent)
        found: Places = []
        y, above = 0, None
        for item in self._items:
            if item.isEmpty():
                continue  # what is hidden leaves no gap either
            role = _role(item)
            y += look.space(distance(above, role)) if above is not None else 0
            # The words of a link begin where all words do: the room of its ring is outside.
            out = link_inset(parent) if role == "links" else 0
            high = height_of(item, width + 2 * out)
            found.append((item, QRect(-out, y, width + 2 * out, high)))
            y, above = y + high, role
        return found


def distance(above: str, below: str) -> float:
    """Return how far *below* stands from *above*, in heights of the text."""
    if below in _BEFORE and above not in {"h1", "title"}:
        return _BEFORE[below]
    if above in _AFTER:
        return _AFTER[above]
    return _BETWEEN_WORDS if above in _WORDS and below in _WORDS else _USUAL


def link_inset(widget: QWidget) -> int:
    """Return the room at each side of a link's words, in pixels."""
    return look_of(widget).space(0.35)


def _role(item: QLayoutItem) -> str:
    widget = item.widget()
    return str(widget.property("role") or "") if widget is not None else ""
