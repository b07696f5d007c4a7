"""Words, borders and marks stand out from their ground, counted on the picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton, QWidget

from tests.ui.audit.sight import FIELDS, Sight, spoken

CHECKS = ("pale", "a pale border")
WORDS, LARGE_WORDS, BORDER = 7, 4.5, 3
_LARGE = 24  # pixels
_OUTSIDE, _INSIDE = 3, 12  # pixels around the edge of a field


def faults(sight: Sight) -> Iterator[str]:
    """Yield what weak eyes would not see."""
    picture = sight.window.grab().toImage()
    for widget in sight.parts:
        if not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, (QLabel, QAbstractButton)) and widget.text():
            inset = 8 if isinstance(widget, QAbstractButton) else 0
            place = sight.place(widget).adjusted(inset, inset, -inset, -inset)
            least = LARGE_WORDS if widget.fontInfo().pixelSize() >= _LARGE else WORDS
            seen = place & picture.rect()
            best = _best_contrast(picture, seen)
            whole = seen.height() * 2 > place.height()  # of less, only the edges of letters show
            if whole and best and best < least:
                yield f"pale: {widget.text()} {best:.1f}"
        if widget in sight.places and not _stands_out(picture, sight.place(widget), widget):
            yield f"a pale border: {spoken(widget)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#RRGGBB` (WCAG 2.2)."""
    return contrast_of(int(one[1:], 16), int(other[1:], 16))


@lru_cache(maxsize=100_000)
def contrast_of(one: int, other: int) -> float:
    """Return the contrast of two colours `0xRRGGBB`; what stands before them does not count."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def pixels(picture: QImage, place: QRect | None = None, step: int = 1) -> Iterator[int]:
    """Yield the colours in *place*, of every line or of each *step*."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    place = picture.rect() if place is None else place
    wide = picture.bytesPerLine() // 4
    bits = picture.constBits().cast("I")
    lines = range(place.top(), place.bottom() + 1, step)
    return chain.from_iterable(
        bits[line * wide + place.left() : line * wide + place.right() + 1].tolist()
        for line in lines
    )


def _stands_out(picture: QImage, place: QRect, widget: QWidget) -> bool:
    """Say whether the edge of a field, or the mark of an answer, is seen."""
    if isinstance(widget, (QCheckBox, QRadioButton)):
        mark = QRect(place.left(), place.top(), place.height(), place.height())
        return _best_contrast(picture, mark & picture.rect()) >= BORDER
    middle = place.center().y()
    if not isinstance(widget, FIELDS) or not 0 <= middle < picture.height():
        return True
    edge = QRect(place.left() - _OUTSIDE, middle, _OUTSIDE + _INSIDE, 1)
    outside, *inside = pixels(picture, edge & picture.rect())
    return max(contrast_of(outside, colour) for colour in inside) >= BORDER


def _best_contrast(picture: QImage, place: QRect) -> float:
    counted = Counter(pixels(picture, place, step=2))
    if len(counted) < 2:
        return 0
    ground, _count = counted.most_common(1)[0]
    inks = [ink for ink, count in counted.items() if count >= 4 and ink != ground]
    return max((contrast_of(ink, ground) for ink in inks), default=0)


@lru_cache(maxsize=100_000)
def _luminance(colour: int) -> float:
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    lit = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]
