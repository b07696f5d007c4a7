"""A person at the window: reads, presses, writes and waits, by what is in view, and is counted.

With the mouse every press is a click at the place where the words stand, with a finger a tap there;
with the keyboard alone every press is reached by Tab. Nothing of the program is called.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.window import Window
from tests.whole.pace import Count

T = TypeVar("T", bound=QWidget)
Hands = Literal["mouse", "keyboard", "touch"]
PATIENCE = 15.0  # seconds: a busy machine is no bug
_SAME_PRESS = 0.65  # seconds in which the program takes two presses of a button for one
_KEYS = {
    "Tab": Qt.Key.Key_Tab,
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Backspace": Qt.Key.Key_Backspace,
    "F1": Qt.Key.Key_F1,
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_LETTERS = {"L": Qt.Key.Key_L, "A": Qt.Key.Key_A, "Left": Qt.Key.Key_Left}


class Person:
    """Knows only what is seen. `hands` says how the buttons are pressed."""

    def __init__(self, window: Window, hands: Hands = "mouse") -> None:
        self.window = window
        self.hands: Hands = hands
        self.count = Count()
        self._last_title = ""
        self._on_keys = False  # where the hand is
        self._tapped = 0.0
        self._pressed: dict[int, float] = {}  # until when a press of a button is the same press
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)

    # -- reads -----------------------------------------------------------------------------------

    def title(self) -> str:
        self._quiet()
        return self._title()

    def words(self) -> str:
        """Return everything that is written in view, the bar left out."""
        self._quiet()
        return self._words()

    def sees(self, *each: str) -> None:
        """Wait until all of these words are in view."""
        self._until(lambda: all(part in self._words() for part in each), " + ".join(each))

    def is_at(self, title: str) -> None:
        """Wait until the page of this title is in view."""
        self._until(lambda: self._title() == title, title)

    waits_for = sees

    def sees_no(self, *each: str) -> None:
        """Look, once all is quiet, that none of these words is in view."""
        words = self.words()
        assert not [part for part in each if part in words], words

    def choices(self) -> list[str]:
        """Return the words of what can be pressed on the page."""
        self._quiet()
        return [_said(button) for button in self._buttons() if button.isVisible()]

    # -- presses ---------------------------------------------------------------------------------

    def presses(self, *each: str) -> None:
        """Press what says these words, one after the other."""
        for words in each:
            self._do(self._find_button(words))

    def ticks(self, *each: str) -> None:
        """Tick or choose what says these words."""
        for words in each:
            self._do(self._find_button(words))

    def writes(self, label: str, text: str, *, instead: bool = False) -> None:
        """Write into what is called *label*; `instead` of what stands there."""
        place = self._find_input(label)
        self._thinks_of(label)
        if not place.hasFocus():
            if self.hands == "keyboard":
                self._reach(place)
            else:
                self._click(place)
        if instead:
            self.keys("Ctrl+A")
        self.types(text)

    def keys(self, names: str) -> None:
        """Press keys by their names: `Tab Tab Enter`, `Ctrl+L`."""
        self._hand(keys=True)
        for name in names.split():
            *modifiers, last = name.split("+")
            # What a finger types comes from a keyboard on the screen: words, and its Enter.
            assert self.hands != "touch" or name == "Enter", name
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= _MODIFIERS[modifier]
            self._quiet()
            key = _KEYS.get(last) or _LETTERS[last]
            if last == "Enter":
                self._not_the_same_press(self.window.focusWidget())
            QTest.keyClick(self.window.windowHandle(), key, held)
            self.count.keys += 1

    def types(self, text: str) -> None:
        """Type where the focus is, sign by sign, whatever the alphabet."""
        self._quiet()
        self._hand(keys=True)
        for sign in text:
            if sign == "\n":
                QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Return)
            elif self.hands == "touch":
                given = QInputMethodEvent()
                given.setCommitString(sign)
                QCoreApplication.sendEvent(self.window.focusWidget(), given)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                    QCoreApplication.sendEvent(self.window.windowHandle(), event)
            self.count.keys += 1

    @contextmanager
    def counting(self) -> Iterator[Count]:
        """Count the clicks and keys of what is done inside."""
        before, self.count = self.count, Count()
        self._last_title, self._on_keys = "", self.hands == "keyboard"
        try:
            yield self.count
        finally:
            before.add(self.count)
            self.count = before

    # -- waits -----------------------------------------------------------------------------------

    def waits_until(self, so: Callable[[], object], what: str = "") -> None:
        self._until(lambda: bool(so()), what)

    def waits(self, seconds: float) -> None:
        """Let the time of the window go on, for its timers."""
        QTest.qWait(round(seconds * 1000))

    # -- inside ----------------------------------------------------------------------------------

    def _page(self) -> QWidget:
        assert self.window.page is not None
        return self.window.page

    def _quiet(self) -> None:
        """Wait until the lanes have answered and the page stands."""
        self.window.session.lanes.settle()
        for _round in range(3):
            QCoreApplication.processEvents()
            self.window.session.lanes.settle()

    def _until(self, so: Callable[[], bool], what: str) -> None:
        began = time.monotonic()
        self._quiet()
        while not so():
            if time.monotonic() > began + PATIENCE:
                raise AssertionError(f"waited for {what!r}, saw:\n{self._words()}")
            QTest.qWait(10)
        self.count.waited += time.monotonic() - began

    def _words(self) -> str:
        def inside(kind: type[T]) -> list[T]:
            every = [part for place in self._places() for part in place.findChildren(kind)]
            return [part for part in every if part.isVisible()]

        written = [label.text() for label in inside(QLabel)]
        pressed = [_said(button) for button in inside(QAbstractButton)]
        typed = [line.displayText() for line in inside(QLineEdit)]
        typed += [lines.toPlainText() for lines in inside(QPlainTextEdit)]
        return _plain("\n".join([*written, *pressed, *typed]))

    def _title(self) -> str:
        return _plain(self._page().heading.text())

    def _places(self) -> list[QWidget]:
        window = self.window
        return [window.help_strip, window.reading, window.warning, window.strip, self._page()]

    def _buttons(self) -> list[QAbstractButton]:
        places = [self.window.bar, *self._places()]
        return [button for place in places for button in place.findChildren(QAbstractButton)]

    def _find_button(self, words: str) -> QAbstractButton:
        def found() -> list[QAbstractButton]:
            seen = [b for b in self._buttons() if b.isVisible() and b.isEnabled()]
            exact = [b for b in seen if _name(b) == words]
            return exact or [b for b in seen if _name(b).startswith(words)]

        self._until(lambda: bool(found()), words)
        assert len(found()) == 1, f"several say {words!r}"
        return found()[0]

    def _find_input(self, label: str) -> QWidget:
        def found() -> list[QWidget]:
            kinds = (QLineEdit, QPlainTextEdit)
            every = [w for kind in kinds for w in self._page().findChildren(kind)]
            # The line inside a dose is called as the box around it.
            named = [(w, _name(w) or _name(w.parentWidget())) for w in every]
            seen = [(w, name) for w, name in named if w.isVisible() and w.isEnabled()]
            exact = [w for w, name in seen if name == label]
            return exact or [w for w, name in seen if name.startswith(label)]

        self._until(lambda: bool(found()), label)
        assert len(found()) == 1, f"several are called {label!r}"
        return found()[0]

    def _do(self, button: QAbstractButton) -> None:
        self._thinks_of(_name(button))
        if self.hands == "keyboard":
            self._reach(button)
            self.keys("Enter")
        else:
            self._not_the_same_press(button)
            self._click(button)

    def _thinks_of(self, words: str) -> None:
        """Count one decision, the words that it took, and those of a title not read yet."""
        if self._title() != self._last_title:
            self._last_title = self._title()
            self.count.words += len(self._last_title.split())
        self.count.thoughts += 1
        self.count.words += len(words.split())

    def _hand(self, *, keys: bool) -> None:
        """Count the way between the mouse and the keys."""
        self.count.hands += self.hands == "mouse" and self._on_keys is not keys
        self._on_keys = keys

    def _click(self, widget: QWidget) -> None:
        if self._page().isAncestorOf(widget):
            self.window.show_widget(widget)  # scrolling is no click
            QCoreApplication.processEvents()
        at = widget.mapTo(self.window, widget.rect().center())
        under = self.window.childAt(at)
        assert under is widget or widget.isAncestorOf(under), f"something lies over {_name(widget)}"
        self._hand(keys=False)
        if self.hands == "touch":
            self._tap(at)
        else:
            QTest.mouseClick(
                self.window.windowHandle(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                QPoint(at),
            )
        self.count.clicks += 1

    def _tap(self, at: QPoint) -> None:
        """Put a finger down at *at* and take it away; no two taps are one double press."""
        there = self.window.windowHandle()
        left = self._tapped + _SAME_PRESS - time.monotonic()
        if left > 0:
            self.waits(left)
        for act in ("press", "release"):
            sequence = QTest.touchEvent(there, _finger())
            getattr(sequence, act)(0, at, there)
            sequence.commit()
            QCoreApplication.processEvents()
        self._tapped = time.monotonic()

    def _reach(self, widget: QWidget) -> None:
        """Go to *widget* by Tab, as somebody without a mouse does."""
        for _press in range(60):
            focused = self.window.focusWidget()
            if focused is widget or (focused is not None and focused is widget.focusProxy()):
                return
            if focused is not None and focused is widget.parentWidget():
                return  # the box around a line hands it what is typed
            self.keys("Tab")
        raise AssertionError(f"Tab does not reach {_name(widget)!r}")

    def _not_the_same_press(self, widget: QWidget | None) -> None:
        """Be no quicker than a person: the program takes a trembling finger for one press."""
        again = isinstance(widget, WordsButton) and widget._again
        left = self._pressed.get(id(widget), 0.0) - time.monotonic()
        if not again and left > 0:
            self.waits(left)
        self._pressed[id(widget)] = time.monotonic() + _SAME_PRESS


@cache
def _finger() -> QPointingDevice:
    """Return the one touch screen of this computer."""
    return QTest.createTouchDevice()


def _said(button: QAbstractButton) -> str:
    second = button.accessibleDescription()
    return _plain(button.accessibleName() + (f" — {second}" if second else ""))


def _name(widget: QWidget) -> str:
    return _plain(widget.accessibleName())


def _plain(text: str) -> str:
    """Return *text* as it looks: nobody sees which space is a hard one."""
    return text.replace("\u00a0", " ")
