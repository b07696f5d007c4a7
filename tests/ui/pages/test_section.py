"""A section has three states, and each says what it is."""

import datetime
from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import new_id
from tests.fakes import TODAY
from tests.ui.pages.inside import data, seen

CHANGE = "Changer ou arrêter un médicament"
HEALTH = ("Tout mon dossier", "Ma santé aujourd’hui")


def test_not_filled_in_is_not_none(jeanne):
    """An empty section offers to add, or to say that there is nothing; it claims neither."""
    jeanne.press(*HEALTH, "Mes allergies")
    words = seen(jeanne)
    assert "Rien n’est écrit ici pour l’instant." in words
    assert "Sur vos fiches, cette partie dit : non renseigné." in words


def test_none_is_said_with_its_day_and_taken_back(jeanne):
    """« Aucune » is dated; « Annuler » leaves the section not filled in."""
    jeanne.press(*HEALTH, "Mes allergies", "Aucune allergie connue")
    words = seen(jeanne)
    assert "C’est noté : aucune allergie connue." in words
    assert "Aucune allergie connue (dit le 23 novembre 2026)" in words
    jeanne.press("Annuler")
    assert "Rien n’est écrit ici pour l’instant." in seen(jeanne)
    assert jeanne.session.folder.section(Allergy).none_on is None


@pytest.mark.parametrize(
    ("group", "section", "none"),
    [
        ("Ma santé aujourd’hui", "Mes maladies", "Aucune maladie connue"),
        ("Ma santé aujourd’hui", "Mes médicaments", "Aucun médicament"),
        ("Moi et mes proches", "Les personnes à appeler", "Aucune personne à appeler"),
    ],
)
def test_each_section_can_be_none(comes_in, folder, group, section, none):
    """Each kind has its own words for it."""
    person = comes_in(folder)
    person.press("Tout mon dossier", group, section, none)
    assert "C’est noté :" in seen(person)
    assert f"{none} (dit le 23 novembre 2026)" in seen(person)


def test_a_list_shows_each_line_with_its_second_one(comes_in, full_folder):
    """Doses under medicines, severity under allergies, phones under people."""
    person = comes_in(full_folder)
    person.press("Mes médicaments")
    assert "matin, soir : 1 comprimé" in seen(person)
    person.press("Accueil", "Tout mon dossier", "Moi et mes proches", "Les personnes à appeler")
    assert "ma fille · à appeler en premier · personne de confiance · 06 00 00 00 01" in seen(
        person
    )
    person.press("Accueil", *HEALTH, "Mes allergies")
    assert "grave, il a fallu de l’aide · depuis 1987" in seen(person)


def test_adding_by_the_form_comes_back_to_the_list(jeanne):
    """The section shows what was added, and « Annuler » takes it away again."""
    before = data(jeanne.session.folder, Illness)
    jeanne.press(*HEALTH, "Mes maladies", "Ajouter une maladie")
    jeanne.type("Asthme")
    jeanne.press(_("Save"))
    assert jeanne.title == "Mes maladies"
    assert "Asthme" in jeanne.buttons()
    jeanne.press("Annuler")
    assert data(jeanne.session.folder, Illness) == before


def test_stopped_medicines_stand_apart(comes_in, folder):
    """What is no longer taken is still there, under its own title."""
    ended = PartialDate.of(TODAY - datetime.timedelta(days=30))
    folder.save(Medication(name="Amoxicilline", until=ended))
    folder.save(Medication(name="Ramipril"))
    person = comes_in(folder)
    person.press("Mes médicaments")
    assert "Arrêtés : Amoxicilline" in seen(person)
    person.press(CHANGE)
    assert "Ramipril" in person.buttons()
    assert "Amoxicilline" not in person.buttons()
    person.press("Arrêtés (1)")
    assert "jusqu’au 24 octobre 2026" in seen(person)
    person.press("Amoxicilline")
    assert person.title == "Médicament"


def test_all_stopped_offers_no_table_of_the_week(comes_in, folder):
    """Nothing to take, nothing to print."""
    folder.save(Medication(name="Amoxicilline", until=PartialDate("2020")))
    person = comes_in(folder)
    assert "Tous sont arrêtés" in seen(person)
    person.press("Mes médicaments")
    assert "Imprimer mon tableau de la semaine" not in person.buttons()


def test_what_a_newer_program_wrote_is_told(comes_in, folder):
    """A part that cannot be read is not passed over in silence."""
    folder.save(replace(Contact(name="Marie"), unknown={"fax": "01"}))
    person = comes_in(folder)
    person.press("Tout mon dossier", "Moi et mes proches", "Les personnes à appeler")
    assert "Une partie n’a pas pu être lue" in seen(person)
    person.press("Marie")
    assert "Une partie n’a pas pu être lue" in seen(person)


def test_a_moment_of_a_newer_program_hides_no_other(comes_in, folder):
    """The moments that are known are shown, and changing the line loses none of it."""
    newer = {"moment": "dawn", "dose": "2"}
    written = {"name": "Sirop", "intakes": [{"moment": "morning", "dose": "1 cuillère"}, newer]}
    folder.save(from_payload(Medication, new_id(), written))
    person = comes_in(folder)
    person.press("Mes médicaments")
    assert "matin : 1 cuillère" in seen(person)
    assert "Une partie n’a pas pu être lue" in seen(person)
    person.press(CHANGE, "Sirop", "Je ne le prends plus")
    (kept,) = folder.records(Medication)
    assert kept.until is not None
    assert to_payload(kept)["intakes"] == written["intakes"]


def test_a_long_list_turns(comes_in, folder):
    """Twelve lines: all of them to be read, four at a time to choose from."""
    for number in range(12):
        folder.save(Medication(name=f"Médicament {number + 1}"))
    person = comes_in(folder)
    person.press("Mes médicaments")
    assert "Médicament 12" in seen(person)
    person.press(CHANGE)
    assert "1 à 4, sur 12" in seen(person)
    person.press("Les suivants")
    assert "Médicament 5" in person.buttons()
