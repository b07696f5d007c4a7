"""The buttons of a page: on one line where they fit, else in columns of the same width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.items_layout import PlacedLayout, Places

GAP = 16
_ENDLESS = 100_000


class ActionsLayout(PlacedLayout):
    """Two lines of buttons never end ragged: each takes half, or all, of the width."""

    def _reckoned(self, width: int) -> Places:
        shown = [item for item in self._items if not item.isEmpty()]
        widths = [item.sizeHint().boundedTo(QSize(width, _ENDLESS)).width() for item in shown]
        columns = _columns(widths, width)
        for item in shown:
            if isinstance(button := item.widget(), WordsButton):
                button.leans_left = columns > 0  # one under the other, their icons are in line
        if not columns:
            return _line(shown, widths)
        across = (width - GAP * (columns - 1)) // columns
        found: Places = []
        y = 0
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            high = max(item.heightForWidth(across) for item in row)
            for number, item in enumerate(row):
                found.append((item, QRect(number * (across + GAP), y, across, high)))
            y += high + GAP
        return found


def _columns(widths: list[int], width: int) -> int:
    """Return in how many columns buttons of *widths* stand; 0 is on one line."""
    if sum(widths) + GAP * (len(widths) - 1) <= width:
        return 0
    half = (width - GAP) // 2
    return 2 if len(widths) > 1 and max(widths) <= half else 1


def _line(shown: list[QLayoutItem], widths: list[int]) -> Places:
    found: Places = []
    x = 0
    pairs = list(zip(shown, widths, strict=True))
    high = max((item.heightForWidth(across) for item, across in pairs), default=0)
    for item, across in pairs:
        found.append((item, QRect(x, 0, across, high)))
        x += across + GAP
    return found
