"""A labelled field: label above, example under it, error above the line where one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ensdesk.language import N_, _
from ensdesk.ui.theme import RING, look_of
from ensdesk.ui.widgets.boxes import announce
from ensdesk.ui.widgets.words import Words


class Labelled(QWidget):
    """The words around any input: `body` holds the input, `target` is what the label names."""

    refused = Signal()  # what is written was not taken: an error shows

    def __init__(self, label: str, example: str = "", *, optional: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        words = _("{label} (if you wish)").format(label=label) if optional else label
        self.label = Words(words.replace("&", "&&"), "label")
        self.example = Words(example, "example")
        self.wrong = Words("", "error")
        for part in (self.label, self.example, self.wrong):
            column.addWidget(part)
        self.example.setHidden(not example)
        self.wrong.hide()
        self.body: QBoxLayout = QVBoxLayout()
        self.body.setContentsMargins(0, 2, 0, 0)
        self.body.setSpacing(12)
        column.addLayout(self.body)
        self.target: QWidget = self

    def name(self, target: QWidget) -> None:
        """Tie the label to *target*, the thing that takes the focus."""
        self.target = target
        self.label.setBuddy(target)
        target.setAccessibleName(self.label.text().replace("&&", "&"))
        target.setAccessibleDescription(self.example.text())

    def error(self, words: str) -> None:
        """Say what is wrong, above the input, and put the focus there."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.target.setAccessibleDescription(words or self.example.text())
        self._mark(wrong=bool(words))
        if words:
            self.target.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.target, words)
            self.refused.emit()

    def clear_error(self) -> None:
        if self.wrong.text():
            self.error("")

    def _mark(self, *, wrong: bool) -> None:
        self.target.setProperty("wrong", wrong)
        self.target.style().unpolish(self.target)
        self.target.style().polish(self.target)


class Field(Labelled):
    """A line to type in."""

    def __init__(
        self,
        label: str,
        example: str = "",
        *,
        optional: bool = False,
        letters: int = 0,
        line: QLineEdit | None = None,
    ) -> None:
        super().__init__(label, example, optional=optional)
        self.line = line or QLineEdit()
        self._letters = letters
        self.across = QHBoxLayout()
        self.across.setSpacing(12)
        self.across.addWidget(self.line, 1)
        self.across.addStretch(0)
        self.body.addLayout(self.across)
        self.name(self.line)
        self.line.textEdited.connect(self.clear_error)
        self.set_letters(letters)

    def set_letters(self, letters: int) -> None:
        """Make the line as wide as about *letters* letters; 0 is as wide as the page."""
        self._letters = letters
        em = look_of(self).em
        self.line.setMaximumWidth(round(letters * em * 0.62) + 2 * em if letters else 16_777_215)

    def expect_numbers(self) -> None:
        """Say that numbers are typed here: a keyboard on the screen begins with them."""
        hints = self.line.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers
        self.line.setInputMethodHints(hints)

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        self.clear_error()

    def value(self) -> object:
        """Return what to keep of a half-filled page."""
        return self.line.text()

    def set_value(self, value: object) -> None:
        self.set_text(str(value))

    def need(self, words: str = "") -> bool:
        """Say whether something is written, and show an error if nothing is."""
        if not self.text():
            self.error(words or _(N_("Write something here.")))
        return bool(self.text())

    def on_enter(self, press: Callable[[], Any]) -> None:
        self.line.returnPressed.connect(press)

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "_letters"):
            self.set_letters(self._letters)


class _Prose(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Four lines, whatever the size of the text."""
        look = look_of(self)
        return QSize(200, 4 * self.fontMetrics().lineSpacing() + 2 * look.space(0.6) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()


class ProseField(Labelled):
    """A few lines to type in."""

    def __init__(self, label: str, example: str = "", *, optional: bool = False) -> None:
        super().__init__(label, example, optional=optional)
        self.edit = _Prose()
        self.body.addWidget(self.edit)
        self.name(self.edit)
        self.edit.textChanged.connect(self.clear_error)

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    def set_text(self, text: str | None) -> None:
        self.edit.setPlainText(text or "")

    def value(self) -> object:
        return self.edit.toPlainText()

    def set_value(self, value: object) -> None:
        self.set_text(str(value))
