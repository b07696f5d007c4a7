"""Paragraphs, lists and figures that know their place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from ensdesk.paper.block import Block, lay
from ensdesk.paper.fonts import BOLD, REGULAR, clean, runs
from ensdesk.paper.lines import Line, Run, lines_of, words_of
from ensdesk.paper.structure import Tag
from ensdesk.paper.style import Style
from ensdesk.paper.tagged import TaggedCanvas


class Strong(str):
    """A piece of text in bold."""

    __slots__ = ()


Words = str | Sequence[str]  # a text, or pieces of it of which some are Strong


class Paragraph(Block):
    """Words set in lines; the parts of a paragraph that goes on overleaf share its tag."""

    def __init__(self, words: Words, style: Style, tag: Tag, *, bullet: bool = False) -> None:
        super().__init__()
        self.style = style
        self.tag = tag
        self.bullet = bullet
        self.spaceBefore, self.spaceAfter = style.before, style.after
        pieces = [words] if isinstance(words, str) else words
        self._words = words_of(_runs(pieces, style), style.points)
        self._lines: list[Line] = []
        self._across = 0.0

    def text(self) -> str:
        """Return the words on one line."""
        return " ".join("".join(text for _, text in word.runs) for word in self._words)

    def lay(self, across: float) -> float:
        # Pages are tried and measured before they are painted: the same lines are broken once.
        if across != self._across:
            room = across - self.style.indent
            self._across, self._lines = across, lines_of(self._words, room, self.style.points)
        return len(self._lines) * self.style.leading

    def parts(self, room: float) -> list[Flowable]:
        count = int(room / self.style.leading)
        if count < min(2, len(self._lines)):  # no first line alone at the bottom of a page
            return []
        return [
            self._part(self._lines[:count], self.bullet),
            self._part(self._lines[count:], False),
        ]

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        top = bottom + len(self._lines) * self.style.leading
        if self.bullet:
            side = self.style.points * 0.32
            canvas.rect(left, top - self.style.points * 0.76, side, side, stroke=0, fill=1)
        with canvas.mark(self.tag) as first:
            if first and self.tag.heading_level:
                canvas.bookmark_heading(self.text(), self.tag.heading_level)
            self._paint_lines(canvas, left + self.style.indent, top - self.style.baseline)

    def _paint_lines(self, canvas: TaggedCanvas, left: float, baseline: float) -> None:
        style = self.style
        text = canvas.beginText(left, baseline)
        used = ""
        for at, line in enumerate(self._lines):
            if style.right:
                right = left + self._across - style.indent
                text.setTextOrigin(right - line.width, baseline - at * style.leading)
            for place, (font, words) in enumerate(line.runs, start=1):
                if font != used:
                    text.setFont(font, style.points, style.leading)
                    used = font
                last = place == len(line.runs)
                # A space ends each line: else two lines are read as one long word. (The public
                # name of this method would measure the words once more.)
                text._textOut(words + " " if last else words, last)  # noqa: SLF001
            if not line.runs:
                text.moveCursor(0, style.leading)
        canvas.drawText(text)

    def _part(self, lines: list[Line], bullet: bool) -> Paragraph:
        part = Paragraph("", self.style, self.tag, bullet=bullet)
        part._lines, part._across = lines, self._across
        return part


def paragraph(words: Words, style: Style, role: str = "P", *, tag: Tag | None = None) -> Paragraph:
    """Return *words* as they were typed: nothing in them is ever read as markup."""
    return Paragraph(words, style, tag or Tag(role))


def bullets(items: Iterable[Words], style: Style) -> list[Flowable]:
    """Return a list; *style* has the indent in which the square stands."""
    whole = Tag("L", attributes={"ListNumbering": "Square"})
    return [Paragraph(item, style, Tag("LBody", Tag("LI", whole)), bullet=True) for item in items]


class Figure(Block):
    """A drawing with the words that stand for it."""

    def __init__(self, inner: Flowable, alt: str) -> None:
        super().__init__()
        if not alt.strip():
            raise ValueError("a figure needs words that stand for it")
        self.inner = inner
        self.tag = Tag("Figure", alt=clean(alt))

    def lay(self, across: float) -> float:
        return lay(self.inner, across)

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        if isinstance(self.inner, Drawing):  # it selects this font even without any word
            self.inner.initialFontName = REGULAR
        box = (left, bottom, left + self.inner.width, bottom + self.height)
        with canvas.mark(self.tag, bbox=box):
            self.inner.drawOn(canvas, left, bottom)


def _runs(pieces: Iterable[str], style: Style) -> Iterator[Run]:
    for piece in pieces:
        yield from runs(clean(piece), BOLD if isinstance(piece, Strong) else style.font)
