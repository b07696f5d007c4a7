"""A computer that several people share: whose folder, by colour, and by name if they said yes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk import app
from ensdesk.folder import found
from ensdesk.folder.found import free_place
from ensdesk.folder.places import default_place
from tests.fakes import empty_folder
from tests.ui.pages.before import own_home, person, somebody
from tests.ui.pages.person import Person

__all__ = ["own_home", "person", "somebody"]

ASKED = "Quel dossier voulez-vous ouvrir\u00a0?"


def lay(*names: str) -> list[Path]:
    """Lay so many closed folders at the usual place of this computer."""
    made = []
    for _name in names:
        made.append(free_place())
        made[-1].parent.mkdir(parents=True, exist_ok=True)
        empty_folder(made[-1]).close()
    return made


def call(person: Person, *names: str) -> None:
    """Let the folders that are known show these names."""
    from ensdesk.folder.known_folders import known_folders

    known = known_folders(person.session.settings)
    looks = [replace(one.look, name=name) for one, name in zip(known.folders, names, strict=True)]
    person.session.set_settings(replace(known.settings, looks=tuple(looks)))


def test_whose_folder_is_said_again_where_the_code_is_asked(person, own_home):
    """One press on the tile; the name and the colour stand on the next page, and are heard."""
    lay("Jeanne", "Paul")
    call(person, "Jeanne", "Paul")
    person.session.home()
    person.press("Ouvrir mon dossier")
    assert person.title == ASKED
    person.press("Paul, dossier orange")
    assert person.title == "Ouvrir mon dossier"
    assert person.sees("Paul, dossier orange")
    assert person.sees("Sur cet ordinateur")
    assert person.window.page.accessibleName() == "Ouvrir mon dossier. Paul, dossier orange"
    assert "Paul" not in person.window.windowTitle()


def test_whose_folder_is_said_where_its_key_sheet_is_asked(person, own_home):
    """The 12 words are those of one person: the page says of whom."""
    lay("Jeanne", "Paul")
    call(person, "Jeanne", "Paul")
    person.session.home()
    person.press("Ouvrir mon dossier", "Paul, dossier orange", "Prendre ma feuille-clé")
    assert person.sees("Mot 1 sur 12")
    assert person.sees("Paul, dossier orange")


def test_the_wrong_folder_is_left_in_one_press(person, own_home):
    """« Ce n’est pas mon dossier » shows all of them; « Retour » does not go round in circles."""
    lay("Jeanne", "Paul")
    person.session.home()
    person.press("Ouvrir mon dossier", "Dossier bleu", "Ce n’est pas mon dossier")
    assert person.title == ASKED
    person.press("Dossier orange")
    assert person.sees("Dossier orange")
    person.press("Retour", "Retour")
    assert person.title == "Bonjour. Que voulez-vous faire\u00a0?"


def test_one_folder_alone_asks_for_its_code_at_once(person, own_home):
    """Nothing to tell apart: no colour, no way to another folder."""
    lay("Jeanne")
    person.session.home()
    person.press("Ouvrir mon dossier")
    assert person.title == "Ouvrir mon dossier"
    assert not person.sees("dossier bleu")
    assert not person.sees("Dossier bleu")
    assert "Ce n’est pas mon dossier" not in person.buttons()


def test_two_folders_of_the_same_name(person, own_home):
    """Told apart by their colours."""
    lay("Jeanne", "Jeanne")
    call(person, "Jeanne", "Jeanne")
    person.session.home()
    person.press("Ouvrir mon dossier")
    assert {"Jeanne, dossier bleu", "Jeanne, dossier orange"} <= set(person.buttons())


def test_a_folder_on_a_key_is_shown_when_the_key_is_away(somebody, own_home, monkeypatch):
    """Its page says what to do; once plugged in, the code is asked."""
    stick, pocket = own_home.parent / "CLE BLEUE", own_home.parent / "pocket"
    lay("Jeanne")
    empty_folder(stick / "Dossier ensdesk").close()
    somebody.session.set_settings(somebody.session.settings.with_folder(stick / "Dossier ensdesk"))
    call(somebody, "Jeanne", "Paul")
    shutil.move(stick, pocket)
    somebody.session.home()
    somebody.press("Ouvrir mon dossier", "Jeanne, dossier bleu")
    assert somebody.title == "Ce dossier n’est pas là en ce moment."
    somebody.press("J’ai branché ma clé USB")
    assert somebody.sees("Je ne le vois pas encore.")
    shutil.move(pocket, stick)
    somebody.press("J’ai branché ma clé USB")
    assert somebody.title == "Ouvrir mon dossier"
    assert somebody.sees("Jeanne, dossier bleu")
    assert somebody.sees("Sur la clé USB CLE BLEUE")
    somebody.press("Retour")
    assert somebody.title == ASKED


def test_a_folder_that_is_away_can_leave_the_list(somebody, own_home):
    """A key that was lost: the tile goes with the name."""
    stick = own_home.parent / "CLE BLEUE" / "Dossier ensdesk"
    lay("Jeanne")
    empty_folder(stick).close()
    somebody.session.set_settings(somebody.session.settings.with_folder(stick))
    call(somebody, "Paul", "Jeanne")
    shutil.rmtree(stick)
    somebody.session.home()
    somebody.press("Ouvrir mon dossier", "Paul, dossier bleu", "Ne plus montrer ce dossier ici")
    assert somebody.title == ASKED
    assert somebody.sees("Ce dossier n’est plus montré ici.")
    assert "Paul" not in repr(somebody.session.settings)
    assert str(stick) not in repr(somebody.session.settings)
    somebody.press("Annuler")
    assert "Paul, dossier bleu" in somebody.buttons()


def test_a_folder_leaves_the_list_and_comes_back(person, own_home):
    """Nothing of it is touched, and « J’ai déjà un dossier » finds it."""
    place, _other = lay("Jeanne", "Paul")
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    call(person, "Jeanne", "Paul")
    person.session.home()
    person.press("Ouvrir mon dossier", "Ne plus montrer un dossier ici", "Jeanne, dossier bleu")
    assert person.title == ASKED
    assert "Jeanne, dossier bleu" not in person.buttons()
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before
    person.press("Annuler")
    assert "Jeanne, dossier bleu" in person.buttons()
    person.press("Ne plus montrer un dossier ici", "Jeanne, dossier bleu", "Accueil")
    person.press("Ouvrir mon dossier")
    assert person.sees("Paul, dossier orange"), "one is left: its code is asked"
    person.press("Accueil", "J’ai déjà un dossier", "Dossier bleu")
    assert person.title == "Ouvrir mon dossier"


def test_when_none_is_left_in_the_list_the_folder_is_looked_for(person, own_home):
    """« Ouvrir mon dossier » never ends nowhere."""
    lay("Jeanne", "Paul")
    person.session.home()
    person.press("Ouvrir mon dossier")
    person.press("Ne plus montrer un dossier ici", "Dossier bleu")
    person.press("Ne plus montrer un dossier ici", "Dossier orange")
    assert person.sees("Aucun dossier n’est montré ici.")
    person.press("Accueil", "Ouvrir mon dossier")
    assert person.title == "Où est votre dossier\u00a0?"


@pytest.mark.parametrize("count", [2, 5, 6, 9])
def test_few_or_many_folders(somebody, own_home, count):
    """Up to five at once; more are turned three at a time, and each can be opened."""
    lay(*["somebody"] * count)
    somebody.session.home()
    somebody.press("Ouvrir mon dossier")
    tiles = [words for words in somebody.buttons() if words.startswith("Dossier ")]
    assert len(tiles) == (count if count <= 5 else 3)
    assert len(set(tiles)) == len(tiles)
    last = {2: "Dossier orange", 5: "Dossier violet", 6: "Dossier rouge", 9: "Dossier orange 2"}
    somebody.turn_to(last[count])
    somebody.press(last[count])
    assert somebody.sees(last[count])


def test_closing_shows_the_choice_with_the_closed_folder_first_at_hand(somebody, own_home):
    """Enter opens the page of the folder just closed; the other one is one press away."""
    _first, second = lay("Jeanne", "Paul")
    call(somebody, "Jeanne", "Paul")
    somebody.session.set_settings(somebody.session.settings.with_folder(second))
    app.start(somebody.session, second)
    somebody.settle()
    assert somebody.title == ASKED
    focus = somebody.window.focusWidget()
    assert (focus.accessibleName(), focus.folder.place) == ("Paul, dossier orange", str(second))
    somebody.press("Jeanne, dossier bleu")
    assert somebody.sees("Jeanne, dossier bleu")


def test_closing_the_only_folder_asks_for_its_code(somebody, own_home):
    """As before: no question where there is nothing to choose."""
    (place,) = lay("Jeanne")
    somebody.session.set_settings(somebody.session.settings.with_folder(place))
    app.start(somebody.session, place)
    somebody.settle()
    assert somebody.title == "Ouvrir mon dossier"


def test_a_folder_found_elsewhere_is_told_by_its_place(somebody, own_home):
    """It was never opened here: it has no colour yet."""
    lay("Jeanne")
    stick = own_home.parent / "CLE BLEUE" / "Dossier ensdesk"
    empty_folder(stick).close()
    somebody.session.home()
    somebody.press("J’ai déjà un dossier", "Sur la clé USB CLE BLEUE")
    assert somebody.sees("Sur la clé USB CLE BLEUE · Dossier ensdesk")
    assert found.is_folder(default_place())
