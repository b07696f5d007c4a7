"""Every page of the tour passes the audit; `packaging/matrix.py` takes the whole matrix."""

import pytest

from ensdesk.ui.tour_stops import all_stops
from tests.ui.every_page import wrong

SMALL, LARGE = (14, "light", (1366, 768)), (28, "light", (1024, 768))
PARTS = 4  # so that the tests share the work; hidden things stay last in each
FIVE = ("home", "medicines", "measures", "sheet-emergency", "who-sees")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("look", [SMALL, LARGE], ids=str)
def test_each_page_is_sound(qapp, french, full_folder, look, part):
    """Names, targets, gaps, words, order, focus, contrast: nothing to say."""
    assert wrong(full_folder, look, all_stops()[part::PARTS]) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_longer_words_fit(qapp, french, full_folder, part):
    """The words of the program may grow by 40 % at the largest size."""
    assert wrong(full_folder, LARGE, all_stops()[part::PARTS], longer=True) == []


@pytest.mark.parametrize(
    "look",
    [
        (18, "light", (1366, 768)),
        (18, "dark", (1024, 768)),
        (22, "contrast", (1366, 768)),
    ],
    ids=str,
)
def test_five_pages_are_sound_in_every_theme(qapp, french, full_folder, look):
    """A chart, a list, a sheet, the home page and a table, in all the colours."""
    five = [stop for stop in all_stops() if stop.name in FIVE]
    assert len(five) == len(FIVE)
    assert wrong(full_folder, look, five) == []
