"""Blocks that a page is laid out with: side by side, framed, ruled, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ensdesk.paper.block import Block, lay, taken_apart
from ensdesk.paper.fonts import clean, runs, width
from ensdesk.paper.structure import Tag
from ensdesk.paper.style import Style
from ensdesk.paper.tagged import TaggedCanvas


class Stack(Block):
    """Flowables one under the other; taken apart when it does not fit."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__()
        self.content = list(content)
        self._bottoms: list[float] = []

    def lay(self, across: float) -> float:
        self._bottoms, height, after = [], 0.0, 0.0
        for flow in self.content:
            if self._bottoms:
                height += max(after, flow.getSpaceBefore())
            height += lay(flow, across)
            self._bottoms.append(height)
            after = flow.getSpaceAfter()
        return height

    def parts(self, room: float) -> list[Flowable]:
        del room
        return self.content

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        for flow, below in zip(self.content, self._bottoms, strict=True):
            flow.drawOn(canvas, left, bottom + self.height - below)


class Row(Block):
    """Columns side by side, read from left to right; *shares* are parts of the width."""

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], shares: Sequence[float], gap: float = 14
    ) -> None:
        super().__init__()
        self.columns = [Stack(column) for column in columns]
        self.shares = shares
        self.gap = gap
        self._lefts: list[float] = []

    def lay(self, across: float) -> float:
        unit = (across - self.gap * (len(self.columns) - 1)) / sum(self.shares)
        self._lefts, left, tallest = [], 0.0, 0.0
        for column, share in zip(self.columns, self.shares, strict=True):
            tallest = max(tallest, lay(column, share * unit))
            self._lefts.append(left)
            left += share * unit + self.gap
        return tallest

    def parts(self, room: float) -> list[Flowable]:
        del room
        return taken_apart(self, [flow for column in self.columns for flow in column.content])

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        for column, at in zip(self.columns, self._lefts, strict=True):
            column.paint(canvas, left + at, bottom + self.height - column.height)


class Framed(Block):
    """Content in a black frame of *line* points, at least *tall* points high."""

    def __init__(
        self, content: Sequence[Flowable], line: float = 1, padding: float = 7, tall: float = 0
    ) -> None:
        super().__init__()
        self.inner = Stack(content)
        self.line = line
        self.padding = padding
        self.tall = tall

    def lay(self, across: float) -> float:
        return max(self.tall, lay(self.inner, across - 2 * self.padding) + 2 * self.padding)

    def parts(self, room: float) -> list[Flowable]:
        del room
        return taken_apart(self, self.inner.content)

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        half = self.line / 2
        canvas.setLineWidth(self.line)
        canvas.rect(left + half, bottom + half, self.width - self.line, self.height - self.line)
        under = self.height - self.padding - self.inner.height
        self.inner.paint(canvas, left + self.padding, bottom + under)


class Rule(Block):
    """A line across the column."""

    def __init__(self, line: float = 1, above: float = 0, below: float = 4) -> None:
        super().__init__()
        self.line = line
        self.spaceBefore, self.spaceAfter = above, below

    def lay(self, across: float) -> float:
        del across
        return self.line

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        canvas.setLineWidth(self.line)
        middle = bottom + self.line / 2
        canvas.line(left, middle, left + self.width, middle)


class RuledLines(Block):
    """Lines to write on, cut into columns by small strokes at *cuts* (parts of the width)."""

    def __init__(self, count: int, pitch: float = 26, cuts: Sequence[float] = ()) -> None:
        super().__init__()
        self.count = count
        self.pitch = pitch
        self.cuts = cuts

    def with_more(self, lines: int) -> RuledLines:
        """Return the same with more lines."""
        return RuledLines(self.count + lines, self.pitch, self.cuts)

    def lay(self, across: float) -> float:
        del across
        return self.count * self.pitch

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        canvas.setLineWidth(0.7)
        for line in range(self.count):
            y = bottom + line * self.pitch + 5
            canvas.line(left, y, left + self.width, y)
            for cut in self.cuts:
                x = left + cut * self.width
                canvas.line(x, y, x, y + self.pitch * 0.45)


class FillIn(Block):
    """A sentence on one line in which each `…` is a line to write on."""

    def __init__(self, sentence: str, style: Style) -> None:
        super().__init__()
        self.pieces = [piece.strip() for piece in clean(sentence).split("…")]
        self.style = style
        self.tag = Tag("P")

    def lay(self, across: float) -> float:
        del across
        return self.style.leading

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        font, points = self.style.font, self.style.points
        baseline = bottom + self.height - self.style.baseline
        written = sum(width(piece, font, points) for piece in self.pieces)
        gap = (self.width - written) / max(1, len(self.pieces) - 1)
        canvas.setLineWidth(0.7)
        for at, piece in enumerate(self.pieces):
            if at:
                canvas.line(left + 5, baseline - 2, left + gap - 5, baseline - 2)
                left += gap
            if piece:
                with canvas.mark(self.tag):
                    draw_line(canvas, left, baseline, piece + " ", font, points)
            left += width(piece, font, points)


def draw_line(
    canvas: TaggedCanvas, left: float, baseline: float, text: str, font: str, points: float
) -> None:
    """Write *text* on one line."""
    for used, piece in runs(clean(text), font):
        canvas.setFont(used, points)
        canvas.drawString(left, baseline, piece)
        left += width(piece, used, points)


def height_of(content: Sequence[Flowable], across: float) -> float:
    """Return how tall *content* is when laid out *across* points."""
    return lay(Stack(content), across)
