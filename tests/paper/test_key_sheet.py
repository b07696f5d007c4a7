"""The key sheet opens a folder and does not say whose."""

import pytest

from ensdesk.paper.key_sheet import empty_key_sheet, key_sheet
from tests.paper import people, reading

WORDS = "abaisser désigner vertueux éclipse jouet lampe navire orage pétale rivière soleil voyage"
pytestmark = pytest.mark.usefixtures("french")


def test_the_twelve_words_stand_in_their_order() -> None:
    """Each word follows its number, accents kept, on one page."""
    (page,) = reading.pages(key_sheet(WORDS, today=people.TODAY))
    for number, word in enumerate(WORDS.split(), start=1):
        assert f"{number} {word}" in page


def test_it_warns_and_tells_nobody_whose_it_is() -> None:
    """Not on the fridge, nobody may ask, hang up; and no name at all."""
    page = reading.text(key_sheet(WORDS, today=people.TODAY))
    for expected in (
        "À CACHER",
        "Pas sur le frigo.",
        "Personne n’a le droit de vous demander ces mots",
        "Ni médecin, ni banque, ni Assurance maladie, ni dépanneur, ni association.",
        "On vous les demande ? Raccrochez.",
        "Gardez cette feuille loin de l’ordinateur",
        "23 novembre 2026",
    ):
        assert expected in page, expected
    assert "Naissance" not in page
    assert "Document fait par" not in page


def test_the_empty_one_has_numbers_and_no_words() -> None:
    """Twelve boxes to fill in by hand."""
    page = reading.text(empty_key_sheet(people.TODAY))
    assert all(str(number) in page for number in range(1, 13))
    assert "abaisser" not in page
    assert "Recopiez un mot par case" in page
