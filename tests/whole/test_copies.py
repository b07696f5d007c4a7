"""Copies go out to a key, readable and closed, and come back into another folder, by clicks."""

from __future__ import annotations

import re

import pytest

from tests.fakes import SHEET, empty_folder, filled_folder
from tests.whole.computer import opened
from tests.whole.folder_steps import CODE, ask_for_a_copy, lay_a_paper, make_a_folder

WORDS = SHEET.words.split()


@pytest.fixture
def at_home(computer):
    """Return a function that opens a folder and stands at its home page."""

    def start(hands="mouse", make=filled_folder, name="Dossier"):
        person = computer.start(hands)
        opened(person, lambda: make(computer.root / "home" / name))
        person.sees("Bonjour Jeanne.")
        return person

    return start


def test_a_copy_to_a_key_is_four_clicks(computer, light_codes):
    """The code, place, look, copy; it is read again, and the journal says so."""
    (key,) = computer.plug("BLEUE")
    person = computer.start()
    make_a_folder(person)
    with person.counting() as count:
        ask_for_a_copy(person, CODE)
        person.presses("Clé USB BLEUE", "Copier")
        person.is_at("La copie est faite.")
    assert (count.clicks, count.keys) == (4, 6)
    person.sees("Je l’ai relue", "Toute personne qui l’a peut la lire.")
    assert [path.suffix for path in key.iterdir()] == [".zip"]


@pytest.mark.parametrize(
    ("hands", "closed"), [("mouse", False), ("keyboard", True)], ids=["readable", "closed"]
)
def test_a_copy_comes_back_and_may_come_back_again(at_home, computer, hands, closed):
    """Everything is in the second folder; the second time nothing is new."""
    computer.plug("BLEUE")
    lay_a_paper(computer.root / "home/Documents/resultat mars.pdf")
    person = at_home(hands)
    person.presses("Mes papiers", "Ajouter un papier", "resultat mars.pdf", "Ajouter ce papier")
    person.presses("Accueil")
    ask_for_a_copy(person, WORDS)
    person.presses("Clé USB BLEUE")
    words = _close(person) if closed else ""
    person.presses("Copier")
    person.is_at("La copie est faite.")
    computer.leave(person)
    person = at_home(hands, empty_folder, "Autre dossier")
    for new in (True, False):
        person.presses("Imprimer ou copier", "Reprendre une copie", "Copie ensdesk")
        if closed:
            person.writes("Les mots de la copie", words)
        person.presses("Reprendre la copie")
        person.is_at("La copie est dans votre dossier.")
        if new:
            person.sees("sont revenues")
        else:
            person.sees("Rien n’a changé.")
        person.presses("Revenir à mon dossier")
        person.sees("Bonjour Jeanne.", "5 médicaments")
    person.presses("Mes médicaments")
    person.sees("Metformine")
    person.presses("Accueil", "Mes papiers", "resultat mars")
    person.sees("Imprimer ce papier")


def _close(person) -> str:
    """Close the copy by five words; return them as they were copied by hand."""
    person.presses("Qui peut lire", "Seulement qui a les mots")
    person.sees("5. ")
    words = re.findall(r"^\d\. (\S+)$", person.words(), re.MULTILINE)
    assert len(words) == 5
    person.presses("J’ai recopié les mots")
    person.sees("Seulement les personnes qui ont les mots.")
    return " ".join(words)
