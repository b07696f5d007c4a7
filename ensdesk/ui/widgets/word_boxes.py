"""Numbered boxes for the 12 words of a key sheet, as on the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.theme import RADIUS, look_of
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.words import Words

COUNT = 12
_LONG = "12. immobile"  # no word of the list has more than eight letters
_SIDE = 10
LARGE = 28  # points: the words can be copied from a distance


class WordBox(QFrame):
    """One box: its number, and its word when it is known."""

    def __init__(self, number: int, points: int, *, silent: bool = False) -> None:
        super().__init__()
        self._silent = silent
        self._number = number
        self._now = False
        across = QHBoxLayout(self)
        across.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self.words = Words()
        self.words.setStyleSheet(f"font-size: {points}pt; font-weight: 700;")
        across.addWidget(self.words, 1)

    def minimumSizeHint(self) -> QSize:
        """Leave room for a long word on one line."""
        self.words.ensurePolished()
        measure = self.words.fontMetrics().horizontalAdvance
        width = max(measure(self.words.text()), measure(_LONG))
        return QSize(width + 2 * _SIDE + 4, super().minimumSizeHint().height())

    def show_word(self, word: str, *, now: bool) -> None:
        """Show *word*; `now` marks the box that is being filled."""
        self._now = now
        if self._silent:
            told = _(N_("{number}. written")) if word else "{number}."
            self.words.setAccessibleName(told.format(number=self._number))
        self.words.setText(f"{self._number}. {word}" if word else f"{self._number}.")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = look_of(self).colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.surface))
        thick = 4.0 if self._now else 1.5
        painter.setPen(QPen(QColor(colours.primary if self._now else colours.border), thick))
        place = self.rect().toRectF().adjusted(thick, thick, -thick, -thick)
        painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)


class WordBoxes(QWidget):
    """Twelve boxes, numbered from 1, row after row; *silent* ones are seen and not told."""

    def __init__(
        self, words: Sequence[str] = (), *, points: int = LARGE, silent: bool = False
    ) -> None:
        super().__init__()
        grid = TileGrid(3 if points > 18 else 4, gap=10)
        self.setLayout(grid)
        self.boxes = [WordBox(number, points, silent=silent) for number in range(1, COUNT + 1)]
        for box in self.boxes:
            grid.addWidget(box)
        self.show_words(words)

    def show_words(self, words: Sequence[str], *, now: int = 0) -> None:
        """Fill the first boxes with *words*; `now` is the number of the word being written."""
        for number, box in enumerate(self.boxes, start=1):
            box.show_word(words[number - 1] if number <= len(words) else "", now=number == now)
