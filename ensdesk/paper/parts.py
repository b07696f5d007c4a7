"""Parts of a sheet that may go on overleaf: how many of their lines stand on the first page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from ensdesk.language import _
from ensdesk.paper.block import Gap, lay
from ensdesk.paper.blocks import Row
from ensdesk.paper.fonts import width
from ensdesk.paper.page import LINE, Styles, room_for, styles
from ensdesk.paper.table import Table
from ensdesk.paper.tagged_flow import Words, paragraph

Kept = Mapping[str, int]  # by the key of each part, how many of its lines are on the first page


@dataclass(frozen=True, slots=True)
class Part:
    """A titled list. *empty* is what it says without any line: not filled in, or said none.

    *counted* says « on the back: 6 medicines ».
    """

    key: str
    title: str
    counted: Callable[[int], str]
    items: Sequence[Any]
    draw: Callable[[Sequence[Any], Styles], Sequence[Flowable]]
    empty: Words = ""
    headed: bool = True  # whether its title stands on the first page
    weight: float = 1  # the lower, the longer it keeps its lines on the first page

    def first(self, kept: Kept, size: Styles) -> list[Flowable]:
        """Return what the first page shows of it, with a clear count of what it does not."""
        shown = kept.get(self.key, len(self.items))
        left = len(self.items) - shown
        flows: list[Flowable] = []
        if shown:
            flows += self.draw(self.items[:shown], size)
        elif not self.items and self.empty:
            flows.append(paragraph(self.empty, size.strong))
        if self.headed:
            flows = headed(_(self.title), flows, size)
        if left:
            flows.append(paragraph(self.counted(left), size.strong))
        return flows

    def rest(self, kept: Kept, size: Styles) -> list[Flowable]:
        """Return what stands overleaf."""
        left = self.items[kept.get(self.key, len(self.items)) :]
        if not left:
            return []
        title = _("{title} (continued)").format(title=_(self.title))
        return [room_for(size), *headed(title, self.draw(left, size), size)]

    def heights(self, points: int, across: float) -> list[float]:
        """Return how tall each line is."""
        flows = self.draw(self.items, styles(points))
        tall = [lay(flow, across) for flow in flows]
        tables = [flow for flow in flows if isinstance(flow, Table)]
        return [row for rows in tables for row in rows.heights] if tables else tall


def headed(title: str, flows: Sequence[Flowable], size: Styles) -> list[Flowable]:
    """Return *flows* under a heading; the title of their first group stands beside it."""
    heading = paragraph(title, size.heading, "H2")
    if not flows or not _is_group(flows[0], size):
        return [heading, *flows]
    flows[0].spaceBefore = 0
    beside = width(title, size.heading.font, size.heading.points) + 1
    group = [Gap(size.heading.points - size.group.points), flows[0]]
    row = Row([[heading], group], [beside, LINE - beside - 14])
    row.spaceAfter = 2
    return [row, *flows[1:]]


def trimmed(
    heights: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
    kept: Kept,
    least: Kept,
    too_much: float,
) -> dict[str, int]:
    """Return *kept* with about *too_much* points less on the first page.

    The last line of the tallest part goes first, so that a short part loses nothing to a long one.
    No part goes under its *least* number of lines as long as another can give.
    """
    left = dict(kept)
    for floor in (least, dict.fromkeys(kept, 0)):
        while too_much > 0 and (giving := [key for key in left if left[key] > floor.get(key, 0)]):
            tallest = max(giving, key=lambda key: weights[key] * sum(heights[key][: left[key]]))
            left[tallest] -= 1
            too_much -= heights[tallest][left[tallest]]
    return left


def _is_group(flow: Flowable, size: Styles) -> bool:
    return getattr(flow, "style", None) is size.group
