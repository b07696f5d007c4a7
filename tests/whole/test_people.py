"""Marie helps: let in with her own code, seen by all, stopped in one press; then for one day."""

from __future__ import annotations

import pytest

from tests.whole.folder_steps import CODE, choose_code, make_a_folder

HERS = "381640"


@pytest.fixture(params=("mouse", "keyboard"))
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


def let_marie_in(person, role="Lire et changer"):
    """Add Marie with a code of her own: five presses, the role as it is."""
    person.presses("Les personnes qui m’aident", "Ajouter une personne")
    person.is_at("D’abord, montrez que c’est vous.")
    person.types(CODE)
    person.is_at("Qui va vous aider ?")
    person.writes("Prénom", "Marie")
    person.ticks(role)
    person.presses("Continuer")
    person.is_at("Comment cette personne va-t-elle ouvrir le dossier ?")
    choose_code(person, HERS)
    person.sees("Marie peut ouvrir votre dossier.")


def test_marie_is_let_in_helps_and_is_stopped(computer, hands, light_codes):
    """She adds an allergy under her name; stopped, she reads the answer of a wrong secret."""
    person = computer.start(hands)
    make_a_folder(person)
    let_marie_in(person)
    person.presses("Fermer mon dossier")

    marie = computer.restart(person)
    marie.is_at("Ouvrir mon dossier")
    marie.types(HERS)
    marie.sees("Bonjour Jeanne.", "Marie vous aide en ce moment")
    marie.presses("Tout mon dossier")
    marie.sees("Marie vous aide en ce moment")
    marie.presses(
        "Accueil",
        "Tout mon dossier",
        "Moi et mes proches",
        "Les personnes à appeler",
        "Ajouter une personne",
    )
    marie.sees("Marie vous aide en ce moment")
    marie.presses("Accueil", "Les personnes qui m’aident")
    marie.sees("lit et change")
    assert "Ajouter une personne" not in marie.choices()
    assert "Me faire aider maintenant" not in marie.choices()
    marie.presses("Arrêter l’aide")

    person = computer.restart(marie)
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    person.sees_no("en ce moment")
    person.presses("Les personnes qui m’aident", "Marie")
    person.sees("L’a ouvert la dernière fois")
    person.presses("Ce que cette personne a fait")
    person.sees("Le dossier a été ouvert.", "Marie")
    person.presses("Retour", "Ne plus laisser ouvrir")
    person.sees("Marie ne peut plus ouvrir votre dossier.", "a pu garder une copie")
    person.presses("Revenir à l’accueil", "Qui peut voir mon dossier ?")
    person.sees("Personne d’autre ne peut ouvrir ce dossier.", "Les dernières ouvertures")
    person.presses("Fermer mon dossier")

    marie = computer.restart(person)
    marie.types(HERS)
    marie.sees("Ce n’est pas le code de ce dossier.")
    assert (computer.folder() / "main-2.db").exists()
    assert not (computer.folder() / "main-1.db").exists()


def test_help_for_one_session_gives_no_secret(computer, hands, light_codes):
    """Three presses and a first name; next time the name is one press away."""
    person = computer.start(hands)
    make_a_folder(person)
    person.presses("Les personnes qui m’aident", "Me faire aider maintenant")
    person.writes("Prénom", "Marie")
    person.presses("Me faire aider par cette personne")
    helped = computer.restart(person)
    helped.sees("Bonjour Jeanne.", "Marie vous aide en ce moment")
    assert helped.window.session.folder.vault.private is None
    helped.presses("Les personnes qui m’aident")
    helped.sees("Personne d’autre ne peut ouvrir votre dossier.")
    helped.presses("Accueil", "Qui peut voir mon dossier ?", "Ce qui a été fait")
    helped.sees("L’aide de Marie a commencé.")
    helped.presses("Arrêter l’aide")
    person = computer.restart(helped)
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    person.sees_no("en ce moment")
    person.presses("Les personnes qui m’aident", "Me faire aider maintenant", "Marie")
    helped = computer.restart(person)
    helped.sees("Marie vous aide en ce moment")
