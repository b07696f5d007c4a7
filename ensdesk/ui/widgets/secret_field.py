"""A field for a code of six digits, or for words, with a button to see what one writes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QLayoutItem, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.pair_layout import PairLayout
from ensdesk.ui.widgets.secret_line import SecretLine
from ensdesk.ui.widgets.words import Words

CODE_DIGITS = 6
_GAP = 12
_SHOW, _HIDE = N_("Show what I write"), N_("Hide what I write")


class SecretField(Field):
    """Words that nobody beside should read. It is never kept in the draft of a page."""

    def __init__(self, label: str, example: str = "", *, letters: int = 0) -> None:
        self.secret = _HearsCapsLock()
        super().__init__(label, example, letters=letters, line=self.secret)
        self.eye = WordsButton(_(_SHOW), self._look, role="link", icon="eye", again=True)
        self.across.removeWidget(self.line)
        self.body.addWidget(_LineAndEye(self.line, self.eye))
        self.capitals = _line_of_words()
        self.capitals.hide()
        self.body.addWidget(self.capitals)
        self.secret.typed.connect(self.clear_error)
        self.secret.capitals = self._hint_capitals

    def text(self) -> str:
        return self.secret.text()

    def clear(self) -> None:
        """Forget what was typed and hide the next."""
        self.secret.clear()
        self._show(shown=False)

    def value(self) -> object:
        """Nothing: a secret is not kept with a half-filled page."""
        return None

    def set_value(self, value: object) -> None:
        del value

    def _look(self) -> None:
        self._show(shown=not self.secret.is_shown)

    def _show(self, *, shown: bool) -> None:
        self.secret.reveal(shown)
        self.eye.block.icon = "eye-off" if shown else "eye"
        self.eye.say(_(_HIDE if shown else _SHOW))

    def _hint_capitals(self, on: bool) -> None:
        self.capitals.setVisible(on)


class _LineAndEye(QWidget):
    """A short line has its button at its right; one that is as wide as the page, under it."""

    def __init__(self, line: QWidget, eye: QWidget) -> None:
        super().__init__()
        self._line = line
        layout = PairLayout(self, self._places)
        layout.addWidget(line)
        layout.addWidget(eye)

    def _places(self, line: QLayoutItem, eye: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        wide = min(self._line.maximumWidth(), width)
        high, size = line.sizeHint().height(), eye.sizeHint()
        if eye.isEmpty():  # the button of the line above shows both
            return QRect(0, 0, wide, high), QRect()
        press = QRect(0, 0, min(size.width(), width), size.height())
        if wide + _GAP + press.width() > width:
            press.moveTop(high + _GAP)
            return QRect(0, 0, wide, high), press
        press.moveTo(wide + _GAP, max(0, (high - press.height()) // 2))
        return QRect(0, max(0, (press.height() - high) // 2), wide, high), press


class CodeField(SecretField):
    """A code of six digits: the sixth one submits."""

    def __init__(
        self, label: str, on_code: Callable[[str], object] | None = None, example: str = ""
    ) -> None:
        super().__init__(label, example, letters=12)
        only = QRegularExpression(rf"\d{{0,{CODE_DIGITS}}}")
        self.secret.setValidator(QRegularExpressionValidator(only, self.secret))
        self.secret.setInputMethodHints(
            self.secret.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly
        )
        self.secret.capitals = None
        self._on_code = on_code
        self.secret.typed.connect(self._count)

    def complete(self) -> bool:
        return len(self.text()) == CODE_DIGITS

    def _count(self) -> None:
        if self._on_code and self.complete():
            self._on_code(self.text())


class _HearsCapsLock(SecretLine):
    """Tells when letters come out as capitals although Shift is not held."""

    def __init__(self) -> None:
        super().__init__()
        self.capitals: Callable[[bool], None] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        letter = event.text()
        if self.capitals and letter.isalpha():
            shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            shift = shift or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals(letter.isupper() is not shift)


def _line_of_words() -> Words:
    return Words(_("The capitals key is on: letters come out large."), "error")
