"""A person at the window: sees words, presses what is called so, types into what is labelled so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.window import Window
from tests.fakes import TODAY, MemoryKeychain

PATIENCE = 60  # presses of Tab before one gives up


class Home(Page):
    """Stands for the home page, which has tests of its own."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Mon dossier")
        self.add_text("Vous êtes chez vous.")


class Person:
    """Uses the mouse."""

    def __init__(self, keychain: object = None) -> None:
        from ensdesk.ui.pages.search import Search
        from ensdesk.ui.pages.welcome import Welcome

        self.session = Session(
            lanes=InlineLanes(),
            settings=Settings(theme="light"),
            keychain=keychain or MemoryKeychain(),
            today=lambda: TODAY,
        )
        self.window = Window(self.session)
        self.session.make_first = Welcome
        self.session.make_home = Home
        self.session.make_search = Search
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.session.home()
        self.settle()

    def settle(self) -> None:
        for _turn in range(4):
            QApplication.processEvents()

    # -- what is seen ------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        assert self.window.page is not None
        return self.window.page.heading.text()

    def sees(self, words: str) -> bool:
        """Say whether *words* stand somewhere in the window."""
        self.settle()
        return any(words in shown for shown in self.words())

    def words(self) -> list[str]:
        labels = [label.text() for label in self._shown(QLabel)]
        details = [b.accessibleDescription() for b in self._shown(QAbstractButton)]
        return [*labels, *self.buttons(), *details]

    def buttons(self) -> list[str]:
        return [button.accessibleName() for button in self._shown(QAbstractButton)]

    def _shown(self, kind: type) -> list:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def button(self, words: str) -> QAbstractButton:
        for button in self._shown(QAbstractButton):
            if words in (button.accessibleName(), button.text().replace("&&", "&")):
                if isinstance(button, WordsButton):
                    button._since.invalidate()  # a person is slower than a test
                return button
        raise AssertionError(f"no « {words} » among {self.buttons()}")

    def field(self, label: str) -> QWidget:
        for words in self._shown(QLabel):
            if words.text() == label and words.buddy():
                return words.buddy()
        raise AssertionError(f"no field « {label} » among {self.words()}")

    # -- what is done ------------------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Press one button after the other."""
        for words in names:
            self.settle()
            button = self.button(words)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            self.settle()

    def turn_to(self, words: str) -> None:
        """Turn the pages of a list until *words* can be pressed, as a person does."""
        self.settle()
        while words not in self.buttons():
            assert self.button("Les suivants").isEnabled(), f"no « {words} » in the list"
            self.press("Les suivants")

    def write(self, label: str, text: str) -> None:
        """Write *text* into the field with this label, instead of what was there."""
        self.settle()
        field = self.field(label)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        self._type(field, text)

    def type(self, text: str) -> None:
        """Write where the focus is."""
        self.settle()
        for sign in text:
            focus = self.window.focusWidget()
            assert focus is not None
            strike(focus, sign)
        self.settle()

    def _type(self, field: QWidget, text: str) -> None:
        if isinstance(field, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)
        for line, part in enumerate(text.split("\n")):
            if line:
                QTest.keyClick(field, Qt.Key.Key_Return)
            strike(field, part)
        self.settle()

    def close(self) -> None:
        if self.session.folder is not None:
            self.session.folder.close()
        self.window.close()
        self.window.deleteLater()
        self.settle()


class PersonWithKeys(Person):
    """Never touches the mouse: Tab, Space and letters only."""

    def press(self, *names: str) -> None:
        for words in names:
            self.settle()
            self._reach(self.button(words))
            QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Space)
            self.settle()

    def write(self, label: str, text: str) -> None:
        self.settle()
        field = self.field(label)
        self._reach(field)
        self._type(field, text)

    def _reach(self, wanted: QWidget) -> None:
        for _press in range(PATIENCE):
            if self.window.focusWidget() is wanted:
                return
            QTest.keyClick(self.window.focusWidget() or self.window, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never reaches {wanted.accessibleName()!r}")


def strike(field: QWidget, text: str) -> None:
    """Press the keys of *text*, letters with accents too."""
    for sign in text:
        if sign.isascii():
            QTest.keyClick(field, sign)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(field, QKeyEvent(kind, 0, none, sign))


def files_below(place: Path) -> list[str]:
    """Return the names of every file below *place*."""
    return sorted(str(part.relative_to(place)) for part in place.rglob("*") if part.is_file())
