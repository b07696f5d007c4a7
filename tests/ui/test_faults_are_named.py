"""Each fault put into a sound page on purpose is named by the walk through the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ensdesk.ui import window as window_module
from ensdesk.ui.tour_stops import Stop
from ensdesk.ui.widgets import block, buttons
from tests.ui.audit import CHECKS
from tests.ui.every_page import wrong
from tests.ui.sample_pages import Question, nothing

SMALL, LARGE = (14, "light", (1366, 768)), (28, "light", (1024, 768))


class Pressed(QLabel):
    """Words that do something, as no words should."""

    def mousePressEvent(self, event):
        super().mousePressEvent(event)


def _without_room(page):
    page.window().bar.setMinimumHeight(900)


def _unreachable(page):
    page.primary.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _crowd(page):
    for number in range(8):
        page.add_link(f"Encore {number}", nothing)


def _long(page):
    label = QLabel("Une phrase qui court " * 9)
    label.setMinimumHeight(40)
    label.setWordWrap(True)
    page.add(label)


def _over_its_neighbour(page):
    QApplication.processEvents()  # the layout has done its work
    page.primary.move(page.primary.x() + 30, page.primary.y())


def _backwards(page):
    reading = window_module.focusable_in
    page.window().focusNextPrevChild = lambda forward: _step(page, reading, not forward)


def _step(page, reading, forward):
    stops = reading(page)
    now = page.window().focusWidget()
    at = stops.index(now) if now in stops else -1
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
    return True


SPOILED = {
    "no name": lambda page: (page.primary.setAccessibleName(""), page.primary.setText("")),
    "no words": lambda page: page.primary.setText(""),
    "no label in view": lambda page: page.medicine.label.hide(),
    "two of the same name": lambda page: page.add_link("Je ne sais pas", nothing),
    "too small": lambda page: page.primary.setMaximumHeight(30),
    "too near": _over_its_neighbour,
    "small print": lambda page: page.medicine.label.setStyleSheet("font-size: 8pt"),
    "cut": lambda page: page.medicine.label.setMaximumHeight(9),
    "a word is cut": lambda page: page.medicine.label.setMaximumWidth(40),
    "out of what holds it": lambda page: page.medicine.label.move(-40, 0),
    "a long line": _long,
    "a loose sign": lambda page: page.medicine.label.setText("Quel nom ?"),
    "titles": lambda page: page.add_text("Encore un titre", "h1"),
    "the window has another name": lambda page: page.window().setWindowTitle("ensdesk"),
    "too many choices": _crowd,
    "two main actions": lambda page: page.add_primary("Fini", nothing),
    "scrolls sideways": lambda page: page.heading.setMinimumWidth(3000),
    "does not fit": _without_room,
    "words that are pressed": lambda page: page.add(Pressed("Appuyez ici")),
    "nothing has the focus": lambda page: page.window().focusWidget().clearFocus(),
    "Tab never reaches": _unreachable,
    "Tab goes back": _backwards,
    "the focus is out of view": lambda page: setattr(page.window(), "show_widget", nothing_for),
    "a weak ring": lambda _page: setattr(buttons, "paint_ring", nothing_for),
    "pale": lambda page: page.medicine.label.setStyleSheet("color: #BBBBBB"),
    "a pale border": lambda page: page.medicine.line.setStyleSheet("border: 2px solid #E8E8E8"),
    "the bar moved": lambda page: page.window().bar.setMinimumWidth(360),
}


def nothing_for(*_given):
    """Take the place of what the page leans on."""


@pytest.fixture
def rings():
    """The ring is painted again afterwards."""
    yield
    buttons.paint_ring = block.paint_ring


def stop(prepare=None):
    return Stop("question", Question, needs_folder=False, prepare=prepare)


def checks(told):
    return {fault.split(": ")[1] for fault in told}


def test_the_page_is_sound_before(qapp, french):
    """Nothing is said of it, small or large."""
    assert [wrong(None, look, [stop(), stop()]) for look in (SMALL, LARGE)] == [[], []]


@pytest.mark.parametrize("check", SPOILED)
def test_a_fault_is_named(qapp, french, rings, check):
    """One thing is spoiled: its name is among what is said."""
    look = LARGE if check == "the focus is out of view" else SMALL
    assert check in checks(wrong(None, look, [stop(), stop(SPOILED[check])]))


def test_every_check_was_seen_to_fail():
    """No check is left that nobody ever saw say something."""
    assert set(SPOILED) == {*CHECKS, "the bar moved"}
