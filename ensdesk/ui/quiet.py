"""Silence on the accessibility bus while a page is built: it is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible


@contextmanager
def quiet() -> Iterator[None]:
    """Tell assistive tools nothing meanwhile.

    Qt tells where the cursor of each new field is. A screen reader that hears it late, when the
    field has the focus already, takes that for old news and says neither the page nor the field
    (seen with Orca 43).
    """
    heard = QAccessible.isActive()
    if heard:
        QAccessible.setActive(False)
    try:
        yield
    finally:
        if heard:
            QAccessible.setActive(True)
