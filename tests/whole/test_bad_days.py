"""What goes wrong is one sentence with one thing to do, and nothing is lost."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace

import pytest

from ensdesk.vault.header import read_header, write_header
from tests.fakes import SHEET, empty_folder, filled_folder
from tests.whole.computer import Computer, opened
from tests.whole.folder_steps import ask_for_a_copy, lay_a_paper, take_key_sheet
from tests.whole.powers import file_limit, read_only, small_disk
from tests.whole.sheet_steps import Answers, fill_the_sheet

WORDS = SHEET.words.split()


@pytest.fixture
def home_folder(computer):
    """A folder with a key sheet at the usual place; return where it lies."""
    place = computer.root / "home/.local/share/ensdesk/Dossier ensdesk"
    empty_folder(place).close()
    return place


@pytest.fixture
def at_home(computer):
    """Return a function that opens a folder and stands at its home page."""

    def start(make=empty_folder):
        person = computer.start()
        opened(person, lambda: make(computer.root / "home/.local/share/ensdesk/Dossier ensdesk"))
        person.sees("Bonjour Jeanne.")
        return person

    return start


def open_it(person) -> None:
    """Open the folder with its key sheet, from the first page."""
    person.presses("Ouvrir mon dossier", "Prendre ma feuille-clé")
    take_key_sheet(person, WORDS)


def go_home(person) -> None:
    """Leave the new code for later."""
    person.presses("Plus tard")
    person.sees("Bonjour Jeanne.")


def test_a_folder_opened_twice(computer, at_home):
    """The second window says so at once; the first one goes on."""
    first = at_home()
    second = computer.start()
    open_it(second)
    second.sees("Ce dossier est déjà ouvert dans une autre fenêtre.", "Fermez-le là-bas")
    computer.leave(second)
    first.window.activateWindow()
    first.presses("Mes médicaments", "Aucun médicament")
    first.sees("C’est noté")


def test_half_a_folder(computer, home_folder):
    """Only a database is left: a part is missing, and there is somewhere else to look."""
    for copy in ("header.a", "header.b"):
        (home_folder / copy).unlink()
    person = computer.start()
    person.presses("Ouvrir mon dossier")
    person.sees("Il manque")
    person.presses("Chercher ailleurs")
    person.is_at("Où est votre dossier ?")


def test_the_other_half_of_a_folder(computer, home_folder):
    """The databases are gone."""
    for database in home_folder.glob("*.db"):
        database.unlink()
    person = computer.start()
    open_it(person)
    person.sees("Il manque un morceau de ce dossier.")


@pytest.mark.parametrize("copy", ["header.a", "header.b"])
def test_a_damaged_header_is_repaired_from_the_other(computer, home_folder, copy):
    """The person notices nothing; both copies are good again."""
    (home_folder / copy).write_bytes(b"\x00" * 70_000)
    person = computer.start()
    open_it(person)
    go_home(person)
    computer.leave(person)
    other = ({"header.a", "header.b"} - {copy}).pop()
    (home_folder / other).unlink()
    assert read_header(home_folder).slots


def test_a_folder_of_a_newer_program(computer, home_folder):
    """It says what to do, and leaves it as it is."""
    header = read_header(home_folder)
    write_header(home_folder, replace(header, min_reader=2))
    before = {path.name: path.read_bytes() for path in home_folder.glob("header.*")}
    person = computer.start()
    person.presses("Ouvrir mon dossier")
    person.sees("Ce dossier vient d’un ensdesk plus récent.", "Installez")
    assert before == {path.name: path.read_bytes() for path in home_folder.glob("header.*")}


def test_a_place_where_nothing_can_be_written(computer, home_folder):
    """Said when the folder is opened."""
    with read_only(home_folder):
        person = computer.start()
        open_it(person)
        person.sees("On ne peut rien écrire à cet endroit.", "Choisissez un autre endroit")
        computer.leave(person)
    person = computer.start()
    open_it(person)
    go_home(person)


def test_a_paper_larger_than_the_place_takes(at_home, computer):
    """A paper that does not fit is told; what was there stays, and it fits later."""
    paper = computer.root / "home/Documents/gros.pdf"
    lay_a_paper(paper)
    with paper.open("ab") as file:
        file.write(b"%" * 400_000)
    person = at_home()
    person.presses("Mes papiers", "Ajouter un papier")
    with file_limit(200_000):
        person.presses("gros.pdf")
        person.sees("C’est trop grand pour ce disque", "un autre endroit")
    person.presses("gros.pdf", "Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")


def test_a_disk_that_is_really_full(tmp_path, monkeypatch, qapp):
    """Nothing goes in, nothing is lost, and the same press works once there is room."""
    root = tmp_path / "computer"
    root.mkdir()
    with small_disk(root, 8_000_000) as disk:
        computer = Computer(root, monkeypatch)
        try:
            person = computer.start()
            opened(person, lambda: filled_folder(root / "home/Dossier"))
            lay_a_paper(root / "home/Documents/lettre.pdf")
            person.presses("Mes papiers", "Ajouter un papier")
            with disk.full():
                person.presses("lettre.pdf")
                person.sees(disk.says_full)
            person.presses("lettre.pdf", "Ajouter ce papier")
            person.sees("Le papier est dans votre dossier.")
            (key,) = computer.plug("BLEUE")
            person.presses("Accueil")
            ask_for_a_copy(person, WORDS)
            person.presses("Clé USB BLEUE")
            with disk.full():
                person.presses("Copier")
                person.sees(disk.says_full)
                assert list(key.iterdir()) == []
            person.presses("Copier")
            person.is_at("La copie est faite.")
        finally:
            computer.leave_all()


def test_a_full_disk_while_a_line_is_noted(at_home, computer):
    """What was typed comes back once there is room and the folder was opened again.

    The limit of this test says "input or output error" where a disk without room says "full".
    """
    person = at_home()
    person.presses("Ma tension, mon poids", "Noter ma tension")
    with file_limit(8192):
        person.types("13/8")
        person.keys("Enter")
        person.sees("répond mal", "13/8")
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    person.presses("Prendre ma feuille-clé")
    take_key_sheet(person, WORDS)
    person.presses("Plus tard")
    person.sees("Voici ce que vous écriviez.")
    person.presses("Noter")
    person.sees("C’est noté : 13/8.")


def test_a_key_pulled_out_before_the_copy(at_home, computer):
    """Told, and the same press works once it is back."""
    (key,) = computer.plug("BLEUE")
    person = at_home(filled_folder)
    ask_for_a_copy(person, WORDS)
    person.presses("Clé USB BLEUE")
    person.sees("Faire cette copie ?")
    key.rmdir()
    person.presses("Copier")
    person.sees("ne répond plus", "Rebranchez")
    key.mkdir()
    person.presses("Copier")
    person.is_at("La copie est faite.")


def test_a_copy_pulled_out_before_it_comes_back(at_home, computer):
    """The list still shows it; a press tells."""
    (key,) = computer.plug("BLEUE")
    person = at_home(filled_folder)
    ask_for_a_copy(person, WORDS)
    person.presses("Clé USB BLEUE", "Copier")
    person.is_at("La copie est faite.")
    person.presses("Revenir à mon dossier", "Imprimer ou copier", "Reprendre une copie")
    person.sees("Copie ensdesk")
    shutil.rmtree(key)
    person.presses("Copie ensdesk", "Reprendre la copie")
    person.sees("Rebranchez")


def test_a_birth_date_tomorrow(computer):
    """Said in words, above the field; it can be corrected there."""
    tomorrow = datetime.datetime.now().astimezone().date() + datetime.timedelta(days=1)
    person = computer.start()
    person.presses("Faire ma fiche d’urgence")
    person.writes("Prénom", "Jeanne")
    person.writes("Nom de famille", "Essai")
    person.writes("Date de naissance", tomorrow.strftime("%d/%m/%Y"))
    person.presses("Continuer")
    person.sees("Ce jour n’est pas encore arrivé.", "Jeanne")
    person.writes("Date de naissance", "14/07/1948", instead=True)
    person.presses("Continuer")
    person.is_at("À quoi êtes-vous allergique ?")


def test_strange_signs_are_only_signs(computer):
    """Markup, ampersands and letters from right to left are read again as they were typed."""
    odd = "<b>&amp;{0}%s שלום"

    def strange(text: str) -> str:
        return f"{text} {odd}"

    said = Answers(
        given=strange("Jeanne"),
        family=strange("Essai"),
        allergies=strange("Pénicilline"),
        illnesses=strange("Diabète"),
        medicines=(strange("Eliquis"),),
        senses=tuple(map(strange, ("vue", "oreille", "tête", "langue"))),
        first=(strange("Marie"), strange("fille"), "06 12 34 56 78"),
        second=(strange("Paul"), strange("voisin"), "06 98 76 54 32"),
        doctor=(strange("Docteur"), "01 23 45 67 89"),
        directives=strange("tiroir"),
    )
    person = computer.start()
    fill_the_sheet(person, said)
    person.presses("Lire comme du texte")
    for word in ("Pénicilline", "Diabète", "Eliquis", "vue", "Marie", "Paul", "Docteur", "tiroir"):
        person.sees(f"{word} <b>&amp;{{0}}%s")


def test_a_paper_on_its_way_in_outlives_closing(at_home, computer):
    """The paper itself may be gone meanwhile: its bytes and its new name wait in the folder."""
    paper = computer.root / "home/Documents/lettre.pdf"
    lay_a_paper(paper)
    person = at_home()
    person.presses("Mes papiers", "Ajouter un papier", "lettre.pdf")
    person.is_at("Est-ce bien cela ?")
    person.types("Zoulou")
    paper.unlink()
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    person.presses("Prendre ma feuille-clé")
    take_key_sheet(person, WORDS)
    person.presses("Plus tard")
    person.is_at("Est-ce bien cela ?")
    person.sees("Zoulou")
    person.presses("Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")


def test_a_full_disk_keeps_no_folder_open(at_home, computer):
    """Nothing can be written, not even what is half filled: the folder closes all the same."""
    person = at_home()
    person.presses("Ma tension, mon poids", "Noter ma tension")
    person.types("13")
    with file_limit(8192):
        person.presses("Fermer mon dossier")
        person = computer.restart(person)
    person.is_at("Ouvrir mon dossier")
    person.presses("Prendre ma feuille-clé")
    take_key_sheet(person, WORDS)
    go_home(person)
