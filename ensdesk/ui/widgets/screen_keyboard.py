"""A keyboard on the screen, for a place that has no other: AZERTY, signs, or digits alone.

What it types arrives as keys do, so that whatever watches a line (what is allowed, what completes
it, the silence of a secret one) goes on watching.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from ensdesk.language import N_, _
from ensdesk.ui.theme import TARGET, look_of
from ensdesk.ui.widgets.boxes import announce
from ensdesk.ui.widgets.key import Key
from ensdesk.ui.widgets.key_rows import (
    DIGITS,
    EMPTY,
    ICONS,
    LETTERS,
    NAMES,
    SIGN_NAMES,
    SIGNS,
    WORDS,
    Act,
    Rows,
    broken,
    parted,
)
from ensdesk.ui.widgets.secret_line import is_secret

GAP = 8
_OFF, _ONCE, _KEPT = "", "border", "full"  # as the key shows it
_CAPITAL_WORDS = {
    _OFF: N_("Small letters"),
    _ONCE: N_("The next letter is a capital."),
    _KEPT: N_("All letters are capitals."),
}
_NUMBERS = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhPreferNumbers


def is_typed_in(widget: QWidget | None) -> bool:
    """Say whether words are typed into *widget*; a line that waits for an answer is one too."""
    if isinstance(widget, QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, (QLineEdit, QAbstractSpinBox))


class ScreenKeyboard(QWidget):
    """Types into the line given by `serve`, and gives the focus back to it if it went astray."""

    typed = Signal()  # somebody is there
    next_wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "keys")
        self.setAccessibleName(_(N_("Keyboard on the screen")))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line: QWidget | None = None
        self._rows = LETTERS
        self._capital = _OFF
        self._signs: dict[str, Key] = {}
        for sign in "".join((*LETTERS.signs, *SIGNS.signs)):  # screen readers meet them first
            self._sign_key(sign)
        does: dict[Act, Callable[[], object]] = {
            Act.CAPITAL: self._turn_capital,
            Act.SIGNS: partial(self.show_rows, SIGNS),
            Act.LETTERS: partial(self.show_rows, LETTERS),
            Act.SPACE: partial(self._type, Qt.Key.Key_Space, " "),
            Act.ERASE: partial(self._type, Qt.Key.Key_Backspace, "\b"),
            Act.NEW_LINE: partial(self._type, Qt.Key.Key_Return, "\r"),
            Act.NEXT: self.next_wanted.emit,
            Act.AWAY: self.put_away.emit,
        }
        self.acts = {act: self._act_key(act, press) for act, press in does.items()}
        self.show_rows(LETTERS)

    # -- whom it serves --------------------------------------------------------------------------

    def serve(self, line: QWidget) -> None:
        """Type into *line* from now on, with the keys that it asks for."""
        if line is self._line:
            return
        self._line = line
        self._capital = _OFF
        hints = line.inputMethodHints()
        only_digits = bool(hints & Qt.InputMethodHint.ImhDigitsOnly)
        self.show_rows(DIGITS if only_digits else SIGNS if hints & _NUMBERS else LETTERS)

    def show_rows(self, rows: Rows) -> None:
        """Show these keys and no other."""
        self._rows = rows
        shown = {*self.sign_keys(), *self._act_keys()}
        for key in self.findChildren(Key):
            key.setVisible(key in shown)
        self._tell_keys()
        self.updateGeometry()
        self._place()

    def sign_keys(self) -> list[Key]:
        """Return the keys of the signs in view."""
        return [self._sign_key(sign) for row in self._rows.signs for sign in row if sign != EMPTY]

    # -- keys ------------------------------------------------------------------------------------

    def _sign_key(self, sign: str) -> Key:
        if sign not in self._signs:
            name = _(SIGN_NAMES[sign]) if sign in SIGN_NAMES else sign
            press = partial(self._sign, sign)
            self._signs[sign] = Key(sign, press, name=name, bold=True, parent=self)
        return self._signs[sign]

    def _act_key(self, act: Act, press: Callable[[], object]) -> Key:
        name = _(NAMES[act]) if act in NAMES else ""
        return Key(_(WORDS[act]), press, name=name, icon=ICONS.get(act, ""), parent=self)

    def _act_keys(self) -> list[Key]:
        lines = isinstance(self._line, QPlainTextEdit)
        return [self.acts[act] for act in self._rows.acts if act is not Act.NEW_LINE or lines]

    def _tell_keys(self) -> None:
        """Let each key show what it types, and whether it may show that it is held."""
        secret = self._line is not None and is_secret(self._line)
        for sign, key in self._signs.items():
            key.block.headline = sign.upper() if self._capital else sign
            key.secret = secret
            key.update()
        for key in self.acts.values():
            key.secret = secret
        self.acts[Act.CAPITAL].lit = self._capital
        self.acts[Act.CAPITAL].update()

    def _turn_capital(self) -> None:
        self._capital = {_OFF: _ONCE, _ONCE: _KEPT, _KEPT: _OFF}[self._capital]
        self._tell_keys()
        if self._line is not None and not is_secret(self._line):
            announce(self.acts[Act.CAPITAL], _(_CAPITAL_WORDS[self._capital]))

    # -- typing ----------------------------------------------------------------------------------

    def _sign(self, sign: str) -> None:
        shift, capital = Qt.KeyboardModifier.NoModifier, self._capital
        if capital:
            sign = sign.upper()
        if capital == _ONCE:
            shift, self._capital = Qt.KeyboardModifier.ShiftModifier, _OFF
            self._tell_keys()
        self._type(ord(sign.upper()), sign, shift)

    def _type(
        self,
        code: int,
        text: str,
        shift: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        line = self._line
        if line is None or not isValid(line) or not line.isVisible():
            return
        self.typed.emit()
        if line.window().focusWidget() is not line:  # a button was pressed in between
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(line):  # the sixth digit opens a folder, and its page goes
                QApplication.sendEvent(line, QKeyEvent(kind, code, shift, text))

    # -- room ------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = len(self._rows.signs) + len(self._lines(self._room(width)))
        return rows * TARGET + (rows - 1) * GAP

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "acts"):
            self.updateGeometry()
            self._place()

    def _room(self, width: int) -> int:
        """Return how much of *width* the keys take: no hand has to go far for a few of them."""
        signs = max(map(len, self._rows.signs))
        return min(width, self._rows.widest * look_of(self).em * signs or width)

    def _lines(self, room: int) -> list[list[Key]]:
        """Break the acts into lines; icons give way before a second line begins."""
        keys = self._act_keys()
        lines: list[range] = []
        for icons in (True, False):
            for key in keys:
                key.show_icon(icons)
            lines = broken([key.wished() for key in keys], room, GAP)
            if len(lines) == 1:
                break
        return [[keys[number] for number in line] for line in lines]

    def _place(self) -> None:
        room, top = self._room(self.width()), 0
        left = (self.width() - room) // 2
        for row in self._rows.signs:
            for sign, (along, wide) in zip(row, parted(room, len(row), GAP), strict=True):
                if sign != EMPTY:
                    self._sign_key(sign).setGeometry(left + along, top, wide, TARGET)
            top += TARGET + GAP
        for line in self._lines(room):
            self._place_line(line, QRect(left, top, room, TARGET))
            top += TARGET + GAP

    def _place_line(self, keys: list[Key], place: QRect) -> None:
        """Give what is left to the space bar, or to all alike."""
        space = self.acts[Act.SPACE]
        wished = [key.wished() for key in keys]
        spare = max(0, place.width() - sum(wished) - GAP * (len(keys) - 1))
        for number, key in enumerate(keys):
            share = spare if key is space else 0
            if space not in keys:
                share = spare * (number + 1) // len(keys) - spare * number // len(keys)
            place.setWidth(wished[number] + share)
            key.setGeometry(place)
            place.moveLeft(place.right() + 1 + GAP)
