"""Words with their button: beside it where there is room, else above it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.pair_layout import PairLayout
from ensdesk.ui.widgets.words import Words

_GAP = 14
_ROOM = 14  # ems that words need beside a button


class Beside(QWidget):
    """A sentence and what can be done about it."""

    def __init__(self, words: str, button: str, press: Press) -> None:
        super().__init__()
        self.words = Words(words, "label")
        self.button = WordsButton(button, press)
        layout = PairLayout(self, self._places)
        layout.addWidget(self.words)
        layout.addWidget(self.button)

    def _places(self, words: QLayoutItem, button: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        size = button.sizeHint().boundedTo(QSize(width, 100_000))
        tall = max(size.height(), button.heightForWidth(size.width()))
        room = width - size.width() - _GAP
        if room < _ROOM * look_of(self).em:
            high = words.heightForWidth(width)
            return QRect(0, 0, width, high), QRect(0, high + _GAP, size.width(), tall)
        high = words.heightForWidth(room)
        line = max(high, tall)
        return (
            QRect(0, (line - high) // 2, room, high),
            QRect(width - size.width(), (line - tall) // 2, size.width(), tall),
        )
