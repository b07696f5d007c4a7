"""What is pressed is large enough, and far enough from its neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

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
            if near.intersects(beside) and not _scrolled_under(sight, widget, other):
                yield f"too near: {spoken(widget)} and {spoken(other)}"


def _scrolled_under(sight: Sight, widget: QWidget, other: QWidget) -> bool:
    """Say whether one is a key, and the part of the other that is seen keeps away from it."""
    if sight.is_key(widget) is sight.is_key(other):
        return False
    near, beside = sight.seen(widget), sight.seen(other)
    return near.isEmpty() or not near.adjusted(-GAP + 1, -GAP + 1, GAP - 1, GAP - 1).intersects(
        beside
    )
