"""« Mettre les deux ordinateurs d’accord », from « Imprimer ou copier » to the last choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ensdesk.folder import places
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.two_computers import outgoing, put_in
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.acts import Act
from ensdesk.vault.erasing import erase
from ensdesk.vault.secrets import KeyFile
from tests.fakes import TODAY
from tests.folder.second import second_computer, tell
from tests.ui.pages.inside import seen

POLLEN = Allergy(substance="Pollen")
PAGES = ("Imprimer ou copier", "Faire un double", "Mettre les deux ordinateurs d’accord")


@pytest.fixture
def key(tmp_path, monkeypatch):
    """A key that is plugged in."""
    place = tmp_path / "CLE BLEUE"
    place.mkdir()
    monkeypatch.setattr("ensdesk.ui.pages.pick_place.sticks", lambda: (place,))
    monkeypatch.setattr(places, "sticks", lambda: (place,))
    return place


@pytest.fixture
def other(folder, tmp_path, key):
    folder.save(POLLEN)
    made = second_computer(folder, tmp_path / "second")
    tell(made, folder, key)
    yield made
    made.close()


def put(other, key) -> None:
    put_in(other.vault.documents, outgoing(other), key, TODAY)


def test_without_another_computer_nothing_is_said_of_it(comes_in, folder):
    """The link comes with the second computer, or with the first double."""
    jeanne = comes_in(folder)
    jeanne.press("Imprimer ou copier", "Faire un double")
    assert "deux ordinateurs" not in seen(jeanne)


def test_what_is_new_goes_on_a_key(comes_in, folder, other, key):
    """Five presses; the page says what to do with the key, the journal that it went."""
    jeanne = comes_in(folder)
    jeanne.press(*PAGES, "Mettre les nouveautés d’ici sur une clé", "Clé USB CLE BLEUE")
    assert jeanne.title == "Les nouveautés sont sur la clé."
    assert folder.journal()[0].act == Act.NEWS_GIVEN
    assert any(outgoing(folder).mark in path.name for path in key.iterdir())
    jeanne.press("Revenir à mon dossier")


def test_what_the_other_put_is_read(comes_in, folder, other, key):
    """And the lines are there."""
    other.save(Allergy(substance="Latex"))
    put(other, key)
    jeanne = comes_in(folder)
    jeanne.press(*PAGES, "Lire ce que l’autre ordinateur a mis", "Clé USB CLE BLEUE")
    assert "1 ligne est nouvelle ou changée." in seen(jeanne)
    assert {allergy.substance for allergy in folder.records(Allergy)} == {"Pollen", "Latex"}


def test_the_same_key_again_says_so(comes_in, folder, other, key):
    """Nothing has changed; what is here can go back on it at once."""
    jeanne = comes_in(folder)
    jeanne.press(*PAGES, "Lire ce que l’autre ordinateur a mis", "Clé USB CLE BLEUE")
    assert "Rien n’a changé." in seen(jeanne)
    jeanne.press("Mettre les nouveautés d’ici sur une clé")
    assert jeanne.title == "Sur quelle clé mettre les nouveautés\u00a0?"


def test_an_empty_key_says_what_to_do(comes_in, folder, other, key):
    """On the other computer, first put."""
    for path in key.iterdir():
        path.unlink()
    jeanne = comes_in(folder)
    jeanne.press(*PAGES, "Lire ce que l’autre ordinateur a mis", "Clé USB CLE BLEUE")
    assert "Il n’y a rien ici de votre autre ordinateur." in seen(jeanne)


@pytest.fixture
def apart(folder, other, key):
    """Both changed the same line."""
    folder.save(replace(POLLEN, substance="Bouleau"))
    other.save(replace(POLLEN, substance="Herbe"))
    put(other, key)
    return other


def test_a_choice_is_asked_for_at_once_and_taken_back(comes_in, folder, apart):
    """Both versions are in view; after the answer nothing is left; undone, it is asked again."""
    jeanne = comes_in(folder)
    jeanne.press(*PAGES, "Lire ce que l’autre ordinateur a mis", "Clé USB CLE BLEUE", "Choisir")
    assert jeanne.title == "Laquelle est la bonne\u00a0?"
    assert {"Bouleau", "Herbe"} <= set(seen(jeanne).split("\n"))
    jeanne.press("Garder la 2")
    assert jeanne.title == "Il n’y a plus rien à choisir."
    assert len(folder.records(Allergy)) == 1
    jeanne.press("Annuler")
    assert jeanne.title == "Laquelle est la bonne\u00a0?"
    jeanne.press("Garder les deux")
    assert len(folder.records(Allergy)) == 2
    jeanne.press("Revenir à mon dossier")


def test_home_says_what_waits(comes_in, folder, apart, key, tmp_path):
    """Until it is chosen; the page of the two computers says it too."""
    tell(apart, folder, key)
    jeanne = comes_in(folder)
    assert "1 choix à faire" in seen(jeanne)
    jeanne.press(*PAGES)
    assert "1 choix à faire." in seen(jeanne)
    jeanne.press("Choisir")
    assert jeanne.title == "Laquelle est la bonne\u00a0?"


def test_what_was_erased_there_can_be_erased_here(comes_in, folder, other, key):
    """For ever: no undo is offered."""
    erase(other.vault.main, other.vault.documents, POLLEN.id)
    folder.save(replace(POLLEN, substance="Herbe"))
    tell(other, folder, key)
    jeanne = comes_in(folder)
    jeanne.press("Choisir")
    assert "Effacé pour toujours" in seen(jeanne)
    jeanne.press("L’effacer pour toujours ici aussi")
    assert folder.records(Allergy) == ()
    assert "Annuler" not in seen(jeanne)


def test_two_lists_of_people_are_a_choice_too(comes_in, folder, other, key):
    """With the names that only one of them has."""
    add_person(folder, "Marie", HELPER, KeyFile(b"m" * 32))
    add_person(other, "Paul", HELPER, KeyFile(b"p" * 32))
    tell(other, folder, key)
    jeanne = comes_in(folder)
    jeanne.press("Choisir")
    assert jeanne.title == "Qui peut ouvrir votre dossier\u00a0?"
    assert {"Marie", "Paul"} <= set(seen(jeanne).split("\n"))
    jeanne.press("Tous")
    assert jeanne.title == "Il n’y a plus rien à choisir."
    assert len(folder.vault.locks.slots()) == 3
