"""How a paragraph looks: its letters, its lines, the room around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """All lengths in points; `leading` is from one line to the next."""

    font: str
    points: float
    leading: float
    indent: float = 0
    before: float = 0
    after: float = 0
    right: bool = False

    @property
    def baseline(self) -> float:
        """How far under the top of the paragraph its first line stands."""
        return self.points * 0.96
