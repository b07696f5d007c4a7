"""A line of what was found: the words looked for are bold in the words around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ensdesk.ui.theme import Look
from ensdesk.ui.widgets.block import Block
from ensdesk.ui.widgets.buttons import WordsButton

MARK, UNMARK = "\x02", "\x03"
_ENDLESS = 100_000


class FoundRow(WordsButton):
    """A big button whose second line shows what was found; its marks are never spoken."""

    def __init__(
        self, headline: str, marked: str, on_press: Callable[[], object], icon: str
    ) -> None:
        plain = marked.replace(MARK, "").replace(UNMARK, "")
        super().__init__(headline, on_press, role="row", icon=icon, detail=plain)
        kept = {name: getattr(self.block, name) for name in ("headline", "icon", "bold")}
        self.block = MarkedBlock(**kept, icon_ems=self.block.icon_ems, marked=marked)


@dataclass(slots=True)
class MarkedBlock(Block):
    """Its detail holds marked words."""

    marked: str = ""

    def width(self, look: Look) -> int:
        layout = self._laid_out(look, _ENDLESS)  # kept: a line lives no longer than its layout
        around = round(layout.lineAt(0).naturalTextWidth()) + 4 + self._icon_room(look)
        return max(self._plain().width(look), around)

    def narrowest(self, look: Look) -> int:
        return self._plain().narrowest(look)

    def height(self, look: Look, width: int) -> int:
        alone = self._plain().height(look, width)
        if not self.marked:
            return alone
        room = width - self._icon_room(look)
        return alone + look.space(0.2) + round(self._laid_out(look, room).boundingRect().height())

    def paint(
        self, painter: QPainter, place: QRect, look: Look, ink: str, *, icon_ink: str = ""
    ) -> None:
        head = self._plain()
        alone = head.height(look, place.width())
        needed = self.height(look, place.width())
        top = place.top() + max(0, (place.height() - needed) // 2)
        line = QRect(place.left(), top, place.width(), alone)
        head.paint(painter, line, look, ink, icon_ink=icon_ink)
        left = place.left() + self._icon_room(look)
        layout = self._laid_out(look, place.right() + 1 - left)
        painter.setPen(QColor(look.colours.text2 if ink == look.colours.text else ink))
        layout.draw(painter, QPointF(left, top + alone + look.space(0.2)))

    def _plain(self) -> Block:
        return Block(self.headline, icon=self.icon, bold=self.bold, icon_ems=self.icon_ems)

    def _laid_out(self, look: Look, width: int) -> QTextLayout:
        text, formats = _formats(self.marked)
        layout = QTextLayout(text, look.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout


def _formats(marked: str) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the text without its marks, and what is bold in it."""
    text, ranges, start = "", [], None
    for sign in marked:
        if sign == MARK:
            start = len(text)
        elif sign == UNMARK:
            if start is not None:
                ranges.append((start, len(text) - start))
            start = None
        else:
            text += sign
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    formats = []
    for begin, length in ranges:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = begin, length, bold
        formats.append(part)
    return text, formats
