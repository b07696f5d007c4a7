"""A folder left alone closes, after a warning; a person who is there keeps it open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.ui.idle import Idle, IdleClock
from tests.ui.sample_pages import Question


class Time:
    """A clock that a test turns."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


def test_the_warning_comes_one_minute_before(time):
    """Awake, warned, over; touched again, awake."""
    clock = IdleClock(20, time)
    time.now = 19 * 60 - 1
    assert clock.state() is Idle.AWAKE
    time.now += 1
    assert clock.state() is Idle.WARNED
    assert clock.left() == 60
    time.now += 60
    assert clock.state() is Idle.OVER
    clock.touch(meant=True)
    assert clock.state() is Idle.AWAKE


def test_a_mouse_that_is_pushed_does_not_answer_the_warning(time):
    """A key or the button does."""
    clock = IdleClock(10, time)
    time.now = 9.5 * 60
    clock.touch()
    assert clock.state() is Idle.WARNED
    clock.touch(meant=True)
    assert clock.state() is Idle.AWAKE


@pytest.fixture
def window(make_window, time, folder):
    made = make_window()
    made.session.make_home = Question
    made.session.set_folder(folder)
    made.session.home()
    made.locked = []
    made.session.lock = lambda: made.locked.append(1)
    made.idle.clock = IdleClock(20, time)
    return made


def test_the_window_warns_then_closes_the_folder(window, time):
    """In words, with a button, once."""
    time.now = 19 * 60
    window.idle.look()
    assert window.warning.isVisible()
    assert "1 minute" in window.warning.words.text()
    assert window.locked == []
    time.now = 20 * 60
    window.idle.look()
    window.idle.look()
    assert window.locked == [1]


def test_the_button_keeps_the_folder_open(window, time):
    """« Je suis toujours là »."""
    time.now = 19.5 * 60
    window.idle.look()
    QTest.mouseClick(window.warning.button, Qt.MouseButton.LeftButton)
    assert not window.warning.isVisible()
    time.now += 60
    window.idle.look()
    assert window.locked == []


def test_typing_keeps_the_folder_open(window, time, qapp):
    """And takes the warning away; it is heard where keys reach the window."""
    window.idle.look()
    time.now = 19.5 * 60
    window.idle.look()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    qapp.processEvents()
    window.idle.look()
    assert not window.warning.isVisible()


def test_without_a_folder_nothing_closes(window, time):
    """A sheet that is kept nowhere must not go away."""
    window.session.folder = None
    time.now = 3600 * 5
    window.idle.look()
    assert not window.warning.isVisible()
    assert window.locked == []
