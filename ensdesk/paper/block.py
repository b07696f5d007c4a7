"""The blocks that pages are made of: they are laid out first, then painted where they stand."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from reportlab.platypus import Flowable

from ensdesk.paper.tagged import TaggedCanvas

# More than the height of an A4 page lying down: a block that is taller is taken apart.
TALL = 500.0


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A flowable of ours: no saved state and no moved origin around each of its words."""

    @abstractmethod
    def lay(self, across: float) -> float:
        """Lay it out *across* points and return its height."""

    @abstractmethod
    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        """Paint it with its lower left corner there, as it was laid out."""

    def parts(self, room: float) -> list[Flowable]:
        """Return it in two parts of which the first fits in *room*; nothing if that cannot be."""
        del room
        return []

    # What reportlab asks for, in its own words.

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self.lay(availWidth)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        self.wrap(availWidth, availHeight)
        return self.parts(availHeight)

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        self.paint(canvas, x, y)


class Gap(Block):
    """White space."""

    def __init__(self, tall: float) -> None:
        super().__init__()
        self.tall = tall

    def lay(self, across: float) -> float:
        del across
        return self.tall

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        """Leave it white."""


def lay(flow: Flowable, across: float) -> float:
    """Lay out any flowable, ours or reportlab's, and return its height."""
    _, height = flow.wrapOn(None, across, 10_000)
    return float(height)


def taken_apart(whole: Any, content: list[Flowable]) -> list[Flowable]:
    """Return *content* to flow freely when *whole* would not even fit on a page of its own."""
    return content if whole.height > TALL else []
