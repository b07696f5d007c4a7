"""Marks stand on their words, also on a page that the person turned."""

from __future__ import annotations

import pytest

from ensdesk.folder.marked_words import Mark, words_found
from ensdesk.ui.widgets.page_marks import turned_marks


@pytest.mark.parametrize(
    ("turn", "edges"),
    [
        pytest.param(0, (0.1, 0.2, 0.3, 0.25), id="as it is"),
        pytest.param(90, (0.75, 0.1, 0.8, 0.3), id="to the right"),
        pytest.param(180, (0.7, 0.75, 0.9, 0.8), id="upside down"),
        pytest.param(270, (0.2, 0.7, 0.25, 0.9), id="to the left"),
    ],
)
def test_a_mark_turns_with_its_page(turn, edges):
    """What was at the left of the first line is then at the right, below, or at the end."""
    (place,) = turned_marks([Mark(0.1, 0.2, 0.3, 0.25)], turn)
    assert (place.left(), place.top(), place.right(), place.bottom()) == pytest.approx(edges)


def test_the_words_to_mark_are_those_of_the_answer():
    """Bare of accents and capitals, so that each form of them on the page is marked."""
    line = "… le \x02Kardégic\x03 75 · \x02KARDE\u0301GIC-Sachet\x03 …"
    assert words_found(line) == {"kardegic", "sachet"}
    assert words_found("nothing marked") == frozenset()
