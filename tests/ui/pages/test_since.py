"""« Depuis dimanche »: one calm line about what was done since the last time."""

import datetime

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.ui.pages.since_words import since_in_words
from tests.fakes import NOW, TODAY
from tests.ui.pages.inside import plain, seen

DONE = {"record-added": 2, "paper-added": 1, "record-removed": 1, "opened": 1}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Depuis la dernière fois : 3 ajouts, 1 ligne retirée."),
        (1, "Depuis dimanche : 3 ajouts, 1 ligne retirée."),
        (7, "Depuis le 16 novembre : 3 ajouts, 1 ligne retirée."),
    ],
)
def test_the_day_is_said_as_people_say_it(french, days, said):
    """Today, a day of the week, a date."""
    assert plain(since_in_words((NOW - datetime.timedelta(days=days), DONE), TODAY)) == said


@pytest.mark.parametrize("found", [None, (NOW, {"opened": 1})])
def test_nothing_done_says_nothing(french, found):
    """No line about nothing."""
    assert since_in_words(found, TODAY) == ""


def test_the_home_page_tells_what_was_done_the_last_time(comes_in, folder):
    """Counted from the opening before this one; the first time there is nothing to tell."""
    assert folder.vault.main.journal.since_last_opening() is None
    folder.opened(wrong_tries=0)
    folder.save(Allergy(substance="Latex"))
    folder.opened(wrong_tries=0)
    assert "Depuis la dernière fois : 1 ajout." in seen(comes_in(folder))
