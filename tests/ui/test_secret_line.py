"""No letter of a secret reaches assistive tools, nor a spy on their bus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

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
