"""What is pressed is large enough, and far enough from its neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from tests.ui.audit.sight import Sight, spoken

CHECKS = ("too small", "too near")
TARGET, GAP = 44, 8


def faults(sight: Sight) -> Iterator[str]:
    """Yield what a trembling finger would miss."""
    places = list(sight.places.items())
    for number, (widget, place) in enumerate(places):
        if min(place.width(), place.height()) < TARGET:
            yield f"too small: {spoken(widget)} {place.width()}x{place.height()}"
        near = place.adjusted(-GAP + 1, -GAP + 1, GAP - 1, GAP - 1)
        for other, beside in places[number + 1 :]:
            if near.intersects(beside):
                yield f"too near: {spoken(widget)} and {spoken(other)}"
