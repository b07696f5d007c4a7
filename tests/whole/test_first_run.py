"""From the first page to a sheet, and from the sheet to a folder."""

from __future__ import annotations

import pytest

from tests.whole.folder_steps import choose_code, copy_the_words, say_yes
from tests.whole.sheet_steps import Answers, fill_the_sheet

HANDS = ("mouse", "keyboard")


@pytest.fixture(params=HANDS)
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


def test_a_sheet_and_then_nothing(computer, hands):
    """Five medicines and two people, on a key for a neighbour's printer, then forgotten."""
    said = Answers()
    (key,) = computer.plug("BLEUE")
    person = computer.start(hands)
    fill_the_sheet(person, said)
    person.presses("Lire comme du texte")
    person.sees(*said.medicines, said.family, said.first[0], said.second[2], said.doctor[0])
    person.presses("Retour")
    person.presses("Je n’ai pas d’imprimante", "Clé USB BLEUE")
    person.is_at("Voulez-vous garder ce que vous avez écrit ?")
    person.presses("Non, tout oublier")
    person.sees("Tout est oublié.")
    person.presses("Revenir au début", "Faire ma fiche d’urgence")
    person.sees_no(said.given)
    assert computer.files() == list(key.iterdir())
    assert (person.count.clicks == 0) == (hands == "keyboard")


def test_a_sheet_becomes_a_folder(computer, hands, light_codes):
    """Yes, a code, the 12 words copied by hand and proved: what was written is there."""
    said = Answers()
    computer.plug("BLEUE")
    person = computer.start(hands)
    fill_the_sheet(person, said)
    person.presses("Je n’ai pas d’imprimante", "Clé USB BLEUE", "Oui, faire mon dossier")
    before = computer.files()
    say_yes(person)
    person.presses("Avec mon code")
    person.is_at("Choisissez votre code.")
    assert computer.files() == before
    person.presses("Retour")
    choose_code(person)
    person.sees("Votre dossier est fait.")
    copy_the_words(person)
    person.sees("C’est prêt.")
    person.presses("Aller à mon dossier")
    person.sees("Bonjour Jeanne.", "5 médicaments", "Les personnes qui m’aident")
    person.presses("Mes médicaments")
    person.sees(*said.medicines[:4])
    person.presses("Accueil", "Tout mon dossier", "Moi et mes proches", "Les personnes à appeler")
    person.sees(said.first[0], said.second[0], said.doctor[0])
    assert computer.keychain.kept


@pytest.mark.parametrize("leave", ["Non merci", "Retour", "Accueil"])
def test_nothing_is_on_the_disk_before_the_yes(computer, hands, leave):
    """A no, the way back and the way home leave nothing."""
    person = computer.start(hands)
    person.presses("Faire mon dossier", "Pour moi")
    person.writes("Prénom", "Jeanne")
    person.writes("Nom de famille", "Essai")
    person.writes("Date de naissance", "14/07/1948")
    person.presses("Continuer")
    person.is_at("Êtes-vous d’accord pour ce dossier ?")
    person.presses(leave)
    if leave == "Non merci":
        person.sees("Rien n’a été écrit sur cet ordinateur.")
        person.presses("Revenir au début", "Faire mon dossier", "Pour moi")
        person.sees_no("Jeanne")
    computer.leave(person)
    assert computer.files() == []
    assert computer.keychain.kept == {}
