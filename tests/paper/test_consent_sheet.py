"""The agreement on paper says what was said yes to, when, and by whom."""

from dataclasses import replace

import pytest

from ensdesk.kinds.consent import Consent, KeptOn
from ensdesk.language import _
from ensdesk.paper.consent_sheet import consent_sheet
from ensdesk.paper.consent_words import PROMISES, terms
from ensdesk.paper.printed import Printed
from tests.paper import people, reading

pytestmark = pytest.mark.usefixtures("french")


def test_every_word_that_was_agreed_to_is_on_it() -> None:
    """The same words as on the screen, in full."""
    pdf = consent_sheet(people.jeanne(), Printed(people.TODAY))
    for words in (*PROMISES, *(words for _name, words in terms(None))):
        assert reading.has(pdf, _(words))
    page = reading.text(pdf)
    assert "À GARDER CHEZ MOI" in page
    assert "Jour de l’accord : 3 mars 2026" in page
    assert "Signature :" in page


def test_a_folder_on_a_key_says_so() -> None:
    """What was agreed to was not a folder on a computer."""
    jeanne = people.jeanne()
    agreed = replace(jeanne.records(Consent)[0], kept_on=KeptOn.KEY)
    page = reading.text(consent_sheet(jeanne.with_record(agreed), Printed(people.TODAY)))
    assert "sur votre clé USB, fermé par vos mots." in page
    assert "sur cet ordinateur" not in page


def test_who_made_it_for_somebody_else_and_in_what_capacity() -> None:
    """The name, the title, and whether the person was there and agreed."""
    page = reading.text(consent_sheet(people.crowded(), Printed(people.TODAY)))
    assert "Marie Exemple" in page
    assert "habilitation familiale" in page
    assert "La personne était là : oui" in page
    assert "La personne était d’accord : oui" in page
    assert "Signature de la personne qui l’a fait" in page


def test_without_an_agreement_none_is_claimed() -> None:
    """A folder without its yes prints a day that is not filled in."""
    page = reading.text(consent_sheet(people.nobody(), Printed(people.TODAY)))
    assert "Jour de l’accord : NON RENSEIGNÉ" in page
