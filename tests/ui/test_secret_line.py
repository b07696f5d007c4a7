"""No letter of a secret reaches assistive tools, nor a spy on their bus."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ensdesk.ui.widgets.secret_line import SecretLine


@pytest.fixture
def heard(monkeypatch):
    """What is sent to the bus while it is on; each entry tells whether it carries text."""
    events = []
    told = QAccessible.updateAccessibility

    def listen(event):
        events.append(event)
        told(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def test_the_bus_is_off_while_a_secret_changes(qapp, heard):
    """And on again after, with signs that say nothing."""
    line = SecretLine()
    active = []
    line.textChanged.connect(lambda _text: active.append(QAccessible.isActive()))
    line.show()
    QTest.keyClicks(line, "marmotte")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    line.setText("secret")
    line.clear()
    assert len(active) == 11
    assert not any(active)
    assert QAccessible.isActive()
    said = [event.textInserted() for event in heard if hasattr(event, "textInserted")]
    said += [event.textRemoved() for event in heard if hasattr(event, "textRemoved")]
    assert said
    assert set("".join(said)) == {"●"}


def test_a_plain_line_would_be_heard(qapp, heard):
    """The test before sees the difference."""
    line = QLineEdit()
    active = []
    line.textChanged.connect(lambda _text: active.append(QAccessible.isActive()))
    line.show()
    QTest.keyClicks(line, "a")
    assert active == [True]


def test_what_a_key_starts_is_heard(qapp, heard):
    """Enter, Tab and Escape do things that must be told."""
    line = SecretLine()
    active = []
    line.returnPressed.connect(lambda: active.append(QAccessible.isActive()))
    line.show()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert active == [True]


def test_typed_is_told_when_the_bus_hears_again(qapp, heard):
    """What the sixth digit starts must be heard."""
    line = SecretLine()
    active = []
    line.typed.connect(lambda: active.append(QAccessible.isActive()))
    line.show()
    QTest.keyClicks(line, "12")
    assert active == [True, True]


def test_a_secret_is_not_copied(qapp):
    """Neither by keys nor by a menu."""
    line = SecretLine()
    line.show()
    QTest.keyClicks(line, "marmotte")
    QGuiApplication.clipboard().setText("before")
    for shown in (False, True):
        line.reveal(shown)
        for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
            QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "before"
        assert line.text() == "marmotte"
    assert line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_letters_that_are_shown_are_not_for_whoever_asks(qapp, heard):
    """Shown on the screen, it stays a password line on the bus; a line of Qt gives its letters."""
    line, plain = SecretLine(), QLineEdit("marmotte")
    line.setText("marmotte")
    line.reveal(True)
    told = QAccessible.queryAccessibleInterface(line)
    assert told.state().passwordEdit
    assert "a" not in told.text(QAccessible.Text.Value)
    assert QAccessible.queryAccessibleInterface(plain).text(QAccessible.Text.Value) == "marmotte"


def test_letters_are_seen_when_they_are_shown(qapp):
    """And only then; a press puts the cursor between two of them."""
    line = SecretLine()
    line.resize(300, 40)
    line.show()
    line.setText("marmotte")
    hidden = line.grab().toImage()
    line.reveal(True)
    shown = line.grab().toImage()
    assert hidden != shown
    line.setText("mulot")
    assert line.grab().toImage() != shown
    line.setSelection(0, 3)
    assert line.grab().toImage() != shown
    letters = line.fontMetrics().horizontalAdvance("mul")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(4 + letters, 20))
    assert line.cursorPosition() == 3
    line.setText("mulot " * 30)
    assert line.grab().toImage().pixelColor(0, 0) == shown.pixelColor(0, 0)
    line.reveal(False)
    line.setText("marmotte")
    assert line.grab().toImage() == hidden


class Spy(QObject):
    """Hears each key before the widgets, as Qt does to tell the registry of the bus."""

    def __init__(self):
        super().__init__()
        self.keys = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self.keys.append(event.text() or Qt.Key(event.key()).name)
        return False


def _before_the_keys(place):
    """Put a window before the keys."""
    place.show()
    place.activateWindow()
    assert QTest.qWaitForWindowActive(place)


@pytest.mark.parametrize(
    ("kind", "keys"), [(SecretLine, ["Key_Left"]), (QLineEdit, ["z", "u", "Key_Left"])]
)
def test_letters_typed_into_it_reach_nobody_else(qapp, kind, keys):
    """Not even who began to listen since; keys that only move are heard, as in any line."""
    line, spy = kind(), Spy()
    _before_the_keys(line)
    line.setFocus()
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    qapp.installEventFilter(spy)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_U, Qt.Key.Key_Left):
        QTest.keyClick(line.windowHandle(), key)
    qapp.removeEventFilter(spy)
    assert line.text() == "azu"
    assert spy.keys == keys


def test_letters_typed_elsewhere_are_heard_again(qapp):
    """Once the line has lost the focus."""
    place = QWidget()
    column = QVBoxLayout(place)
    line, plain, spy = SecretLine(), QLineEdit(), Spy()
    column.addWidget(line)
    column.addWidget(plain)
    _before_the_keys(place)
    line.setFocus()
    qapp.installEventFilter(spy)
    QTest.keyClick(place.windowHandle(), Qt.Key.Key_A)
    plain.setFocus()
    QTest.keyClick(place.windowHandle(), Qt.Key.Key_B)
    qapp.removeEventFilter(spy)
    assert (line.text(), plain.text(), spy.keys) == ("a", "b", ["b"])
