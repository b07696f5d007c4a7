"""The declaration of accessibility has true figures, and says what nobody has tried."""

from __future__ import annotations

import datetime

import pytest

from ensdesk.resources import docs
from ensdesk.ui.tour_stops import Stop
from tests.ui.declared import BEGIN, DECLARATION, END, LOOKS, Figures, declare, measure, written
from tests.ui.sample_pages import Question

DAY, LATER = datetime.date(2026, 11, 27), datetime.date(2027, 1, 2)
EMPTY = f"Avant\n{BEGIN}\n{END}\nAprès\n"
SOUND = [Figures(pages=2, least_target=44, least_text=19) for _look in LOOKS]


def test_figures_stand_with_their_day_between_the_same_words():
    """What people wrote around them is left alone."""
    made = declare(EMPTY, written(SOUND), DAY)
    assert made.startswith("Avant\n")
    assert made.endswith("Après\n")
    assert "Mesuré le 2026-11-27" in made
    assert "| fautes trouvées | 0 | 0 | 0 |" in made


def test_their_day_changes_when_they_do():
    """A check that finds the same changes no line."""
    made = declare(EMPTY, written(SOUND), DAY)
    assert declare(made, written(SOUND), LATER) == made
    more = [*SOUND[:-1], Figures(pages=3, least_target=44, least_text=19)]
    assert "Mesuré le 2027-01-02" in declare(made, written(more), LATER)


def test_a_fault_is_listed():
    """By the size in which it was seen, and the page."""
    found = [*SOUND[:-1], Figures(found=["home: cut: Urgence"])]
    assert "- 28 points, mots plus longs de 40 % : `home: cut: Urgence`" in written(found)


def test_a_declaration_without_a_place_is_refused():
    """Figures do not get lost in silence."""
    with pytest.raises(ValueError, match="no place"):
        declare("Rien", written(SOUND), DAY)


def test_the_figures_are_measured_on_the_window(qapp, french):
    """The least target and the least letters of one page."""
    stop = Stop("question", Question, needs_folder=False)
    seen = measure(LOOKS[0][1], longer=False, stops=[stop])
    assert seen.pages == 1
    assert seen.found == []
    assert 44 <= seen.least_target <= 60
    assert seen.least_text == 19


def test_the_declaration_says_what_fails_and_what_was_not_tried():
    """Figures are there; a failure and a trial that is missing are not left out."""
    said = DECLARATION.read_text(encoding="utf-8")
    assert "Mesuré le 20" in said
    failures, not_tried = (part.split("\n## ")[0] for part in said.split("\n## Ce qu")[2:])
    assert failures.count("\n- ") >= 5
    assert not_tried.count("pas encore") >= 5


def test_nobody_is_said_to_have_tried_before_it_is_done():
    """The front page and the results of the trials say the same; 8 tasks for 5 people."""
    trials = (docs() / "essais" / "README.md").read_text(encoding="utf-8")
    assert sum(line.startswith(f"| {n} |") for n in range(1, 9) for line in trials.split("\n")) == 8
    assert "5 personnes" in trials
    front = (docs().parent / "README.md").read_text(encoding="utf-8")
    is_done = "| pas encore | | 0 | |" not in trials
    assert ("Par des personnes âgées | pas encore essayé" in front) is not is_done
