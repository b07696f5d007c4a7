"""A hand that presses twice does a thing once, whatever is pressed on whatever page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ensdesk.ui.tour_stops import Stop
from ensdesk.ui.widgets import ticks
from ensdesk.ui.widgets.buttons import WordsButton
from tests.ui.every_page import walk
from tests.ui.sample_pages import Answers

SMALL = (14, "light", (1366, 768))


def press_twice(button):
    """Press and let go, then the second half of a double press, as Qt hands it on."""
    spot = QPointF(button.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(button, left)
    kind, place = QEvent.Type.MouseButtonDblClick, button.mapToGlobal(spot)
    QApplication.sendEvent(button, QMouseEvent(kind, spot, place, left, left, none))
    QTest.mouseRelease(button, left)


def done_twice(window):
    """Return the words of what a double press does twice, or not at all."""
    found = []
    for button in window.page.findChildren(QAbstractButton):
        if not button.isVisible() or not button.isEnabled() or getattr(button, "_again", False):
            continue
        acts = []
        if isinstance(button, WordsButton):
            button.on_press = lambda acts=acts: acts.append(True)
            button.rest(waits=False)
            button.forget_press()
        else:
            button.clicked.connect(lambda _on, acts=acts: acts.append(True))
        press_twice(button)
        if len(acts) != 1:
            found.append(button.accessibleName())
    return found


def test_every_button_and_answer_of_every_page(qapp, french, full_folder):
    """Only what is meant to be pressed many times in a row counts each press."""
    wrong = {name: twice for name, w in walk(full_folder, SMALL) if (twice := done_twice(w))}
    assert wrong == {}


def test_what_is_done_twice_is_named(qapp, french, monkeypatch):
    """An answer that takes each half of a double press for a press."""
    monkeypatch.setattr(ticks, "is_second_half", lambda _event: False)
    stops = [Stop("answers", Answers, needs_folder=False)]
    ((_name, twice),) = [(name, done_twice(window)) for name, window in walk(None, SMALL, stops)]
    assert "le matin" in twice
    assert "Continuer" not in twice
