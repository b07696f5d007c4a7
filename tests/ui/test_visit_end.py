"""A visit ends by its button, by the team, or because the one that waits is gone."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtTest import QTest

from ensdesk.centre import Centre
from ensdesk.ui.pages.centre.over import VisitOver
from ensdesk.ui.pages.centre.team_sheets import TeamSheets
from ensdesk.ui.pages.centre.welcome import CentreWelcome
from ensdesk.ui.visit_end import VisitEnd
from ensdesk.visits import ASKING, CLOSED_BY_TEAM, Visit
from tests.ui.pages.hands import press, words_in_view


@pytest.fixture(autouse=True)
def usual_signals():
    """What the program hears of the system is heard by the tests again afterwards."""
    before = {number: signal.getsignal(number) for number in ASKING}
    yield
    for number, hears in before.items():
        signal.signal(number, hears)


@pytest.fixture
def pipe():
    read, write = os.pipe()
    yield read, write
    for end in (read, write):
        try:
            os.close(end)
        except OSError:
            continue


@pytest.fixture
def window(make_window):
    made = make_window()
    made.session.centre = Centre()
    made.session.make_first = CentreWelcome
    made.session.home()
    return made


def test_the_team_closes_the_program(window, pipe):
    """No visit follows."""
    end = VisitEnd(window.session, window, Visit(pipe[0], "first", ""))
    window.session.go(TeamSheets)
    press(window, "Fermer le programme")
    assert window.isHidden()
    assert end.told(0) == CLOSED_BY_TEAM


def test_the_visitor_ends_the_visit(window, pipe):
    """Another one follows; a crash would have told another number."""
    end = VisitEnd(window.session, window, Visit(pipe[0], "first", ""))
    window.bar.lock.click()
    assert window.isHidden()
    assert end.told(0) == 0


def test_without_the_one_that_waits_the_visit_ends(window, pipe):
    """Its end of the pipe is closed with it."""
    VisitEnd(window.session, window, Visit(pipe[0], "first", ""))
    assert window.isVisible()
    os.close(pipe[1])
    for _turn in range(100):
        QTest.qWait(10)
        if window.isHidden():
            break
    assert window.isHidden()


def test_asked_to_stop_it_ends(window, pipe):
    """As the system asks when the computer goes down."""
    VisitEnd(window.session, window, Visit(pipe[0], "first", ""))
    os.kill(os.getpid(), signal.SIGTERM)
    QTest.qWait(10)
    assert window.isHidden()


@pytest.mark.parametrize(("before", "said"), [("ended", "Reprenez"), ("lost", "désolés")])
def test_a_new_visit_begins_with_what_the_last_one_leaves_to_do(window, pipe, before, said):
    VisitEnd(window.session, window, Visit(pipe[0], before, "")).tell_of_the_last_one()
    assert isinstance(window.page, VisitOver)
    assert said in words_in_view(window)


def test_the_first_visit_begins_at_the_beginning(window, pipe):
    VisitEnd(window.session, window, Visit(pipe[0], "first", "")).tell_of_the_last_one()
    assert isinstance(window.page, CentreWelcome)
