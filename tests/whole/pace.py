"""What a journey costs: clicks, keys, and the seconds of the keystroke-level model.

Card, Moran and Newell (1980), at the pace of an expert and of a senior. It takes longer than people
do by about a third: counts are compared first.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for one key, one pointing, one press, one hand moved, one thought, one word read."""

    key: float
    point: float
    click: float
    hand: float
    think: float
    read: float


EXPERT = Pace(0.28, 1.10, 0.20, 0.40, 1.35, 0.25)
SENIOR = Pace(1.20, 1.93, 0.42, 0.84, 2.28, 0.40)


@dataclass(slots=True)
class Count:
    """What was done; `waited` is the seconds in which the program worked."""

    clicks: int = 0
    keys: int = 0
    hands: int = 0  # between the mouse and the keys
    thoughts: int = 0
    words: int = 0  # read: titles, and what is pressed or written into
    waited: float = 0.0

    def seconds(self, pace: Pace = SENIOR) -> float:
        """Return how long all that takes at this pace."""
        return (
            self.keys * pace.key
            + self.clicks * (pace.point + pace.click)
            + self.hands * pace.hand
            + self.thoughts * pace.think
            + self.words * pace.read
            + self.waited
        )

    def add(self, other: Count) -> None:
        """Count what *other* cost too."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
