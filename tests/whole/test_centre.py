"""Visitors of a centre: a sheet, or a folder on their own key, and nothing stays."""

from __future__ import annotations

import re

import pytest

from ensdesk.centre import Centre
from tests.whole.folder_steps import copy_the_words
from tests.whole.sheet_steps import Answers, fill_the_sheet

CENTRE = Centre(name="Maison de quartier", points=14)


@pytest.fixture(params=("mouse", "keyboard"))
def visitor(request, computer):
    """Somebody with an own key, at a computer where a paper of somebody else lies."""
    (computer.root / "home/Documents").mkdir(parents=True, exist_ok=True)
    (computer.root / "home/Documents/releve.pdf").write_bytes(b"of another one")
    computer.plug("BLEUE")
    return computer.start(request.param, centre=CENTRE)


def at_home(computer):
    """Return the files of the computer that are not on the key."""
    media = computer.root / "media"
    return [path for path in computer.files() if not path.is_relative_to(media)]


def make_a_folder_here(person):
    """Make a folder on the key, with words; return those that were proposed and the key sheet."""
    person.presses("Faire mon dossier", "Pour moi")
    person.writes("Prénom", "Jeanne")
    person.writes("Nom de famille", "Essai")
    person.writes("Date de naissance", "14/07/1948")
    person.presses("Continuer")
    person.is_at("Sur quelle clé sera votre dossier ?")
    person.sees_no("Sur cet ordinateur", "Dans un autre endroit")
    person.presses("Clé USB BLEUE")
    person.sees("sur votre clé USB, fermé par vos mots.")
    person.presses("Oui, je fais mon dossier", "Prendre ces mots")
    person.is_at("Écrivez vos mots une fois.")
    five = re.search(r"^[a-zà-ÿœ]+(?: [a-zà-ÿœ]+){4}$", person.words(), re.MULTILINE)
    assert five, person.words()
    person.writes("Vos mots", five[0])
    person.presses("Garder ces mots")
    twelve = copy_the_words(person)
    person.presses("Aller à mon dossier")
    person.sees("Bonjour Jeanne.", "Ce dossier est sur votre clé USB.")
    return five[0], twelve


def test_a_sheet_is_printed_and_all_is_forgotten(computer, visitor):
    """The sheet is the main act; « Non, tout oublier » ends the visit."""
    computer.has_printer("Accueil")
    before = at_home(computer)
    fill_the_sheet(visitor, Answers())
    visitor.presses("Imprimer sur Accueil", "Non, tout oublier")
    visitor.waits_until(lambda: computer.visits_ended, "the end of the visit")
    assert [path for path in at_home(computer) if path.suffix != ".pdf"] == [
        path for path in before if path.suffix != ".pdf"
    ]


def test_a_folder_lies_on_the_key_alone_and_opens_at_the_next_visit(computer, visitor, light_codes):
    """By the words; the computer has no file more than before."""
    before = at_home(computer)
    five, _twelve = make_a_folder_here(visitor)
    visitor.presses("J’ai fini")
    visitor.waits_until(lambda: computer.visits_ended, "the end of the visit")
    computer.leave(visitor)
    again = computer.start(visitor.hands, centre=CENTRE)
    again.presses("Brancher ma clé USB")
    again.presses("Sur la clé USB BLEUE")
    again.writes("Vos mots", five)
    again.presses("Ouvrir")
    again.sees("Bonjour Jeanne.")
    settings = computer.root / "home/.config/ensdesk/settings.json"
    assert [path for path in at_home(computer) if path != settings] == before


def test_what_is_not_on_paper_yet_is_asked_for(computer, visitor):
    """« J’ai fini » pressed too early loses nothing."""
    visitor.presses("Faire ma fiche d’urgence")
    visitor.writes("Prénom", "Jeanne")
    visitor.writes("Nom de famille", "Essai")
    visitor.writes("Date de naissance", "14/07/1948")
    visitor.presses("Continuer", "J’ai fini")
    visitor.is_at("Avez-vous fini ?")
    visitor.presses("Non, je continue")
    visitor.is_at("À quoi êtes-vous allergique ?")
    assert computer.visits_ended == []
    visitor.presses("J’ai fini", "Oui, tout oublier")
    visitor.waits_until(lambda: computer.visits_ended, "the end of the visit")


def test_a_sheet_left_alone_is_forgotten_after_3_minutes(computer, visitor):
    """With a warning after 2; a press on it goes on."""
    visitor.presses("Faire ma fiche d’urgence")
    computer.later += 125
    visitor.sees("Dans 1 minute, tout ce qui est ici sera oublié.")
    visitor.presses("Je suis toujours là")
    computer.later += 170
    visitor.sees("Dans 1 minute")
    assert computer.visits_ended == []
    computer.later += 20
    visitor.waits_until(lambda: computer.visits_ended, "the end of the visit")


def test_a_folder_left_alone_is_closed_then_gone(computer, visitor, light_codes):
    """First it asks for the words again, then the visit ends."""
    make_a_folder_here(visitor)
    computer.later += 181
    locked = computer.restart(visitor)
    locked.is_at("Ouvrir mon dossier")
    assert computer.visits_ended == []
    computer.later += 181
    locked.waits_until(lambda: computer.visits_ended, "the end of the visit")


def test_a_key_that_goes_ends_the_visit(computer, visitor, light_codes):
    """Its owner went with it."""
    make_a_folder_here(visitor)
    key = computer.root / "media/BLEUE"
    key.rename(key.with_name("gone"))
    computer.plug()
    visitor.waits_until(lambda: computer.restarted, "the folder closes")
    computer.restart(visitor)
    assert len(computer.visits_ended) == 1


def test_what_lies_on_the_computer_is_not_shown(computer, visitor, light_codes):
    """Neither as a place for a copy, nor as a paper, nor above the key."""
    make_a_folder_here(visitor)
    visitor.presses("Mes papiers", "Ajouter un papier")
    visitor.sees_no("releve")
    visitor.presses("Chercher ailleurs")
    visitor.sees("BLEUE")
    visitor.sees_no("Documents", "home", "/")
    visitor.presses("BLEUE")
    visitor.sees_no("Remonter")
