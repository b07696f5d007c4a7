"""A line for secrets that stays silent on the accessibility bus.

Qt sends every character typed in a Password or NoEcho line in clear on the bus of assistive tools,
where any program of the session can read it (seen with Qt 6.11 and 6.12 over AT-SPI). So the bus is
muted while the line changes, and told afterwards that a masked character came or went.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ensdesk.ui.widgets.secret_keys import SecretKeys
from ensdesk.ui.widgets.secret_letters import letter_at, paint_letters

T = TypeVar("T")
_MUTED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.Drop,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.ContextMenu,
    }
)
# These move the focus or press a button: what they start must be heard.
_LOUD = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
    }
)
_MASK = "●"
WORDS_OF_A_SHEET = "said-when-asked"  # the mark of a widget that holds words of a key sheet


class SecretLine(QLineEdit):
    """A password line whose letters no assistive tool, and so no spy on its bus, receives."""

    typed = Signal()  # after each change, when the bus may hear again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_shown = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        self._keys = SecretKeys(self)

    def reveal(self, shown: bool) -> None:
        """Show or hide the letters on the screen alone: whoever asks over the bus gets none.

        So it stays a password line for Qt, which would give the letters of any other.
        """
        self.is_shown = shown
        self.update()

    def displayText(self) -> str:
        """Return what stands on the screen."""
        return self.text() if self.is_shown else super().displayText()

    def clear(self) -> None:
        self._quiet(lambda: QLineEdit.clear(self))

    def setText(self, text: str | None, /) -> None:
        self._quiet(lambda: QLineEdit.setText(self, text or ""))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            self._keys.listen()  # the key itself comes next
        if event.type() not in _MUTED or _is_loud(event):
            return super().event(event)
        if _copies(event):
            event.accept()  # the clipboard is everybody's
            return True
        before = self.text()
        taken = self._quiet(lambda: QLineEdit.event(self, event))
        if self.text() != before:
            self.typed.emit()
        return taken

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.is_shown:
            self.setCursorPosition(letter_at(self, round(event.position().x())))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_shown:
            paint_letters(self)
        else:
            super().paintEvent(event)

    def _quiet(self, act: Callable[[], T]) -> T:
        heard = QAccessible.isActive()
        before = len(self.text())
        if not heard:
            return act()
        QAccessible.setActive(False)
        try:
            return act()
        finally:
            QAccessible.setActive(True)
            after = len(self.text())
            if after > before:
                mask = _MASK * (after - before)
                QAccessible.updateAccessibility(QAccessibleTextInsertEvent(self, before, mask))
            elif after < before:
                mask = _MASK * (before - after)
                QAccessible.updateAccessibility(QAccessibleTextRemoveEvent(self, after, mask))


def is_secret(widget: QWidget) -> bool:
    """Say whether what is typed into *widget* is a secret, shown on the screen or not."""
    return isinstance(widget, SecretLine) or bool(widget.property(WORDS_OF_A_SHEET))


def _is_loud(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _LOUD


def _copies(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut)
    )
