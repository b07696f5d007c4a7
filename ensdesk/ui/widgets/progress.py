"""Work on its way: a bar, words, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.words import Words


class _Bar(QProgressBar):
    """A bar that does not move by itself: nothing blinks on these pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setMinimumHeight(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = look_of(self).colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(place, 8, 8)
        if self.value() > 0:
            place.setWidth(max(16.0, place.width() * self.value() / 100))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.primary))
            painter.drawRoundedRect(place, 8, 8)


class ProgressStrip(QFrame):
    """Says what is going on and how far it is; « Arrêter » if it can be stopped."""

    def __init__(self, words: str, stop: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self.words = Words(words, "label")
        self.bar = _Bar()
        self.bar.setAccessibleName(words)
        self.bar.hide()
        column.addWidget(self.words)
        column.addWidget(self.bar)
        self.stop: WordsButton | None = None
        if stop:
            self.stop = WordsButton(_(N_("Stop")), stop, icon="x")
            column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)

    def progress(self, part: float) -> None:
        """Show which part is done, from 0 to 1."""
        self.bar.show()
        self.bar.setValue(round(part * 100))
        bar: QWidget = self.bar
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(bar, self.bar.value()))
