"""The letters of a secret line on the screen, painted by ourselves.

A line that shows its letters in the usual way gives them to whoever asks over the accessibility
bus, so a secret one is a password line in every state.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from ensdesk.ui.theme import look_of

_INSET = 2  # pixels, as Qt's own lines have


def paint_letters(line: QLineEdit) -> None:
    """Paint *line* with its letters, the marked ones and the place where one writes."""
    option = _option(line)
    painter = QPainter(line)
    line.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, line)
    place, colours = _place(line), look_of(line).colours
    start = place.left() - _hidden(line)
    painter.setClipRect(place)
    painter.setPen(QColor(colours.text))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    whole = place.adjusted(start - place.left(), 0, 0, 0)
    painter.drawText(whole, middle, line.text())
    if line.hasSelectedText():
        first, last = line.selectionStart(), line.selectionEnd()
        marked = QRect(place)
        marked.setLeft(start + _width(line, first))
        marked.setRight(start + _width(line, last) - 1)
        painter.setClipRect(marked & place)
        painter.fillRect(marked, QColor(colours.primary))
        painter.setPen(QColor(colours.on_primary))
        painter.drawText(whole, middle, line.text())
    elif line.hasFocus():
        high = line.fontMetrics().height()
        top = place.center().y() - high // 2
        at = start + _width(line, line.cursorPosition())
        painter.fillRect(QRect(at, top, 2, high), QColor(colours.text))


def letter_at(line: QLineEdit, across: int) -> int:
    """Return the number of letters before the place *across*, in pixels from the left."""
    wanted = across - _place(line).left() + _hidden(line)
    count = len(line.text())
    return min(range(count + 1), key=lambda letters: abs(_width(line, letters) - wanted))


def _place(line: QLineEdit) -> QRect:
    """Return where the letters stand."""
    inside = QStyle.SubElement.SE_LineEditContents
    place = line.style().subElementRect(inside, _option(line), line)
    margins = line.textMargins()
    return place.adjusted(margins.left() + _INSET, 0, -margins.right() - _INSET, 0)


def _hidden(line: QLineEdit) -> int:
    """Return what is out of view at the left, so that the place where one writes is in view."""
    return max(0, _width(line, line.cursorPosition()) + 2 - _place(line).width())


def _width(line: QLineEdit, letters: int) -> int:
    return line.fontMetrics().horizontalAdvance(line.text()[:letters])


def _option(line: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    return option
