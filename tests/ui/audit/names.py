"""Every control has a name of its own, words, and a label in view if one types into it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton

from tests.ui.audit.sight import FIELDS, Sight, spoken

CHECKS = ("no name", "no words", "no label in view", "two of the same name")


def faults(sight: Sight) -> Iterator[str]:
    """Yield what is wrong with the names."""
    seen: set[str] = set()
    labelled = {label.buddy() for label in sight.labels}
    for widget in sight.controls:
        name = spoken(widget)
        if not name:
            yield f"no name: {widget}"
        elif name in seen:
            yield f"two of the same name: {name}"
        seen.add(name)
        if isinstance(widget, QAbstractButton) and not widget.text():
            yield f"no words: {name}"
        if isinstance(widget, FIELDS) and widget not in labelled:
            yield f"no label in view: {name}"
