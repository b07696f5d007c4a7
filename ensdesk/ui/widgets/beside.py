"""Words with their button: beside it where there is room, else above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QWidget

from ensdesk.ui.icons import paint_icon
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.pair_layout import PairLayout
from ensdesk.ui.widgets.words import Words

_GAP = 14
_ROOM = 14  # ems that words need beside a button
_ICON = 1.4  # ems


class Beside(QWidget):
    """A sentence and what can be done about it; those that are `alike` have buttons as wide."""

    def __init__(self, words: str, button: str, press: Press, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.words = Words(words, "label")
        self.button = WordsButton(button, press)
        self.alike: Sequence[Beside] = (self,)
        layout = PairLayout(self, self._places)
        layout.addWidget(self.words)
        layout.addWidget(self.button)

    def _places(self, words: QLayoutItem, button: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        widest = max(line.button.sizeHint().width() for line in self.alike)
        size = QSize(min(widest, width - self._left()), button.sizeHint().height())
        tall = max(size.height(), button.heightForWidth(size.width()))
        left = self._left()
        room = width - size.width() - _GAP - left
        if room < _ROOM * look_of(self).em:
            high = words.heightForWidth(width - left)
            below = QRect(left, high + _GAP, min(size.width(), width - left), tall)
            return QRect(left, 0, width - left, high), below
        high = words.heightForWidth(room)
        line = max(high, tall)
        return (
            QRect(left, (line - high) // 2, room, high),
            QRect(width - size.width(), (line - tall) // 2, size.width(), tall),
        )

    def _left(self) -> int:
        look = look_of(self)
        return round(look.em * _ICON) + look.space(0.6) if self._icon else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            look = look_of(self)
            side = look.em * _ICON
            middle = self.words.geometry().center().y() + 1
            place = QRectF(0, middle - side / 2, side, side)
            paint_icon(QPainter(self), self._icon, place, look.colours.warning)
