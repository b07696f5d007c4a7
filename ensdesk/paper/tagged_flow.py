"""Paragraphs, lists, tables and figures that know their place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table
from reportlab.platypus.paraparser import ParaFrag

from ensdesk.paper.fonts import BOLD, REGULAR, clean, runs
from ensdesk.paper.structure import Tag


class Strong(str):
    """A piece of text in bold."""

    __slots__ = ()


Words = str | Sequence[str]  # a text, or pieces of it of which some are Strong


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A Paragraph whose parts, when it is split over two pages, share one `tag`."""

    tag: Tag
    bullet = False

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        # Pages are tried and measured before they are drawn: the same lines are broken once.
        # The parts of a split paragraph come with lines that must be broken again.
        known = hasattr(self, "blPara") and not hasattr(self, "_splitpara")
        if known and self.width == availWidth:
            return self.width, self.height
        size: tuple[float, float] = super().wrap(availWidth, availHeight)
        return size

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts:
            part.tag = self.tag
            part.bullet = self.bullet and part is parts[0]
        return parts

    def draw(self) -> None:
        if self.bullet:
            self._draw_bullet()
        with self.canv.mark(self.tag) as first:
            if first and self.tag.heading_level:
                self.canv.bookmark_heading(self.getPlainText(), self.tag.heading_level)
            super().draw()

    def _draw_bullet(self) -> None:
        side = self.style.fontSize * 0.32
        top = self.height - self.style.fontSize * 0.72
        self.canv.rect(0, top, side, side, stroke=0, fill=1)


def paragraph(
    words: Words, style: ParagraphStyle, role: str = "P", *, tag: Tag | None = None
) -> TaggedParagraph:
    """Return *words* as they were typed: nothing in them is ever read as markup."""
    pieces = [words] if isinstance(words, str) else words
    made = TaggedParagraph(None, style, frags=list(_fragments(pieces, style)))
    made.tag = tag or Tag(role)
    return made


def bullets(items: Iterable[Words], style: ParagraphStyle) -> list[Flowable]:
    """Return a list; *style* has the left indent in which the square stands."""
    whole = Tag("L", attributes={"ListNumbering": "Square"})
    made = [paragraph(item, style, tag=Tag("LBody", Tag("LI", whole))) for item in items]
    for item in made:
        item.bullet = True
    return made


def table(
    rows: Sequence[Sequence[Words | Flowable]],
    widths: Sequence[float],
    cell: ParagraphStyle,
    head: ParagraphStyle,
    *,
    header_rows: int = 1,
    header_cols: int = 0,
    summary: str = "",
    look: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """Return a table of data; its head is drawn again on each page, and read once.

    A cell is words or a tagged flowable. A row is never split, so cells must stay shorter than a
    page: see `cells.Cells`.
    """
    top = Tag("Table", attributes={"Summary": summary} if summary else {})
    data = []
    for r, row in enumerate(rows):
        line = Tag("TR", top, once=r < header_rows)
        scopes = [
            "Column" if r < header_rows else "Row" if c < header_cols else ""
            for c in range(len(row))
        ]
        data.append(
            [
                _cell(value, line, scope, head if scope else cell)
                for value, scope in zip(row, scopes, strict=True)
            ]
        )
    # Without FONT the cells would still select Helvetica, and so need it in the file.
    font = ("FONT", (0, 0), (-1, -1), cell.fontName, cell.fontSize, cell.leading)
    return Table(
        data,
        colWidths=list(widths),
        repeatRows=header_rows,
        hAlign="LEFT",
        style=[font, ("VALIGN", (0, 0), (-1, -1), "TOP"), *look],
    )


class Figure(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing with the words that stand for it."""

    def __init__(self, inner: Flowable, alt: str) -> None:
        super().__init__()
        if not alt.strip():
            raise ValueError("a figure needs words that stand for it")
        self.inner, self.tag = inner, Tag("Figure", alt=clean(alt))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        self.width, self.height = self.inner.wrapOn(self.canv, availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        if isinstance(self.inner, Drawing):  # it selects this font even without any word
            self.inner.initialFontName = REGULAR
        corner = self.canv.absolutePosition(0, 0)
        opposite = self.canv.absolutePosition(self.width, self.height)
        with self.canv.mark(self.tag, bbox=(*corner, *opposite)):
            self.inner.drawOn(self.canv, 0, 0)


def _cell(value: Words | Flowable, line: Tag, scope: str, style: ParagraphStyle) -> Flowable:
    tag = Tag("TH" if scope else "TD", line, attributes={"Scope": scope} if scope else {})
    if isinstance(value, str | Sequence):
        return paragraph(value, style, tag=tag)
    value.tag.parent = tag
    return value


def _fragments(pieces: Iterable[str], style: ParagraphStyle) -> Iterator[ParaFrag]:
    for piece in pieces:
        font = BOLD if isinstance(piece, Strong) else style.fontName
        for at, line in enumerate(clean(piece).split("\n")):
            if at:
                yield _fragment(font, style).clone(text="", lineBreak=True)
            for used, text in runs(line, font):
                yield _fragment(used, style).clone(text=text)


@lru_cache
def _fragment(font: str, style: ParagraphStyle) -> ParaFrag:
    return ParaFrag(
        fontName=font,
        fontSize=style.fontSize,
        textColor=style.textColor,
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
    )
