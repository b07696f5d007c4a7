"""Every page of the open folder passes the audit, at each size and in each theme."""

import pytest

from ensdesk.ui.page import Page
from ensdesk.ui.tour_hiding import hiding_stops
from ensdesk.ui.tour_inside import inside_stops
from tests.pseudo import spoken as pseudo_spoken
from tests.ui.audit import faults

STOPS = {stop.name: stop for stop in (*inside_stops(), *hiding_stops())}
LOOKS = [
    (14, "light", (1366, 768)),
    (28, "light", (1024, 768)),
    (18, "dark", (1024, 768)),
    (22, "contrast", (1366, 768)),
]
MANY = {"home": 14}  # the home page may offer more than seven choices


@pytest.fixture
def visit(make_window, full_folder, qapp):
    """Return a function that shows one stop in a window of a given look."""

    def show(name, look):
        window = make_window(*look, folder=full_folder)
        stop = STOPS[name]
        if not stop.first:
            window.session.go(lambda session: Page(session, "Avant"))
        window.session.go(stop.make)
        qapp.processEvents()
        if stop.prepare:
            stop.prepare(window.page)
        for _turn in range(4):
            qapp.processEvents()
        return window

    return show


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", STOPS)
def test_page_is_sound(visit, name, look):
    """Names, targets, gaps, words, order, contrast: nothing to say."""
    assert faults(visit(name, look), choices=MANY.get(name, 7)) == []


@pytest.mark.parametrize("name", STOPS)
def test_longer_words_fit(visit, name):
    """The words of the program may grow by 40 % at the largest size."""
    with pseudo_spoken():
        found = faults(visit(name, (28, "light", (1024, 768))), choices=20)
    assert [fault for fault in found if fault.startswith(("cut", "a word", "scrolls"))] == []
