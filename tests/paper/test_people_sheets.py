"""The sheets about people say what the keys say, and promise no more."""

import pytest

from ensdesk.paper.people_sheets import Mandate, mandate_pdf, who_sees_pdf
from ensdesk.paper.printed import Printed
from tests.paper import people, reading
from tests.paper.pdfua import faults

MARIE = Mandate("Marie <b>&", "lit et change", "jusqu’au 31 décembre 2026")
LINES = [("Jeanne, dont c’est le dossier", "lit, change"), ("N" * 300, "lit seulement · " * 20)]
NONE = [("Aucun double pour l’instant.", "")]
LIMITS = ["Une imprimante peut garder ce qu’elle a imprimé."]


@pytest.mark.parametrize("language", ["french", "english"])
@pytest.mark.parametrize("who", ["nobody", "jeanne", "hostile"])
def test_they_are_tagged_and_large(request, language, who):
    """Whoever it is about."""
    request.getfixturevalue(language)
    contents = getattr(people, who)()
    for points in (14, 24):
        printed = Printed(people.TODAY, "K3F7-22AB", points)
        assert faults(mandate_pdf(contents, MARIE, printed)) == []
        assert faults(who_sees_pdf(contents, LINES, LINES, NONE, LIMITS, printed)) == []


def test_the_mandate_names_who_and_what(french):
    """With both signatures, to be kept at home; a name is never markup."""
    page = reading.text(mandate_pdf(people.jeanne(), MARIE, Printed(people.TODAY)))
    assert "À GARDER CHEZ MOI" in page
    assert "J’autorise Marie <b>& à m’aider" in page
    assert "jusqu’au 31 décembre 2026" in page
    assert "Signature de la personne qui m’aide" in page


def test_who_can_see_is_told_with_its_limits(french):
    """People, openings, and what nobody can prevent."""
    pdf = who_sees_pdf(
        people.jeanne(), LINES, [("Hier", "Paul")], NONE, LIMITS, Printed(people.TODAY)
    )
    for words in ("dont c’est le dossier", "Paul", "Aucun double", *LIMITS):
        assert reading.has(pdf, words)
