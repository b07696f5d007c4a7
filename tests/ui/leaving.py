"""Windows that a test leaves are gone at once, on the thread of windows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ensdesk.ui.window import Window


def leave(windows: Iterable[Window]) -> None:
    """Close them; `processEvents` alone does not do what `deleteLater` asked for."""
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
