"""Tab reaches everything in the order in which one reads; the ring is seen, and in view."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.audit.colours import contrast_of, pixels
from tests.ui.audit.sight import Sight, spoken

CHECKS = (
    "nothing has the focus",
    "Tab never reaches",
    "Tab goes back",
    "the focus is out of view",
    "a weak ring",
)
RING = 3  # contrast


def faults(sight: Sight) -> Iterator[str]:
    """Yield what somebody without a mouse would meet."""
    window = sight.window
    begun = window.focusWidget()
    if begun is None:
        yield "nothing has the focus"
    # The keys of a keyboard on the screen leave the focus where one types.
    wanted = [one for one in sight.controls if one.isEnabled() and not sight.is_key(one)]
    reached: list[QWidget] = []
    ringed: set[tuple[type, object]] = set()
    if wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(len(wanted) + 2):
        QApplication.processEvents()  # the page follows the focus
        now = window.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
        if not _in_view(now, window):
            yield f"the focus is out of view: {spoken(now)}"
        kind = type(now), now.property("role")
        ring = sight.place(now).adjusted(-6, -6, 6, 6) & window.rect()
        before = window.grab(ring).toImage() if kind not in ringed else None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if before is not None and now in sight.places:
            ringed.add(kind)
            # Painted at once: the page has not scrolled yet.
            if _changed(before, window.grab(ring).toImage()) < _around(now):
                yield f"a weak ring: {spoken(now)}"
    yield from (f"Tab never reaches: {spoken(w)}" for w in wanted if w not in reached)
    yield from _goes_back(sight, reached)
    if begun is not None:
        begun.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()


def _in_view(widget: QWidget, window: QWidget) -> bool:
    seen = widget.visibleRegion().boundingRect().height()
    return seen >= min(widget.height(), window.area.viewport().height()) - 2


def _around(widget: QWidget) -> int:
    """Return how many pixels a ring of two pixels around *widget* has."""
    return 4 * (widget.width() + widget.height()) * 9 // 10  # its corners are round


def _changed(one: QImage, other: QImage) -> int:
    pairs = zip(pixels(one), pixels(other), strict=True)
    return sum(a != b and contrast_of(a, b) >= RING for a, b in pairs)


def _goes_back(sight: Sight, reached: list[QWidget]) -> Iterator[str]:
    for in_bar in (False, True):  # the bar is a column of its own
        along = [
            (widget, sight.places[widget])
            for widget in reached
            if widget in sight.places and sight.window.bar.isAncestorOf(widget) is in_bar
        ]
        for (one, here), (other, there) in pairwise(along):
            if _before(there, here):
                yield f"Tab goes back: from {spoken(one)} to {spoken(other)}"


def _before(one: QRect, other: QRect) -> bool:
    """Say whether *one* is read before *other*: above it, or at its left on the same line."""
    if one.bottom() <= other.top():
        return True
    same_line = one.top() <= other.center().y() <= one.bottom()
    return same_line and one.right() <= other.left()
