"""The order of Tab: reading order, whatever was built when."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def focusable_in(place: QWidget) -> list[QWidget]:
    """Return what Tab reaches in *place*, in reading order."""
    found = [
        widget
        for widget in place.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not widget.isHidden()
        and widget.isVisibleTo(place.window())
        and widget.focusProxy() is None
    ]
    corners = {widget: widget.mapTo(place, QPoint(0, 0)) for widget in found}
    found.sort(key=lambda widget: (corners[widget].y(), corners[widget].x()))
    ordered: list[QWidget] = []
    while found:
        middle = corners[found[0]].y() + found[0].height() / 2
        row = [widget for widget in found if corners[widget].y() < middle] or found[:1]
        ordered += _along(row, corners)
        found = [widget for widget in found if widget not in row]
    return ordered


def _along(row: list[QWidget], corners: dict[QWidget, QPoint]) -> list[QWidget]:
    """Return *row* from left to right; what stands one under the other, from top to bottom."""
    left = sorted(row, key=lambda widget: corners[widget].x())
    ordered: list[QWidget] = []
    while left:
        edge = corners[left[0]].x() + left[0].width()
        column = [widget for widget in left if corners[widget].x() < edge]
        ordered += sorted(column, key=lambda widget: corners[widget].y())
        left = [widget for widget in left if widget not in column]
    return ordered
