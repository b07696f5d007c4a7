"""« Recopier l’ordonnance »: line by line by the keys, read back whole, one change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.kinds.document import Category, Document
from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Origin
from ensdesk.ui import resume
from tests.ui.pages.inside import data, plain, seen

KARDEGIC = Medication(
    name="Kardegic 75 mg", intakes=(Intake(moment=Moment.NOON, dose="1 comprimé"),)
)
_KEYS = {"⏎": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up}


def strokes(person, keys: str) -> int:
    """Press every key of *keys* (⏎ and ↓ by name) and return how many they were."""
    for sign in keys:
        if sign in _KEYS:
            QTest.keyClick(person.window.focusWidget(), _KEYS[sign])
            person.settle()
        else:
            person.type(sign)
    return len(keys)


def begin(person):
    person.press("Mes médicaments", "Recopier l’ordonnance")
    strokes(person, "3/3/2026⏎")


def named(folder):
    return {record.name: record for record in folder.records(Medication)}


def at_lines(comes_in, folder):
    person = comes_in(folder)
    begin(person)
    return person


def test_two_lines_by_the_keys_alone(comes_in, folder):
    """Enter goes on, the arrow ends the line, Enter on an empty line reads everything back."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic 75 mg⏎⏎1↓Eliquis 5 mg⏎1⏎⏎1⏎⏎⏎")
    assert person.title == "Est-ce écrit ainsi sur l’ordonnance\u00a0?"
    assert "matin, soir : 1 comprimé" in seen(person)
    assert folder.records(Medication) == ()
    person.press("Oui, c’est bien ça")
    assert "2 médicaments sont ajoutés." in seen(person)
    one = named(folder)["Eliquis 5 mg"]
    assert (one.source, one.source_date) == (
        MedicationSource.PRESCRIPTION,
        PartialDate("2026-03-03"),
    )
    person.press("Annuler")
    assert folder.records(Medication) == ()


def test_what_is_known_is_not_doubled(comes_in, folder):
    """The same stays one, the other changes, and « Annuler » gives both back as they were."""
    folder.save(KARDEGIC)
    folder.save(Medication(name="Zestril 5 mg"))
    before = data(folder, Medication)
    person = at_lines(comes_in, folder)
    strokes(person, "kardegic 75 MG⏎⏎1")
    assert "Déjà écrit dans votre dossier : pareil." in seen(person)
    strokes(person, "↓Zestril 10 mg⏎1↓⏎")
    assert "Déjà écrit : changé. Avant : Zestril 5 mg" in seen(person)
    person.press("Oui, c’est bien ça")
    assert {record.id for record in folder.records(Medication)} == {key for key, _ in before}
    person.press("Annuler")
    assert data(folder, Medication) == before


def test_a_known_name_is_shown_after_three_letters(comes_in, folder):
    """The arrow takes it with its dose and its moments; another letter takes it away."""
    folder.save(KARDEGIC)
    person = at_lines(comes_in, folder)
    strokes(person, "kar")
    assert person.window.page.editor.line().full_name == "kardegic 75 mg"
    strokes(person, "↓")
    assert "midi : 1 comprimé" in seen(person)
    assert "Ligne 2" in seen(person)
    strokes(person, "Karvea")
    assert person.window.page.editor.line().full_name == "Karvea"


def test_a_known_dose_is_shown_before_it_is_kept(comes_in, folder):
    """Enter after the name fills the boxes, where the paper may say something else."""
    folder.save(KARDEGIC)
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic⏎")
    assert [box.text() for box in person.window.page.editor.moments] == ["", "1 comprimé", "", ""]
    assert "Déjà écrit dans votre dossier : pareil." in seen(person)


def test_a_line_is_taken_out_and_brought_back(comes_in, folder):
    """Nothing is lost by a wrong press."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic 75 mg⏎1↓")
    strokes(person, "↑")
    person.press("Retirer cette ligne")
    assert "Kardegic 75 mg" not in seen(person)
    person.press("Annuler")
    assert "Kardegic 75 mg" in seen(person)


@pytest.mark.parametrize(
    ("keys", "said"),
    [("⏎", "Écrivez le nom d’un médicament."), ("A⏎1↓A↓", "Ce médicament est déjà recopié.")],
)
def test_what_is_missing_is_said(comes_in, folder, keys, said):
    """The page stays, with one thing to do."""
    person = at_lines(comes_in, folder)
    strokes(person, keys)
    assert said in seen(person)


def test_the_paper_says_its_day_and_its_doctor(comes_in, folder):
    """What is written about the paper is not asked again, and each medicine says where it is."""
    paper = Document(
        name="Ordonnance de mars",
        category=Category.PRESCRIPTION,
        date=PartialDate("2026-03-03"),
        author="Docteur Martin",
    )
    folder.save(paper)
    person = comes_in(folder)
    person.press("Mes médicaments", "Recopier l’ordonnance", "Ordonnance de mars")
    strokes(person, "⏎Kardegic 75 mg⏎1↓⏎")
    person.press("Oui, c’est bien ça")
    one = named(folder)["Kardegic 75 mg"]
    assert (one.prescriber, one.origin) == ("Docteur Martin", Origin("document", paper.id))


def test_the_same_medicine_in_another_strength_may_be_kept_too(comes_in, folder):
    """Asked plainly on the page that reads back; the answer is one change like the rest."""
    folder.save(Medication(name="Levothyrox 25 µg"))
    person = at_lines(comes_in, folder)
    strokes(person, "Levothyrox 75 µg⏎1↓⏎")
    assert "Le dosage est différent. Prenez-vous les deux ?" in seen(person)
    person.press("Je prends aussi Levothyrox 25 µg", "Oui, c’est bien ça")
    assert set(named(folder)) == {"Levothyrox 25 µg", "Levothyrox 75 µg"}
    person.press("Annuler")
    assert set(named(folder)) == {"Levothyrox 25 µg"}


def test_if_needed(comes_in, folder):
    """One letter shows the words; they are no dose of the morning."""
    person = at_lines(comes_in, folder)
    assert "si besoin" in seen(person)
    strokes(person, "Doliprane 1g⏎s")
    assert person.window.page.editor.moments[0].text() == "si besoin"
    strokes(person, "↓⏎")
    person.press("Oui, c’est bien ça")
    one = named(folder)["Doliprane 1 g"]
    assert (one.as_needed, one.intakes) == (True, ())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Zestril 5m", "Zestril 5 mg"), ("Bisolvon 5ml", "Bisolvon 5 ml"), ("Zestril 5", "Zestril 5")],
)
def test_a_unit_is_shown_and_never_guessed(comes_in, folder, typed, kept):
    """`m` shows `mg` at once, `ml` stays what it is, and a bare number stays bare."""
    person = at_lines(comes_in, folder)
    strokes(person, f"{typed}⏎1↓")
    assert kept in seen(person)


def test_a_line_is_changed_from_the_page_that_reads_back(comes_in, folder):
    """« Non, je change » names every line; a press opens it as it was written."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic 75 mg⏎1↓Eliquis 5 mg⏎1↓⏎")
    person.press("Non, je change", "Kardegic 75 mg")
    assert person.window.page.editor.line().full_name == "Kardegic 75 mg"
    strokes(person, "⏎2↓⏎")
    person.press("Oui, c’est bien ça")
    assert named(folder)["Kardegic 75 mg"].intakes[0].dose == "2 comprimés"
    assert len(named(folder)) == 2


def test_a_lock_gives_everything_back(comes_in, folder):
    """The finished lines, and the one that was half written."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic 75 mg⏎1↓Zes")
    page = person.window.page
    kept = page.draft()
    person.session.home()
    resume.resume(person.session, page.name, kept)
    assert "Kardegic 75 mg" in seen(person)
    assert plain(person.window.page.editor.line().name) == "Zes"
