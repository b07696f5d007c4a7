"""The person chooses in the folder what others see of it on this computer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ensdesk.centre import Centre
from ensdesk.folder.example_folder import open_example
from ensdesk.settings import FolderLook, looks_for
from ensdesk.ui.pages.folder_look import FolderLookPage
from tests.ui.pages.before import own_home
from tests.ui.pages.inside import seen
from tests.ui.pages.person import Person

__all__ = ["own_home"]

pytestmark = pytest.mark.usefixtures("own_home")

WHO, LOOK = "Qui peut voir mon dossier\u00a0?", "Le nom et la couleur de mon dossier"
OTHER = FolderLook("/media/jeanne/ROUGE/Dossier ensdesk", "orange", name="Paul")


def looks(person: Person) -> list[tuple[str, str]]:
    """Return the colours and the names that are written on this computer."""
    return [(look.colour, look.name) for look in person.session.settings.looks]


@pytest.fixture
def at_look(jeanne):
    """At the page, on a computer that knows the folder of Paul too."""
    known = replace(jeanne.session.settings, looks=(OTHER,))
    jeanne.session.set_settings(known)
    jeanne.press(WHO, LOOK)
    return jeanne


def test_no_name_is_written_until_the_person_says_yes(at_look):
    """The folder knows the name; the computer does not."""
    assert "Dossier bleu" in seen(at_look)
    assert "Aucun nom n’est montré sans votre accord." in seen(at_look)
    at_look.press("Montrer un prénom")
    assert at_look.sees("Tous ceux qui ouvrent ce programme ici le liront.")
    assert sorted(looks(at_look)) == [("blue", ""), ("orange", "Paul")]
    at_look.press("Non, ne montrer aucun nom")
    assert sorted(looks(at_look)) == [("blue", ""), ("orange", "Paul")]


def test_a_name_is_shown_changed_and_hidden(at_look):
    """Each time what everybody sees is read back, and it can be undone."""
    at_look.press("Montrer un prénom")
    at_look.write("Prénom", "  Mamie \u202e Jeanne ")
    at_look.press("Oui, montrer ce prénom")
    assert at_look.sees("Mamie Jeanne, dossier bleu")
    assert ("blue", "Mamie Jeanne") in looks(at_look)
    at_look.press("Annuler")
    assert ("blue", "") in looks(at_look)
    at_look.press("Montrer un prénom")
    at_look.write("Prénom", "Jeanne")
    at_look.press("Oui, montrer ce prénom", "Changer ou cacher le nom")
    assert at_look.field("Prénom").text() == "Jeanne"
    at_look.press("Non, ne montrer aucun nom")
    assert at_look.sees("Aucun nom n’est montré sur cet ordinateur.")
    assert "Jeanne" not in repr(at_look.session.settings.looks)


def test_a_name_that_cannot_be(at_look):
    """Said at the field, and what is written stays."""
    at_look.press("Montrer un prénom")
    at_look.write("Prénom", " ")
    at_look.press("Oui, montrer ce prénom")
    assert at_look.sees("Écrivez un prénom, ou choisissez")
    at_look.write("Prénom", "J" * 31)
    at_look.press("Oui, montrer ce prénom")
    assert at_look.sees("Écrivez 30 lettres au plus.")
    assert at_look.field("Prénom").text() == "J" * 31
    assert ("blue", "") in looks(at_look)


def test_a_colour_that_nobody_else_has(at_look):
    """That of Paul is not offered; the choice is one press, and can be undone."""
    at_look.press("Changer sa couleur")
    assert "Dossier orange" not in at_look.buttons()
    assert at_look.window.focusWidget().accessibleName() == "Dossier bleu"
    at_look.press("Dossier vert")
    assert at_look.sees("Dossier vert\u00a0: c’est sa couleur à partir de maintenant.")
    assert sorted(looks(at_look)) == [("green", ""), ("orange", "Paul")]
    at_look.press("Annuler")
    assert sorted(looks(at_look)) == [("blue", ""), ("orange", "Paul")]


def test_the_name_in_the_folder_is_proposed(full_jeanne):
    """It is there already: one press is enough to say yes."""
    full_jeanne.session.go(FolderLookPage)
    full_jeanne.press("Montrer un prénom")
    assert full_jeanne.field("Prénom").text() == "Jeanne"


def test_who_helps_shows_no_name_of_somebody_else(comes_in, folder):
    """Only the person says yes to a name; a colour says nothing of anybody."""
    folder.helped_by = "Marie"
    marie = comes_in(folder)
    marie.session.go(FolderLookPage)
    marie.settle()
    assert "Changer sa couleur" in marie.buttons()
    assert "Montrer un prénom" not in marie.buttons()


def test_the_example_leaves_nothing_on_this_computer(comes_in):
    """It is tried, and forgotten."""
    person = comes_in(open_example())
    person.session.go(FolderLookPage)
    person.press("Changer sa couleur", "Dossier vert", "Montrer un prénom")
    person.write("Prénom", "Jeanne")
    person.press("Oui, montrer ce prénom")
    assert person.session.settings.looks == ()


def test_a_computer_of_a_centre_shows_no_folder_to_others(comes_in, folder):
    """The next visitor finds no list: there is nothing to choose."""
    person = comes_in(folder)
    person.session.centre = Centre()
    person.press(WHO)
    assert "Imprimer cette page" in person.buttons()
    assert LOOK not in person.buttons()


def test_ready_says_the_colour(comes_in, folder):
    """Where several folders are known."""
    from ensdesk.ui.pages.new_folder.ready import Ready

    person = comes_in(folder)
    person.session.go(lambda session: Ready(session, proved=True))
    person.settle()
    assert "Dossier" not in " ".join(person.words())
    mine = FolderLook(str(folder.vault.path))
    person.session.set_settings(replace(person.session.settings, looks=(mine, OTHER)))
    person.session.go(lambda session: Ready(session, proved=True))
    person.settle()
    assert person.sees("Dossier bleu")
    person.press("Choisir sa couleur ou un prénom")
    assert person.title == LOOK


def test_the_colours_that_are_offered():
    """The free ones, and one's own; numbers only once no colour is free."""
    mine = FolderLook("/a", "green")
    others = [FolderLook(str(n), colour) for n, colour in enumerate(("blue", "red"))]
    offered = looks_for(mine, [mine, *others])
    assert [(look.colour, look.number) for look in offered] == [
        (colour, 1) for colour in ("orange", "green", "pink", "violet", "brown")
    ]
    every = [FolderLook(str(n), one) for n, one in enumerate(("blue", "orange", "pink"))]
    every += [FolderLook(str(n + 3), one) for n, one in enumerate(("violet", "red", "brown"))]
    full = looks_for(mine, [mine, *every])
    assert len(full) == 7
    assert mine in full
    assert [look.number for look in full].count(2) == 6
