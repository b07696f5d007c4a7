"""Tables of data: a head that is drawn again on each page and read once, rows never split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.platypus import Flowable

from ensdesk.paper.block import Block, lay
from ensdesk.paper.structure import Tag
from ensdesk.paper.style import Style
from ensdesk.paper.tagged import TaggedCanvas
from ensdesk.paper.tagged_flow import Paragraph, Words, paragraph


@dataclass(frozen=True, slots=True)
class Look:
    """Room around the words of a cell, and the lines of the table, in points."""

    left: float = 0
    right: float = 6
    above: float = 1
    below: float = 3
    line: float = 0.5
    upright: bool = False  # lines between the columns and around too
    head_line: float = 0.5


Cell = Words | Block


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    cell: Style,
    *,
    head: Style | None = None,
    header_cols: int = 0,
    look: Look | None = None,
) -> Table:
    """Return a table; with a *head* style its first row is the head.

    Cells must stay shorter than a page: see `cells.Cells`.
    """
    top = Tag("Table")
    made = [
        _row(
            row, Tag("TR", top, once=bool(head) and not at), cell, None if at else head, header_cols
        )
        for at, row in enumerate(rows)
    ]
    return Table(made, widths, look or Look(), heads=int(head is not None))


class Table(Block):
    """Cells in rows; `heights` are known once it is laid out."""

    def __init__(
        self, rows: list[list[Block]], widths: Sequence[float], look: Look, heads: int
    ) -> None:
        super().__init__()
        self.rows = rows
        self.widths = widths
        self.look = look
        self.heads = heads
        self.heights: list[float] = []

    def lay(self, across: float) -> float:
        del across
        if not self.heights:
            self.heights = [self._height(row) for row in self.rows]
        return sum(self.heights)

    def parts(self, room: float) -> list[Flowable]:
        bottoms = list(accumulate(self.heights))
        count = sum(1 for bottom in bottoms if bottom <= room)
        if count <= self.heads:
            return []
        above, below = self.rows[:count], [*self.rows[: self.heads], *self.rows[count:]]
        return [Table(rows, self.widths, self.look, self.heads) for rows in (above, below)]

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        top = bottom + sum(self.heights)
        for at, (row, height) in enumerate(zip(self.rows, self.heights, strict=True)):
            x, inside = left, top - self.look.above
            for cell, width in zip(row, self.widths, strict=True):
                lift = (height - cell.height) / 2 if at < self.heads else self.look.above
                cell.paint(
                    canvas, x + self.look.left, inside + self.look.above - lift - cell.height
                )
                x += width
            top -= height
            last = at == len(self.rows) - 1
            if not last or self.look.upright or self.heads:
                line = self.look.head_line if at < self.heads else self.look.line
                self._line(canvas, line, (left, top, left + sum(self.widths), top))
        if self.look.upright:
            self._uprights(canvas, left, bottom)

    def _height(self, row: list[Block]) -> float:
        room = self.look.left + self.look.right
        cells = zip(row, self.widths, strict=True)
        inner = max(lay(cell, width - room) for cell, width in cells)
        return inner + self.look.above + self.look.below

    def _uprights(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        top = bottom + sum(self.heights)
        edges = [left + edge for edge in accumulate(self.widths, initial=0)]
        for x in edges:
            self._line(canvas, self.look.line, (x, bottom, x, top))
        self._line(canvas, self.look.line, (edges[0], top, edges[-1], top))

    @staticmethod
    def _line(canvas: TaggedCanvas, wide: float, ends: tuple[float, float, float, float]) -> None:
        canvas.setLineWidth(wide)
        canvas.line(*ends)


def _row(
    values: Sequence[Cell], line: Tag, cell: Style, head: Style | None, header_cols: int
) -> list[Block]:
    scopes = ["Column" if head else "Row" if at < header_cols else "" for at in range(len(values))]
    return [
        _cell(value, line, scope, head or cell) for value, scope in zip(values, scopes, strict=True)
    ]


def _cell(value: Cell, line: Tag, scope: str, style: Style) -> Block:
    tag = Tag("TH" if scope else "TD", line, attributes={"Scope": scope} if scope else {})
    if isinstance(value, Block):
        value.tag.parent = tag
        return value
    made: Paragraph = paragraph(value, style, tag=tag)
    return made
