"""Jeanne and Paul share one computer: each finds the own folder, and no name is shown unasked."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.whole.computer import Computer
from tests.whole.folder_steps import CODE, choose_code, copy_the_words, make_a_folder
from tests.whole.person import Person

HANDS = ("mouse", "keyboard")
OTHER_CODE = "740318"
WHICH = "Quel dossier voulez-vous ouvrir ?"


@pytest.fixture(params=HANDS)
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


def written(computer: Computer) -> str:
    """Return what the program wrote outside the folders, in its settings."""
    return (computer.root / "home/.config/ensdesk/settings.json").read_text(encoding="utf-8")


def close(computer: Computer, person: Person) -> Person:
    """Close the folder; return who sits before the window that comes."""
    person.presses("Fermer mon dossier")
    return computer.restart(person)


def make_another(person: Person) -> None:
    """Make the folder of Paul, on the computer of Jeanne."""
    person.presses("Faire un autre dossier", "Pour moi")
    person.writes("Prénom", "Paul")
    person.writes("Nom de famille", "Essai")
    person.writes("Date de naissance", "02/03/1946")
    person.presses("Continuer", "Oui, je fais mon dossier")
    choose_code(person, OTHER_CODE)
    copy_the_words(person)


def test_two_people_share_a_computer(computer, hands, light_codes):
    """Two colours at first; then Paul shows his name and Jeanne does not; each opens their own."""
    person = computer.start(hands)
    make_a_folder(person)
    person = close(computer, person)
    person.is_at("Ouvrir mon dossier")
    person.sees_no("ossier bleu", "Ce n’est pas mon dossier")
    person.presses("Accueil")
    make_another(person)
    person.sees("voici votre dossier :", "Dossier orange")
    person.presses("Aller à mon dossier")
    person.sees("Bonjour Paul.")
    assert "Paul" not in written(computer)
    assert "Jeanne" not in written(computer)

    person.presses("Qui peut voir mon dossier ?", "Le nom et la couleur de mon dossier")
    person.presses("Changer sa couleur", "Dossier vert")
    person.sees("Dossier vert : c’est sa couleur à partir de maintenant.")
    person.presses("Montrer un prénom", "Oui, montrer ce prénom")
    person.sees("Paul, dossier vert")

    person = close(computer, person)
    person.is_at(WHICH)
    person.sees("Dossier bleu — Sur cet ordinateur", "Paul, dossier vert — Sur cet ordinateur")
    person.sees_no("Jeanne")
    with person.counting() as count:  # the tile of the folder just closed has the focus
        person.keys("Enter")
        person.sees("Paul, dossier vert")
        person.types(OTHER_CODE)
        person.sees("Bonjour Paul.")
    assert (count.clicks, count.keys) == (0, 7)

    person = close(computer, person)
    person.presses("Paul, dossier vert")
    person.is_at("Ouvrir mon dossier")
    person.types(CODE)
    person.sees("Ce n’est pas le code de ce dossier.")
    person.presses("Ce n’est pas mon dossier", "Dossier bleu")
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    assert "Jeanne" not in written(computer)
    names = [look["name"] for look in json.loads(written(computer))["looks"]]
    assert sorted(names) == ["", "Paul"]


def test_a_folder_on_a_key_and_one_at_home(computer, hands, light_codes):
    """The key goes into the pocket and comes back; at last its folder leaves the list."""
    person = computer.start(hands)
    make_a_folder(person)
    computer.leave(person)
    (key,) = computer.plug("ROUGE")
    shutil.move(computer.folder(), key / "Dossier ensdesk")
    person = computer.start(hands)
    make_another(person)
    person.presses("Aller à mon dossier")
    person = close(computer, person)
    person.is_at(WHICH)
    person.sees("Sur la clé USB ROUGE")
    computer.plug()
    shutil.move(key, computer.root / "pocket")
    person.presses("Dossier bleu")
    person.is_at("Ce dossier n’est pas là en ce moment.")
    person.presses("J’ai branché ma clé USB")
    person.sees("Je ne le vois pas encore.")
    shutil.move(computer.root / "pocket", key)
    computer.plug("ROUGE")
    person.presses("J’ai branché ma clé USB")
    person.is_at("Ouvrir mon dossier")
    person.sees("Dossier bleu", "Sur la clé USB ROUGE")
    person.presses("Ce n’est pas mon dossier", "Ne plus montrer un dossier ici", "Dossier bleu")
    person.sees("Ce dossier n’est plus montré ici.")
    assert str(key) not in written(computer)
    assert (key / "Dossier ensdesk" / "header.a").exists()
