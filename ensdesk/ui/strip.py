"""The line above the page that says what was done, with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ensdesk.language import N_, _
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.boxes import Icon, announce
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.words import Words


class Strip(QFrame):
    """Stays until the second page after, so that nobody has to be quick."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setProperty("role", "bar")
        self._across = QHBoxLayout(self)
        self.words = Words("", "good")
        self.undo = WordsButton(_(N_("Undo")), self._undo, icon="undo-2")
        self._across.addWidget(Icon("circle-check", "ok"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self.words, 1)
        self._across.addWidget(self.undo)
        self._take_back: Callable[[], object] | None = None
        self.hide()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show *words*, and « Annuler » if *undo* is given."""
        self._take_back = undo
        self.words.setText(words)
        self.undo.setVisible(undo is not None)
        self.show()
        announce(self, words)

    def fit(self) -> None:
        """Take the distances of the look."""
        look = look_of(self)
        self._across.setContentsMargins(*(look.space(0.6),) * 4)
        self._across.setSpacing(look.space(0.8))

    def _undo(self) -> None:
        self.hide()
        if self._take_back is not None:
            self._take_back()
