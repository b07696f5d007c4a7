"""Every part that pages are built from passes the audit, at each size and in each theme."""

import pytest

from tests.pseudo import spoken as pseudo_spoken
from tests.ui.audit import faults
from tests.ui.sample_pages import SAMPLES

LOOKS = [
    (14, "light", (1366, 768)),
    (28, "light", (1024, 768)),
    (18, "dark", (1024, 768)),
    (22, "contrast", (1366, 768)),
]


def show(window, qapp, make):
    window.session.go(SAMPLES[0])  # somewhere to come back to
    window.session.go(make)
    for _turn in range(4):
        qapp.processEvents()


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("make", SAMPLES, ids=lambda page: page.name)
def test_page_is_sound(make, look, make_window, qapp):
    """Names, targets, gaps, words, order, contrast: nothing to say."""
    window = make_window(*look)
    show(window, qapp, make)
    assert faults(window) == []


@pytest.mark.parametrize("make", SAMPLES, ids=lambda page: page.name)
def test_longer_words_fit(make, make_window, qapp):
    """The words of the program may grow by 40 % at the largest size."""
    with pseudo_spoken():
        window = make_window(28, "light", (1024, 768))
        show(window, qapp, make)
        window.session.say("⟦C’est enregistré ~~~~ ~~~~⟧", lambda: None)
        qapp.processEvents()
        assert [fault for fault in faults(window) if fault.startswith(("cut", "a word"))] == []
