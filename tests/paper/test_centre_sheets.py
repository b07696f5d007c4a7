"""The sheets of a centre: one page each, large, about no person, and with nothing left out."""

import pytest

from ensdesk.language import _
from ensdesk.paper.centre_sheets import (
    _NEVER,
    _PROMISES,
    _STEPS,
    _WHEN,
    CENTRE_SHEETS,
    discretion_promise,
    volunteer_guide,
)
from tests.paper import people, reading
from tests.paper.pdfua import faults

CENTRE = "Maison de quartier des Lilas"


@pytest.mark.parametrize("language", ["french", "english"])
@pytest.mark.parametrize("name", CENTRE_SHEETS)
@pytest.mark.parametrize("centre", ["", CENTRE, "W" * 60, "<b>&"])
def test_it_is_one_page_tagged_and_large(request, language, name, centre):
    """Whatever the centre is called; a name is never markup."""
    request.getfixturevalue(language)
    sheet = CENTRE_SHEETS[name]
    pdf = sheet.make(people.TODAY, centre, sheet.points)
    assert faults(pdf) == []
    assert len(reading.pages(pdf)) == 1
    assert reading.has(pdf, centre)
    assert faults(sheet.make(people.TODAY, centre, 24)) == []


def test_the_guide_says_each_step_and_what_never_to_do(french):
    """And ends with whom to call."""
    pdf = volunteer_guide(people.TODAY, CENTRE)
    for words in (*_STEPS, *_NEVER, *(part for both in _WHEN for part in both)):
        assert reading.has(pdf, _(words))
    page = reading.text(pdf)
    assert "Reprenez votre clé et vos feuilles" in page
    assert "La personne responsable :" in page
    assert "Téléphone :" in page
    assert not any(band in page for band in ("À MONTRER", "À GARDER", "À CACHER"))


def test_the_promise_has_a_place_for_both_signatures(french):
    """Of the volunteer and of the centre, with the day."""
    pdf = discretion_promise(people.TODAY)
    for words in _PROMISES:
        assert reading.has(pdf, _(words))
    page = reading.text(pdf)
    for place in ("Je m’appelle :", "Le centre :", "Date :", "Ma signature :", "Pour le centre"):
        assert place in page
    assert CENTRE in reading.text(discretion_promise(people.TODAY, CENTRE))
