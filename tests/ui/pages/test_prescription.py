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
_KEYS = {"⏎": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down}


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
    strokes(person, "Kardegic⏎75 mg⏎⏎1↓Eliquis⏎5 mg⏎1⏎⏎1⏎⏎⏎")
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
    strokes(person, "kardegic⏎75 MG⏎⏎1")
    assert "Déjà écrit dans votre dossier : pareil." in seen(person)
    strokes(person, "↓Zestril⏎10 mg⏎1↓⏎")
    assert "Déjà écrit : changé. Avant : Zestril 5 mg" in seen(person)
    person.press("Oui, c’est bien ça")
    assert {record.id for record in folder.records(Medication)} == {key for key, _ in before}
    person.press("Annuler")
    assert data(folder, Medication) == before


def test_a_known_name_is_proposed(comes_in, folder):
    """Three letters and the arrow: its dose and its moments come with it."""
    folder.save(KARDEGIC)
    person = at_lines(comes_in, folder)
    strokes(person, "kar↓")
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Space)
    strokes(person, "↓")
    assert "midi : 1 comprimé" in seen(person)
    assert "Ligne 2" in seen(person)


def test_a_line_is_taken_out_and_brought_back(comes_in, folder):
    """Nothing is lost by a wrong press."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic⏎75 mg⏎1↓")
    person.press("Kardegic 75 mg", "Retirer cette ligne")
    assert "Kardegic 75 mg" not in seen(person)
    person.press("Annuler")
    assert "Kardegic 75 mg" in seen(person)


@pytest.mark.parametrize(
    ("keys", "said"),
    [("⏎", "Écrivez le nom d’un médicament."), ("A⏎⏎1↓A⏎⏎↓", "Ce médicament est déjà recopié.")],
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
    strokes(person, "⏎Kardegic⏎75 mg⏎1↓⏎")
    person.press("Oui, c’est bien ça")
    one = named(folder)["Kardegic 75 mg"]
    assert (one.prescriber, one.origin) == ("Docteur Martin", Origin("document", paper.id))


def test_a_lock_gives_everything_back(comes_in, folder):
    """The finished lines, and the one that was half written."""
    person = at_lines(comes_in, folder)
    strokes(person, "Kardegic⏎75 mg⏎1↓Zes")
    page = person.window.page
    kept = page.draft()
    person.session.home()
    resume.resume(person.session, page.name, kept)
    assert "Kardegic 75 mg" in seen(person)
    assert plain(person.window.page.editor.line().name) == "Zes"
