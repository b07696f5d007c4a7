"""Keys that are typed into a secret line reach that line, and nobody on the accessibility bus.

While a screen reader runs, Qt sends each key with its letter to the registry of the bus, which
hands it to every program that asked (seen with Qt 6.11 over AT-SPI). It does so in an event filter
of the application; this one comes before it and hands letters to the line itself.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QLineEdit

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class SecretKeys(QObject):
    """Takes the letters for one line, as long as it has the focus."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def listen(self) -> None:
        """Come before every other filter: a screen reader may have started since."""
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if self._line.window().focusWidget() is not self._line:
            self._leave()
            return False
        here = isinstance(watched, QWindow) and watched == self._line.window().windowHandle()
        if not (here and event.spontaneous() and is_letter(event)):
            return False  # keys that only move or command are no secret: readers need them
        QCoreApplication.sendEvent(self._line, event)
        return True

    def _leave(self) -> None:
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)


def is_letter(event: QKeyEvent) -> bool:
    """Say whether a key writes something."""
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMANDS
