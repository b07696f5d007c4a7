"""A folder is closed, opened, forgotten and found again, here and on another computer."""

from __future__ import annotations

import shutil

import pytest
import shiboken6

from tests.whole.computer import Computer
from tests.whole.folder_steps import (
    CODE,
    choose_code,
    make_a_folder,
    take_key_sheet,
)

HANDS = ("mouse", "keyboard")


@pytest.fixture(params=HANDS)
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


def test_what_is_left_is_gone(computer):
    """Or it would end wherever it is collected: Qt's objects may only end where they were made."""
    person = computer.start()
    window, lanes = person.window, person.window.session.lanes
    assert shiboken6.isValid(window)
    assert shiboken6.isValid(lanes)
    computer.leave(person)
    assert not shiboken6.isValid(window)
    assert not shiboken6.isValid(lanes)


def test_the_sixth_digit_opens(computer, light_codes):
    """No click and six keys, after the button closed it; the same with Ctrl+L."""
    person = computer.start()
    make_a_folder(person)
    for close in ("button", "Ctrl+L"):
        with person.counting() as count:
            person.presses("Fermer mon dossier") if close == "button" else person.keys(close)
        assert (count.clicks, count.keys) == ((1, 0) if close == "button" else (0, 1))
        person = computer.restart(person)
        person.is_at("Ouvrir mon dossier")
        person.sees_no("Jeanne")
        with person.counting() as count:
            person.types(CODE)
            person.sees("Bonjour Jeanne.")
        assert (count.clicks, count.keys) == (0, 6)


def test_five_wrong_codes_then_the_key_sheet_then_a_new_code(computer, light_codes):
    """Each try waits longer; after the fifth the key sheet is proposed; nothing is lost."""
    person = computer.start("keyboard")
    words = make_a_folder(person)
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    for wrong in range(1, 6):
        person.types("000000")
        person.sees("Ce n’est pas le code de ce dossier.")
        if wrong >= 3:
            person.sees("Attendez")
            person.types(CODE)
            person.sees_no("Bonjour")
            computer.later += 300
            person.sees("Vous pouvez essayer encore.")
    person.presses("Prendre ma feuille-clé")
    take_key_sheet(person, words)
    person.sees("Votre feuille-clé a ouvert votre dossier. Choisissez un nouveau code.")
    choose_code(person, "847361")
    person.sees("Votre nouveau code est prêt.", "Bonjour Jeanne.")
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    person.types(CODE)
    person.sees("Ce n’est pas le code de ce dossier.")
    person.types("847361")
    person.sees("Bonjour Jeanne.")


def test_the_key_sheet_opens_on_a_second_empty_computer(
    computer, hands, light_codes, tmp_path, monkeypatch
):
    """The folder on a key, another home, another keychain: the 12 words, then a code of its own."""
    person = computer.start(hands)
    words = make_a_folder(person)
    computer.leave(person)
    other = Computer(tmp_path / "second", monkeypatch)
    (key,) = other.plug("ROUGE")
    shutil.copytree(computer.folder(), key / "Dossier ensdesk")
    person = other.start(hands)
    person.presses("J’ai déjà un dossier", "Sur la clé USB ROUGE")
    person.types(CODE)
    person.sees("Cet ordinateur n’a pas sa part de votre code.")
    person.presses("J’ai oublié mon code")
    take_key_sheet(person, words)
    choose_code(person, "731946")
    person.sees("Bonjour Jeanne.")
    person.presses("Fermer mon dossier")
    person = other.restart(person)
    person.types("731946")
    person.sees("Bonjour Jeanne.")
    other.leave_all()


def test_a_folder_that_another_computer_left_open(computer, hands, light_codes):
    """It may be open there: the person says that it is closed, and the code opens it."""
    person = computer.start(hands)
    make_a_folder(person)
    person.presses("Fermer mon dossier")
    (computer.folder() / "lock").write_text('["0123456789abcdef", 7, "of another computer"]')
    person = computer.restart(person)
    person.types(CODE)
    person.sees("Ce dossier est peut-être ouvert sur un autre ordinateur.")
    person.presses("Il est fermé partout : l’ouvrir ici")
    person.types(CODE)
    person.sees("Bonjour Jeanne.")


def test_a_folder_left_alone_closes_after_a_warning(computer, light_codes):
    """One minute before, it says so; « Je suis toujours là » keeps it open."""
    person = computer.start()
    make_a_folder(person)
    computer.later += 19 * 60 + 1
    person.sees("Votre dossier se ferme dans 1 minute.")
    person.presses("Je suis toujours là")
    person.sees_no("se ferme dans 1 minute")
    computer.later += 19 * 60 + 1
    person.sees("Votre dossier se ferme dans 1 minute.")
    computer.later += 61
    person = computer.restart(person)
    person.is_at("Ouvrir mon dossier")


@pytest.mark.parametrize("close", ["button", "Ctrl+L", "idle", "cross"])
def test_a_half_filled_page_comes_back(computer, light_codes, close):
    """Whatever closed the folder, what was being written stands there after the opening."""
    person = computer.start()
    make_a_folder(person)
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Eliquis 5")
    match close:
        case "button":
            person.presses("Fermer mon dossier")
        case "idle":
            computer.later += 20 * 60 + 1
        case "Ctrl+L":
            person.keys(close)
    if close == "cross":
        place = computer.folder()
        computer.leave(person)
        person = computer.start(closed=place)
    else:
        person = computer.restart(person)
    person.sees_no("Eliquis")
    person.types(CODE)
    person.sees("Voici ce que vous écriviez.", "Eliquis 5")
    person.presses("Continuer")
    person.is_at("Que savez-vous de ce médicament ?")


def test_a_half_filled_page_survives_a_computer_that_stops(computer, light_codes, tmp_path):
    """Nothing was closed: what stood on the disk at that moment is all there is."""
    person = computer.start()
    make_a_folder(person)
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Eliquis 5")
    person.window.drafts.look()  # a few seconds went by
    person.title()
    place, then = computer.folder(), tmp_path / "then"
    shutil.copytree(place, then)
    computer.leave(person)
    shutil.rmtree(place)
    shutil.copytree(then, place)
    person = computer.start(closed=place)
    person.types(CODE)
    person.sees("Voici ce que vous écriviez.", "Eliquis 5")
    person.presses("Accueil")
    person.sees("Bonjour Jeanne.")


def test_a_page_that_was_left_does_not_come_back(computer, light_codes):
    """What was kept of it is forgotten before the home page looks."""
    person = computer.start()
    make_a_folder(person)
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Eliquis 5")
    person.window.drafts.look()
    person.presses("Accueil")
    person.sees("Bonjour Jeanne.")
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Eliquis 5")
    person.window.drafts.look()
    person.keys("Ctrl+A Backspace")
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    person.sees_no("Voici ce que vous écriviez.")
