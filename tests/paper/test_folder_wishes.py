"""The sheets about the folder itself are tagged, large, and fit for a pen."""

import pytest

from ensdesk.paper.folder_wishes import folder_wishes
from ensdesk.paper.journal_sheet import journal_sheet
from ensdesk.paper.key_sheet import envelope_sheet
from ensdesk.paper.printed import Printed
from tests.paper import people, reading
from tests.paper.pdfua import faults

WORDS = "abaisser désigner vertueux éclipse jouet lampe navire orage pétale rivière soleil voyage"
DAYS = [("Lundi 23 novembre 2026", [f"10 h 30 · Jeanne · Ajouté : <b>& {'x' * 300}"] * 90)]


@pytest.mark.parametrize("language", ["french", "english"])
@pytest.mark.parametrize("who", ["nobody", "jeanne", "hostile"])
def test_they_are_tagged_and_large(request, language, who):
    """Whoever it is about, at the smallest and the largest letters."""
    request.getfixturevalue(language)
    contents = getattr(people, who)()
    for points in (14, 24):
        printed = Printed(people.TODAY, "K3F7-22AB", points)
        assert faults(folder_wishes(contents, printed)) == []
        assert faults(journal_sheet(contents, DAYS, "Montré : tout.", printed)) == []


@pytest.mark.parametrize("number", [0, 3])
def test_the_sheet_of_a_relative_is_tagged(french, number):
    """Alone in its envelope, or one of three."""
    assert faults(envelope_sheet(WORDS, number, today=people.TODAY)) == []


def test_it_says_what_it_is_and_whose_it_is_not(french):
    """To hide, with the words in their order, without a name."""
    page = reading.text(envelope_sheet(WORDS, 0, today=people.TODAY))
    for words in ("À CACHER", "À ouvrir si je ne peux plus", "12 voyage", "n’ouvrent plus rien"):
        assert words in page
    page = reading.text(envelope_sheet(WORDS, 2, today=people.TODAY))
    assert "Feuille 2 sur 3" in page
    assert "Il en faut deux sur trois." in page


def test_wishes_leave_room_for_a_pen(french):
    """Four wishes with their numbers, a day and a signature; no secret."""
    page = reading.text(folder_wishes(people.jeanne(), Printed(people.TODAY)))
    for words in ("1. L’effacer", "4. Autre chose", "Ma signature", "Ni mon code ni les mots"):
        assert words in page
