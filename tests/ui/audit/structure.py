"""One title, one main action, few choices, on a page that fits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from tests.ui.audit.sight import Sight

CHECKS = (
    "titles",
    "the window has another name",
    "too many choices",
    "two main actions",
    "scrolls sideways",
    "does not fit",
    "words that are pressed",
)


def faults(sight: Sight) -> Iterator[str]:
    """Yield what is wrong with the page as a whole."""
    window = sight.window
    titles = [label for label in sight.labels if label.property("role") == "h1"]
    if len(titles) != 1:
        yield f"titles: {len(titles)}"
    elif titles[0].text() not in window.windowTitle():
        yield f"the window has another name: {titles[0].text()}"
    own = sight.own()
    if len(own) > sight.choices:
        yield f"too many choices: {len(own)}"
    if sum(widget.property("role") == "primary" for widget in own) > 1:
        yield "two main actions"
    if window.area.widget().minimumSizeHint().width() > window.area.viewport().width():
        yield "scrolls sideways"
    if sight.room.expandedTo(window.size()) != sight.room:
        yield f"does not fit: {window.size().toTuple()}"
    for label in sight.labels:
        if any("mousePressEvent" in vars(kind) for kind in _own_kinds(label)):
            yield f"words that are pressed: {label.text()}"


def _own_kinds(label: QLabel) -> list[type]:
    kinds = type(label).mro()
    return kinds[: kinds.index(QLabel)]
