"""« Ajouter un médicament »: one question a page, read back before anything is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from tests.ui.pages.inside import data, seen

TABLET = "1 comprimé"


def begin(person, name="Kardegic 75"):
    person.press("Mes médicaments", "Ajouter un médicament")
    person.write("Nom du médicament", name)
    person.press("Continuer")


def added(person, name="Kardegic 75"):
    return next(one for one in person.session.folder.records(Medication) if one.name == name)


def test_the_whole_way(jeanne):
    """Name, what it is, when, where it was read; then the yes, and the list has it."""
    begin(jeanne)
    jeanne.write("De quoi est-il fait\u00a0? (si vous voulez)", "aspirine")
    jeanne.press("Continuer")
    jeanne.write("Le matin", "1")
    jeanne.write("Le soir", "1/2")
    jeanne.press("Continuer", "Sur une ordonnance")
    jeanne.write("Date de l’ordonnance (si vous voulez)", "3 mars 2026")
    jeanne.write("Qui l’a prescrit\u00a0? (si vous voulez)", "Docteur Martin")
    jeanne.press("Continuer")
    assert jeanne.title == "Est-ce écrit ainsi sur l’ordonnance\u00a0?"
    assert "ordonnance du 3 mars 2026, Docteur Martin" in seen(jeanne)
    assert jeanne.session.folder.records(Medication) == ()
    jeanne.press("Oui, c’est bien ça")
    assert jeanne.title == "C’est ajouté."
    medicine = added(jeanne)
    assert medicine.substance == "aspirine"
    assert medicine.intakes == (
        Intake(moment=Moment.MORNING, dose=TABLET),
        Intake(moment=Moment.EVENING, dose="½ comprimé"),
    )
    assert medicine.source is MedicationSource.PRESCRIPTION
    assert medicine.source_date == PartialDate("2026-03-03")


def test_at_most_eight_clicks_and_four_keys(comes_in, full_folder):
    """As promised, beside typing the name: here 7 clicks and 2 keys."""
    person = comes_in(full_folder)
    person.press("Mes médicaments", "Ajouter un médicament")  # 2 clicks
    person.type("Kardegic 75")
    for _question in range(2):
        QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)  # 2 keys
        person.settle()
    person.press("Plus\u00a0: Le matin", "Plus\u00a0: Le soir", "Continuer")  # 3 clicks
    person.press("Je le sais par cœur")  # 1 click
    person.press("Oui, c’est bien ça")  # 1 click
    assert [intake.dose for intake in added(person).intakes] == [TABLET, TABLET]


def test_annuler_takes_it_back(jeanne):
    """The same data as before, and the list in view."""
    before = data(jeanne.session.folder, Medication)
    begin(jeanne)
    jeanne.press(
        "Continuer", "Je ne sais pas quand", "Sur la boîte", "Oui, c’est bien ça", "Annuler"
    )
    assert jeanne.title == "Mes médicaments"
    assert data(jeanne.session.folder, Medication) == before
    assert "C’est annulé : Ajouter" in seen(jeanne)


def test_a_known_prescription_is_one_press(comes_in, folder):
    """Its date and its doctor are taken over, and nothing has to be typed."""
    prescribed = {"source": MedicationSource.PRESCRIPTION, "prescriber": "Docteur Martin"}
    folder.save(Medication(name="A", source_date=PartialDate("2026-10-14"), **prescribed))
    person = comes_in(folder)
    begin(person)
    person.press("Continuer", "Je ne sais pas quand")
    assert "Sur une autre ordonnance" in person.buttons()
    person.press("Ordonnance du 14\u00a0octobre\u00a02026", "Oui, c’est bien ça")
    assert added(person).prescriber == "Docteur Martin"


def test_no_i_change_comes_back_to_be_read_again(comes_in, folder):
    """The form corrects what was told; nothing is written before the yes."""
    person = comes_in(folder)
    begin(person, "Kardegik")
    person.press("Continuer", "Je ne sais pas quand", "Je le sais par cœur")
    assert person.title == "Est-ce bien cela\u00a0?"
    person.press("Non, je change")
    person.write("Quel médicament\u00a0?", "Kardegic 75")
    person.press(_("Save and finish"))
    assert person.title == "Est-ce bien cela\u00a0?"
    assert "Kardegic 75" in seen(person)
    assert folder.records(Medication) == ()
    person.press("Oui, c’est bien ça")
    assert [one.name for one in folder.records(Medication)] == ["Kardegic 75"]


def test_only_when_needed(comes_in, folder):
    """No moment is needed then; without both the page says what to do."""
    person = comes_in(folder)
    begin(person)
    person.press("Continuer", "Continuer")
    assert "Appuyez sur + au bon moment" in seen(person)
    person.press("Seulement si besoin", "Continuer", "Sur la boîte")
    assert person.title == "Est-ce écrit ainsi sur la boîte\u00a0?"
    person.press("Oui, c’est bien ça")
    assert added(person).as_needed is True


@pytest.mark.parametrize(
    "known", [Medication(name="kardegic 75"), Medication(name="X", substance="Kardegic 75")]
)
def test_twice_the_same_is_told(comes_in, folder, known):
    """Twice on a sheet is twice in the mouth."""
    folder.save(known)
    person = comes_in(folder)
    begin(person)
    person.press("Continuer", "Je ne sais pas quand", "Sur la boîte")
    assert "Attention : ce médicament est déjà dans votre liste." in seen(person)


def test_a_name_is_needed_and_a_prescription_is_not_of_tomorrow(comes_in, folder):
    """Each error says what to do, and the page stays."""
    person = comes_in(folder)
    person.press("Mes médicaments", "Ajouter un médicament", "Continuer")
    assert "Écrivez le nom d’un médicament." in seen(person)
    person.type("Kardegic")
    person.press("Continuer", "Continuer", "Je ne sais pas quand", "Sur une ordonnance")
    person.write("Date de l’ordonnance (si vous voulez)", "24/11/2026")
    person.press("Continuer")
    assert "Ce jour n’est pas encore arrivé." in seen(person)
    person.write("Date de l’ordonnance (si vous voulez)", "pluie")
    person.press("Continuer")
    assert "Cette date ne se lit pas." in seen(person)


def test_another_one_after_the_first(comes_in, folder):
    """The end offers the next, and « Retour » from there goes home."""
    person = comes_in(folder)
    begin(person)
    person.press("Continuer", "Je ne sais pas quand", "Sur la boîte", "Oui, c’est bien ça")
    person.press("Ajouter un autre médicament")
    assert person.field("Nom du médicament").text() == ""
    person.press("Retour")
    assert person.title == "Mon dossier"
