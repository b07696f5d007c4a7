"""What every page must pass, looked at on the living window.

`faults(window)` returns one line for each fault: names, targets and gaps, words cut, one title and
one main action, few choices, the order and the ring of the focus, contrast on the pixels, fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ensdesk.ui.widgets.buttons import WordsButton

TARGET, GAP, CHOICES = 44, 8, 7
_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
_PRESSED_OR_TYPED = (QAbstractButton, *_FIELDS)


def faults(window: QWidget, *, choices: int = CHOICES) -> list[str]:
    """Return what is wrong with the page in view."""
    return [
        *_names(window),
        *_targets(window),
        *_words(window),
        *_structure(window, choices),
        *_focus(window),
        *_contrast(window),
    ]


def controls(window: QWidget) -> list[QWidget]:
    """Return what can be pressed or typed in now; a line between two signs is one thing."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _PRESSED_OR_TYPED)
        and widget.isVisible()
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#RRGGBB` (WCAG 2.2)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _names(window: QWidget) -> Iterator[str]:
    seen: set[str] = set()
    for widget in controls(window):
        name = spoken(widget)
        if not name:
            yield f"no name: {widget}"
        if name in seen:
            yield f"two of the same name: {name}"
        seen.add(name)
        if isinstance(widget, QAbstractButton) and not widget.text():
            yield f"no words: {name}"
        if isinstance(widget, _FIELDS) and not _label_of(window, widget):
            yield f"no label in view: {name}"


def _label_of(window: QWidget, field: QWidget) -> QLabel | None:
    labels = (label for label in window.findChildren(QLabel) if label.buddy() is field)
    return next((label for label in labels if label.isVisible()), None)


def _targets(window: QWidget) -> Iterator[str]:
    found = controls(window)
    places = [(widget, _place(widget, window)) for widget in found]
    for number, (widget, place) in enumerate(places):
        if min(place.width(), place.height()) < TARGET:
            yield f"too small: {spoken(widget)} {place.width()}x{place.height()}"
        for other, beside in places[number + 1 :]:
            near = place.adjusted(-GAP + 1, -GAP + 1, GAP - 1, GAP - 1)
            if near.intersects(beside):
                yield f"too near: {spoken(widget)} and {spoken(other)}"


def _words(window: QWidget) -> Iterator[str]:
    least = window.look.em
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, WordsButton)):
            continue
        if not widget.text():
            continue
        if widget.fontInfo().pixelSize() < least:
            yield f"too small to read: {widget.text()}"
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + 1:
            yield f"cut: {widget.text()} {widget.height()} of {needed}"
        if isinstance(widget, QLabel):
            room = widget.contentsRect().width()
            longest = max(map(widget.fontMetrics().horizontalAdvance, widget.text().split()))
            if longest > room + 1:
                yield f"a word is cut: {widget.text()}"
        if widget.parentWidget() and not widget.parentWidget().rect().contains(widget.geometry()):
            yield f"cut by what holds it: {widget.text()}"


def _structure(window: QWidget, choices: int) -> Iterator[str]:
    titles = [
        label
        for label in window.findChildren(QLabel)
        if label.property("role") == "h1" and label.isVisible()
    ]
    if len(titles) != 1:
        yield f"{len(titles)} titles"
    elif titles[0].text() not in window.windowTitle():
        yield f"the window is not called {titles[0].text()}"
    own = [w for w in controls(window) if w.parentWidget().property("role") != "bar"]
    if len(own) > choices:
        yield f"{len(own)} choices"
    if sum(widget.property("role") == "primary" for widget in own) > 1:
        yield "two main actions"
    holder = window.area.widget()
    if holder.minimumSizeHint().width() > window.area.viewport().width():
        yield "scrolls sideways"
    least = window.minimumSizeHint()
    if least.width() > window.width() or least.height() > window.height():
        yield f"does not fit: {least.toTuple()}"


def _focus(window: QWidget) -> Iterator[str]:
    begun = window.focusWidget()
    if begun is None:
        yield "nothing has the focus"
    wanted = [widget for widget in controls(window) if widget.isEnabled()]
    if not wanted:
        return
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _step in range(len(wanted) + 2):
        now = window.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        QApplication.processEvents()
    for widget in wanted:
        if widget not in reached:
            yield f"Tab never reaches {spoken(widget)}"
    if begun is not None:
        begun.setFocus(Qt.FocusReason.OtherFocusReason)


def _contrast(window: QWidget) -> Iterator[str]:
    picture = window.grab().toImage()
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.isVisible():
            continue
        if not widget.text() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        inset = 8 if isinstance(widget, QAbstractButton) else 0
        place = _place(widget, window).adjusted(inset, inset, -inset, -inset)
        least = 4.5 if widget.fontInfo().pixelSize() >= 24 else 7
        best = _best_contrast(picture, place.intersected(window.rect()))
        if best and best < least:
            yield f"pale: {widget.text()} {best:.1f}"


def _best_contrast(picture: QImage, place: QRect) -> float:
    counted: dict[int, int] = {}
    for y in range(place.top(), place.bottom() + 1, 2):
        for x in range(place.left(), place.right() + 1):
            pixel = picture.pixel(x, y)
            counted[pixel] = counted.get(pixel, 0) + 1
    if len(counted) < 2:
        return 0
    ground = max(counted, key=lambda pixel: counted[pixel])
    inks = [pixel for pixel, count in counted.items() if count >= 4 and pixel != ground]
    return max((contrast(_hex(ink), _hex(ground)) for ink in inks), default=0)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _hex(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    lit = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]
