"""« Essayer ma feuille-clé » from the home page."""

import datetime

import pytest

from ensdesk.vault.acts import Act
from tests.fakes import SHEET, TODAY
from tests.ui.pages.inside import seen


@pytest.fixture
def after_a_week(comes_in, folder):
    """At home one week after the key sheet was proved."""
    folder.prove_key_sheet()
    person = comes_in(folder)
    person.session.today = lambda: TODAY + datetime.timedelta(days=7)
    person.session.home()
    return person


def test_the_sheet_is_found_and_works(after_a_week):
    """Two presses and the words; the home page is quiet afterwards."""
    after_a_week.press("L’essayer", "Je l’ai\u00a0: l’essayer")
    after_a_week.type(SHEET.words + " ")
    assert after_a_week.title == "Votre feuille-clé marche."
    assert after_a_week.session.folder.journal(1)[0].act == Act.KEY_SHEET_TRIED
    after_a_week.press("Revenir à mon dossier")
    assert "pouvez-vous encore la trouver" not in seen(after_a_week)


def test_a_sheet_that_is_lost_is_made_again(after_a_week):
    """A secret is asked first."""
    after_a_week.press("L’essayer", "Je ne la retrouve pas")
    assert after_a_week.title == "D’abord, montrez que c’est vous."


def test_another_day(after_a_week):
    """It stays on the home page."""
    after_a_week.press("L’essayer", "Un autre jour")
    assert "pouvez-vous encore la trouver" in seen(after_a_week)
