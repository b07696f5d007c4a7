"""What is written is large enough, whole, in short lines, and typed as French is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel

from ensdesk.ui.widgets.buttons import WordsButton
from tests.ui.audit.sight import Sight

CHECKS = (
    "small print",
    "cut",
    "a word is cut",
    "out of what holds it",
    "a long line",
    "a loose sign",
)
LINE = 70  # letters
_LOOSE = re.compile(r" [?!;:»]|« |\w'\w")  # a space that may break, an apostrophe of a typewriter


def faults(sight: Sight) -> Iterator[str]:
    """Yield what cannot be read at ease."""
    for widget in sight.parts:
        if isinstance(widget, (QLabel, WordsButton)) and widget.text():
            yield from _of(widget, sight.window.look.em)


def _of(widget: QLabel | WordsButton, least: int) -> Iterator[str]:
    text = widget.text()
    if widget.fontInfo().pixelSize() < least:
        yield f"small print: {text}"
    needed = widget.heightForWidth(widget.width())
    if needed > widget.height() + 1:
        yield f"cut: {text} {widget.height()} of {needed}"
    if isinstance(widget, QLabel):
        room, metrics = widget.contentsRect().width(), widget.fontMetrics()
        if max(map(metrics.horizontalAdvance, text.split()), default=0) > room + 1:
            yield f"a word is cut: {text}"
        if len(text) > LINE and (letters := _longest_line(widget, room)) > LINE:
            yield f"a long line: {text} {letters}"
    if _LOOSE.search(f"{text}\n{widget.accessibleDescription()}"):
        yield f"a loose sign: {text}"
    if widget.parentWidget() and not widget.parentWidget().rect().contains(widget.geometry()):
        yield f"out of what holds it: {text}"


def _longest_line(label: QLabel, room: int) -> int:
    """Return how many letters the longest line of *label* has, broken as it is in view."""
    if not label.wordWrap():
        return max(map(len, label.text().split("\n")))
    layout = QTextLayout(label.text().replace("\n", "\u2028"), label.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(label.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return max(len(line.strip()) for line in lines)
