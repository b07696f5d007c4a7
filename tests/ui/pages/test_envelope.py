"""« Et si je ne peux plus ouvrir mon dossier ? », by the words in view."""

from __future__ import annotations

import pytest

from ensdesk.folder import envelopes
from ensdesk.folder.opening import open_folder
from ensdesk.ui.pages.envelope.which import IfICannot
from ensdesk.ui.pages.forgotten import Forgotten
from tests.fakes import NOW, SHEET, MemoryKeychain
from tests.ui.pages.inside import enter, seen
from tests.ui.pages.person import Person
from tests.ui.pages.printers import plug_printers

COPIED = "J’ai recopié mes 12 mots"


@pytest.fixture
def asked(jeanne, monkeypatch):
    """On the page; who she is was shown (that page has tests of its own)."""
    monkeypatch.setattr(
        "ensdesk.ui.pages.envelope.which.holder_first", lambda session, make: make(session)
    )
    jeanne.session.go(IfICannot)
    jeanne.settle()
    return jeanne


def by_paper(place, *sheets):
    """Come to the first page, and type what stands on one paper or on two."""
    person = Person()
    person.session.go(lambda session: Forgotten(session, place))
    if len(sheets) == 2:
        person.press("J’ai deux feuilles de proches")
    for sheet in sheets:
        person.settle()
        person.window.page.write(sheet.words + " ")
        person.settle()
    return person


def test_one_relative_gets_an_envelope(asked):
    """Two questions, the words, and it is given; the page then says so."""
    asked.press("Un proche, avec une enveloppe")
    asked.press("Continuer")
    assert asked.title == "Pour qui est l’enveloppe\u00a0?"  # a name is needed
    asked.write("Prénom", "Marie")
    asked.press("Continuer")
    assert "Pour Marie." in seen(asked)
    assert envelopes.given(asked.session.folder) == ()
    asked.press(COPIED)
    assert asked.title == "L’enveloppe est prête."
    asked.session.go(IfICannot)
    assert "Aujourd’hui : une enveloppe pour Marie." in seen(asked)
    asked.press("Personne")
    assert envelopes.given(asked.session.folder) == ()


def test_three_relatives_get_a_sheet_each(asked, comes_in):
    """Two of them open it; nobody is named twice."""
    asked.press("Trois proches, dont deux ensemble")
    for number, name in enumerate(("Marie", "Paul", "marie"), 1):
        asked.write(f"Prénom {number}", name)
    asked.press("Continuer")
    assert "Ce prénom est déjà écrit." in seen(asked)
    asked.write("Prénom 3", "Luc")
    asked.press("Continuer")
    sheets = asked.window.page.plan.words
    asked.press(COPIED)
    assert "Feuille 2 sur 3." in seen(asked)
    asked.press(COPIED, COPIED)
    assert asked.title == "Les trois feuilles sont prêtes."
    folder = asked.session.folder
    folder.close()
    there = by_paper(folder.vault.path, sheets[2], sheets[0])
    assert there.session.folder.helped_by == "Marie, Luc"
    there.close()


def test_the_same_sheet_twice_is_told(asked):
    """Nothing is tried."""
    folder = asked.session.folder
    sheets = envelopes.new_envelopes(3)
    envelopes.give_three(folder, ("a", "b", "c"), "helper", sheets)
    folder.close()
    there = by_paper(folder.vault.path, sheets[0], sheets[0])
    assert "C’est deux fois la même feuille." in seen(there)
    there.close()


def test_the_words_go_to_the_printer(asked, monkeypatch, tmp_path):
    """And to no file of ours."""
    plug_printers(monkeypatch, tmp_path, "Canon")
    asked.press("Un proche, avec une enveloppe")
    asked.write("Prénom", "Marie")
    asked.press("Continuer", "Imprimer cette feuille", "Canon")
    assert (tmp_path / "Canon.pdf").exists()
    asked.press(COPIED)
    assert asked.title == "L’enveloppe est prête."


def test_an_envelope_that_was_used_is_told_at_home(folder, qapp, french):
    """Until it was read."""
    (words,) = envelopes.new_envelopes(1)
    envelopes.give_envelope(folder, "Marie", "helper", words)
    folder.close()
    there = by_paper(folder.vault.path, words)
    assert "L’enveloppe a ouvert le dossier." in seen(there)
    there.close()
    mine = open_folder(folder.vault.path, SHEET, MemoryKeychain(), clock=lambda: NOW)
    person = enter(Person(), mine)
    assert "Votre dossier a été ouvert avec une enveloppe." in seen(person)
    person.press("Voir")
    assert "Marie l’a ouvert le" in seen(person)
    person.press("J’ai lu")
    assert "ouvert avec une enveloppe" not in seen(person)
    person.close()


def test_wishes_are_printed_to_be_filled_in(asked):
    """A sheet for a pen."""
    asked.press("Imprimer mes souhaits pour ce dossier", "Lire comme du texte")
    assert "Après ma mort, que doit devenir ce dossier ?" in seen(asked)
