"""A letter that is nobody's business: hidden, not there for Marie, all there for Jeanne."""

from __future__ import annotations

import pytest

from ensdesk.kinds.note import Note
from tests.whole.folder_steps import CODE, make_a_folder
from tests.whole.test_people import HERS, let_marie_in

LETTER = "Lettre à mon fils"
NOTES = ("Accueil", "Tout mon dossier", "Au jour le jour", "Mes notes")
HIDE = "Le mettre dans « Rien que pour moi »"


@pytest.fixture(params=("mouse", "keyboard"))
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


def test_what_is_only_for_me_is_not_there_for_marie(computer, hands, light_codes):
    """She finds it in no list, no search and nothing that was done."""
    person = computer.start(hands)
    make_a_folder(person)
    let_marie_in(person)
    for name in (LETTER, "Liste de courses"):
        person.window.session.folder.save(Note(name=name))
    person.presses(*NOTES, LETTER, HIDE)
    person.sees("Marie a pu le lire avant.")
    person.presses(HIDE)
    person.sees("C’est dans « Rien que pour moi ».")
    person.presses("Fermer mon dossier")

    marie = computer.restart(person)
    marie.types(HERS)
    marie.sees("Marie vous aide en ce moment")
    marie.presses(*NOTES)
    marie.sees("Liste de courses")
    marie.sees_no(LETTER)
    marie.presses("Accueil", "Tout mon dossier")
    marie.sees_no("Rien que pour moi")
    marie.presses("Accueil", "Qui peut voir mon dossier ?", "Ce qui a été fait")
    marie.sees("Liste de courses")
    marie.sees_no(LETTER, "mots effacés")
    marie.presses("Arrêter l’aide")

    person = computer.restart(marie)
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    person.presses("Tout mon dossier", "Rien que pour moi", LETTER, "Le montrer de nouveau")
    person.sees("Les personnes qui vous aident peuvent le voir.")
    person.presses("Accueil", "Qui peut voir mon dossier ?", "Ce qui a été fait")
    person.sees(f"Mis dans « Rien que pour moi » : {LETTER}")
