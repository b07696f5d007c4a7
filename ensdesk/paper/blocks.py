"""Blocks that a page is laid out with: side by side, framed, ruled, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from ensdesk.paper.fonts import clean, runs, width
from ensdesk.paper.structure import Tag

# More than the height of an A4 page lying down: a block that is taller is taken apart.
_TALL = 500.0


class Stack(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Flowables one under the other; taken apart when it does not fit."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__()
        self.content = list(content)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        self.width, self.height, after = availWidth, 0.0, 0.0
        self._bottoms: list[float] = []
        for flow in self.content:
            if self._bottoms:
                self.height += max(after, flow.getSpaceBefore())
            self.height += flow.wrapOn(self.canv, availWidth, availHeight)[1]
            self._bottoms.append(self.height)
            after = flow.getSpaceAfter()
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        del availWidth, availHeight
        return self.content

    def draw(self) -> None:
        for flow, bottom in zip(self.content, self._bottoms, strict=True):
            flow.drawOn(self.canv, 0, self.height - bottom)


class Row(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Columns side by side, read from left to right; *shares* are parts of the width."""

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], shares: Sequence[float], gap: float = 14
    ) -> None:
        super().__init__()
        self.columns = [Stack(column) for column in columns]
        self.shares = shares
        self.gap = gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        room = availWidth - self.gap * (len(self.columns) - 1)
        unit = room / sum(self.shares)
        self._lefts: list[float] = []
        left = 0.0
        for column, share in zip(self.columns, self.shares, strict=True):
            column.wrapOn(self.canv, share * unit, availHeight)
            self._lefts.append(left)
            left += share * unit + self.gap
        self.width, self.height = availWidth, max(column.height for column in self.columns)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        del availWidth, availHeight
        return _taken_apart(self, [flow for column in self.columns for flow in column.content])

    def draw(self) -> None:
        for column, left in zip(self.columns, self._lefts, strict=True):
            column.drawOn(self.canv, left, self.height - column.height)


class Framed(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Content in a black frame of *line* points, at least *tall* points high."""

    def __init__(
        self, content: Sequence[Flowable], line: float = 1, padding: float = 7, tall: float = 0
    ) -> None:
        super().__init__()
        self.inner = Stack(content)
        self.line = line
        self.padding = padding
        self.tall = tall

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        inside = availWidth - 2 * self.padding
        _, height = self.inner.wrapOn(self.canv, inside, availHeight)
        self.width, self.height = availWidth, max(self.tall, height + 2 * self.padding)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        del availWidth, availHeight
        return _taken_apart(self, self.inner.content)

    def draw(self) -> None:
        half = self.line / 2
        self.canv.setLineWidth(self.line)
        self.canv.rect(half, half, self.width - self.line, self.height - self.line)
        self.inner.drawOn(self.canv, self.padding, self.height - self.padding - self.inner.height)


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line across the column."""

    def __init__(self, line: float = 1, above: float = 0, below: float = 4) -> None:
        super().__init__()
        self.line = line
        self.spaceBefore, self.spaceAfter = above, below

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self.line
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(self.line)
        self.canv.line(0, self.line / 2, self.width, self.line / 2)


class RuledLines(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines to write on, cut into columns by small strokes at *cuts* (parts of the width)."""

    def __init__(self, count: int, pitch: float = 26, cuts: Sequence[float] = ()) -> None:
        super().__init__()
        self.count = count
        self.pitch = pitch
        self.cuts = cuts

    def with_more(self, lines: int) -> RuledLines:
        """Return the same with more lines."""
        return RuledLines(self.count + lines, self.pitch, self.cuts)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self.count * self.pitch
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(0.7)
        for line in range(self.count):
            y = line * self.pitch + 5
            self.canv.line(0, y, self.width, y)
            for cut in self.cuts:
                self.canv.line(cut * self.width, y, cut * self.width, y + self.pitch * 0.45)


class FillIn(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A sentence on one line in which each `…` is a line to write on."""

    def __init__(self, sentence: str, style: ParagraphStyle) -> None:
        super().__init__()
        self.parts = [part.strip() for part in clean(sentence).split("…")]
        self.style = style
        self.tag = Tag("P")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self.style.leading
        return self.width, self.height

    def draw(self) -> None:
        font, points = self.style.fontName, self.style.fontSize
        baseline = self.height - points
        written = sum(width(part, font, points) for part in self.parts)
        gap = (self.width - written) / max(1, len(self.parts) - 1)
        left = 0.0
        self.canv.setLineWidth(0.7)
        for at, part in enumerate(self.parts):
            if at:
                self.canv.line(left + 5, baseline - 2, left + gap - 5, baseline - 2)
                left += gap
            with self.canv.mark(self.tag):
                left += draw_line(self.canv, left, baseline, part + " ", font, points)
            left -= width(" ", font, points)


def draw_line(
    canvas: Canvas, left: float, baseline: float, text: str, font: str, points: float
) -> float:
    """Write *text* on one line and return how wide it is."""
    start = left
    for used, piece in runs(clean(text), font):
        canvas.setFont(used, points)
        canvas.drawString(left, baseline, piece)
        left += width(piece, used, points)
    return left - start


def height_of(content: Sequence[Flowable], across: float) -> float:
    """Return how tall *content* is when laid out *across* points."""
    _, height = Stack(content).wrapOn(None, across, 10_000)
    return float(height)


def _taken_apart(whole: Flowable, content: list[Flowable]) -> list[Flowable]:
    """Return *content* to flow freely when *whole* would not even fit on a page of its own."""
    return content if whole.height > _TALL else []
