"""Plain words on a page: titles, sentences, labels. Never markup, whatever was typed."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ensdesk.record.reading_order import in_reading_order
from ensdesk.ui.theme import LINE_EMS, RING, look_of

WordsRole = Literal["h1", "h2", "lead", "text", "label", "example", "error", "good", "explained"]


class Words(QLabel):
    """A label that wraps, at 70 letters at most, and shows every sign as it was typed."""

    def __init__(
        self, words: str = "", role: WordsRole = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int], int] = {}
        self._rooms: dict[tuple[str, int], int] = {}
        self._line = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # else what has a border or a padding begins a little further right
        self.setProperty("role", role)
        self.setText(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, words: str) -> None:
        """Show *words*, without the hidden signs that turn them around."""
        super().setText(in_reading_order(words))
        if self.isVisible():
            self._balance()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words, measured once for each width."""
        asked = self.text(), min(width, self._longest())
        if asked not in self._heights:
            right = self.contentsMargins().right()
            self._heights[asked] = super().heightForWidth(asked[1] + right)
        return self._heights[asked]

    def line_width(self) -> int:
        """Return the width of the words on one line: the hint of a label that wraps is narrower."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(
            min(hint.width() - self.contentsMargins().right(), self._longest()), hint.height()
        )

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        # One line: the height that is needed comes from the width, else pages would be too tall.
        return QSize(hint.width() - self.contentsMargins().right(), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._balance()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self._rooms.clear()
            self._line = 0
            if event.type() == QEvent.Type.FontChange:
                self._balance()

    def _balance(self) -> None:
        """Leave free what is right of the longest line."""
        asked = self.text(), min(self.width(), self._longest())
        if asked not in self._rooms:
            self._rooms[asked] = self._shared(asked[1])
        self.setContentsMargins(0, 0, max(0, self.width() - self._rooms[asked]), 0)

    def _shared(self, room: int) -> int:
        """Return the width in which two lines share their words, measured once for each *room*."""
        needed = self.line_width()
        fewer = self._halved(needed, room) if room < needed < 2 * room else room
        # The measures of words may differ from the line by a hair: then it stays as it is.
        alike = fewer < room and self.heightForWidth(fewer) == self.heightForWidth(room)
        return fewer if alike else room

    def _halved(self, needed: int, room: int) -> int:
        """Return the width that breaks the words where one breathes, into lines alike in length."""
        measure = self.fontMetrics().horizontalAdvance
        best, said = (float(needed), needed), ""
        for word, after in pairwise(self.text().split(" ")):
            said += word
            width = max(measure(said), needed - measure(f"{said} ")) + 4
            said += " "
            if width <= room and measure(said + after) > width:  # else it does not break here
                best = min(best, (width * _unease(word, after), width))
        return best[1]

    def _longest(self) -> int:
        if not self._line:
            self._line = LINE_EMS * self.fontInfo().pixelSize()
        return self._line


class Title(Words):
    """The title of a page; a stroke under its words says that the keyboard is here."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "h1")
        self.setObjectName("title")
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + RING + 2  # the room of the stroke

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            across = min(self.line_width(), self.contentsRect().width())
            ink = QColor(look_of(self).colours.focus)
            QPainter(self).fillRect(0, self.height() - RING, across, RING, ink)


def _unease(word: str, after: str) -> float:
    """Return how much a break between two words disturbs; 1 is usual."""
    if word[-1:].isdigit() or after[:1] == "·":
        return 1.5  # a number stays with its unit, a sign with what came before it
    if word[-1:] in {".", "?", "!"}:
        return 0.6
    return 0.8 if word[-1:] in {",", ";", ":", "·"} else 1
