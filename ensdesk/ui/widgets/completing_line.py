"""A line that shows the rest of what is meant, selected: the next key takes its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit


class CompletingLine(QLineEdit):
    """*rest_of* returns what is still missing of a typed text, or nothing.

    Enter and the arrows keep what is shown; any letter or Backspace takes it away.
    """

    def __init__(self, rest_of: Callable[[str], str]) -> None:
        super().__init__()
        self._rest_of = rest_of
        self._before = ""
        self.textEdited.connect(self._complete)
        self.textChanged.connect(self._remember)

    def _complete(self, typed: str) -> None:
        longer = len(typed) > len(self._before)
        if not longer or self.cursorPosition() != len(typed):
            return
        if rest := self._rest_of(typed):
            self.setText(typed + rest)
            self.setSelection(len(typed + rest), -len(rest))

    def _remember(self, text: str) -> None:
        self._before = text
