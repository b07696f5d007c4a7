"""What every page must pass, looked at on the living window.

`faults(window)` returns one line for each fault, that begins with one of `CHECKS`.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.ui.audit import colours, focus, names, structure, targets, words
from tests.ui.audit.colours import contrast
from tests.ui.audit.sight import CHOICES, Sight, spoken

__all__ = ["CHECKS", "CHOICES", "contrast", "controls", "faults", "spoken"]

_PARTS = (names, targets, words, structure, focus, colours)
CHECKS = tuple(check for part in _PARTS for check in part.CHECKS)


def faults(window: QWidget, *, choices: int = CHOICES, room: QSize | None = None) -> list[str]:
    """Return what is wrong with the page in view; the window may be as large as *room*."""
    sight = Sight(window, choices, room or window.size())
    return [fault for part in _PARTS for fault in part.faults(sight)]


def controls(window: QWidget) -> list[QWidget]:
    """Return what can be pressed or typed in now."""
    return Sight(window, CHOICES, window.size()).controls
