"""The table of the week: a line per medicine, a column per moment."""

from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.medication import Medication
from ensdesk.paper.printed import Printed
from ensdesk.paper.week_sheet import week_sheet
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from tests.paper import people, reading

pytestmark = pytest.mark.usefixtures("french")


def words(contents: Contents) -> str:
    return reading.text(week_sheet(contents, Printed(people.TODAY)))


def test_it_says_what_to_take_and_when() -> None:
    """Moments as columns, doses, purpose, version of the plan, and who to ask."""
    page = words(people.jeanne())
    for expected in (
        "Mes médicaments de la semaine",
        "Version du 23 novembre 2026",
        *("Matin", "Midi", "Soir", "Coucher"),
        "Eliquis 5 mg (apixaban) Pour le cœur",
        "1 comprimé",
        "Cochez une case",
        "Allergies : Pénicilline, Piqûres de guêpes",
        "Médecin traitant : Docteur Martin 05 55 00 00 03",
        "Pharmacie : NON RENSEIGNÉ",
        "à vérifier avec l’ordonnance",
    ):
        assert expected in page, expected


def test_medicines_for_bad_days_stand_apart() -> None:
    """« If needed » is not something to tick every evening."""
    page = words(people.jeanne())
    assert page.index("Seulement si besoin") < page.index("Doliprane")
    assert page.index("Atorvastatine") < page.index("Seulement si besoin")


def test_a_medicine_without_moments_is_not_lost() -> None:
    """It stands in a list that says what is missing."""
    page = words(people.contents_of(Medication(name="Sirop")))
    assert "Quand et combien : NON RENSEIGNÉ" in page
    assert "Sirop" in page


def test_the_boxes_are_for_the_pen_only() -> None:
    """A screen reader hears each dose once, and no box."""
    pdf = week_sheet(people.jeanne(), Printed(people.TODAY))
    found = reading.roles(pdf)
    assert found.count("TR") == 5
    assert found.count("TH") == 5 + 4
    assert found.count("TD") == 4 * 4


def test_the_head_is_repeated_and_read_once() -> None:
    """On five pages of medicines the table has one head for the ear and five for the eye."""
    pdf = week_sheet(people.crowded(), Printed(people.TODAY))
    pages = reading.pages(pdf)
    assert len(pages) > 3
    assert all("Matin" in page for page in pages[:3])
    assert reading.roles(pdf).count("TR") == 41
    assert all(f"Remède {n:02}" in " ".join(pages) for n in range(1, 41))


def test_it_has_three_states() -> None:
    """Nothing filled in, none, and all stopped are three different things."""
    assert "Médicaments : NON RENSEIGNÉ" in words(people.nobody())
    assert "aucun" not in words(people.nobody()).lower()
    none = words(people.without_anything())
    assert "Aucun médicament (dit le 3 mars 2026)" in none
    assert "NON RENSEIGNÉ" not in none
    stopped = replace(people.medicine("Fini", "b", "100"), until=PartialDate("2025"))
    assert "Tous ceux qui sont écrits sont arrêtés" in words(people.contents_of(stopped))


def test_allergies_said_none_are_said() -> None:
    """The plan names allergies in their three states too."""
    page = words(people.contents_of(people.medicine("A", "b", "1"), none=(Allergy,)))
    assert "Allergies : Aucune connue (dit le 3 mars 2026)" in page
