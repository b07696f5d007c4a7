"""A copy to a USB key and back, by clicks."""

from __future__ import annotations

import pytest

from ensdesk.exchange.archive import read_archive
from ensdesk.exchange.records_json import records_from_json
from ensdesk.kinds import KINDS
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.ui.pages.bring_back import BringBack, TakeCopy
from ensdesk.ui.pages.copy_out import CopyOut
from ensdesk.ui.pages.copy_out.wish import ALWAYS, GROUPS
from ensdesk.ui.pages.print_or_copy import PrintOrCopy
from ensdesk.vault import sealed
from ensdesk.vault.acts import Act
from tests.fakes import SHEET, empty_folder
from tests.ui.pages.hands import button, buttons_in_view, press, title, words_in_view, write
from tests.ui.pages.printers import plug_keys
from tests.ui.pages.some_papers import add_papers
from tests.vault.test_sealed import quick_child


@pytest.fixture
def key(tmp_path, monkeypatch):
    """A USB key that is plugged in."""
    place = tmp_path / "BLEUE"
    plug_keys(monkeypatch, place)
    return place


@pytest.fixture
def window(make_window, full_folder, tmp_path):
    """A window with the folder of the invented person and four papers."""
    add_papers(full_folder, tmp_path / "papiers")
    made = make_window(folder=full_folder)
    made.session.make_home = PrintOrCopy
    made.session.home()
    return made


def to_copy(window, *then):
    """Ask for a copy, show that it is the holder, and go on with *then*."""
    press(window, "Copier, pour le docteur", "Prendre ma feuille-clé")
    window.page.write(SHEET.words + " ")
    press(window, *then)


def copied(key):
    """Return the kinds of the lines in the one copy on *key*, and how many papers it has."""
    (path,) = key.glob("*.zip")
    with read_archive(path) as archive:
        inside = records_from_json(archive.records_json())
    return {record.kind for record in inside.records}, len(inside.papers)


def test_the_shortest_way_is_three_presses_after_a_secret(window, key):
    """Everything, readable, under a name that says nothing; the journal has it."""
    to_copy(window, "Clé USB BLEUE")
    assert "4 papiers" in words_in_view(window)
    press(window, "Copier")
    assert title(window) == "La copie est faite."
    said = words_in_view(window)
    assert "Copie ensdesk 2026-11-23.zip" in said
    assert "Je l’ai relue : elle est juste." in said
    kinds, papers = copied(key)
    assert {"medication", "allergy", "document", "identity"} <= kinds
    assert papers == 4
    last = window.session.folder.journal(1)[0]
    assert last.act == Act.COPIED_OUT


def test_a_second_copy_never_replaces_the_first(window, key):
    """It is numbered."""
    for _twice in range(2):
        window.session.home()
        to_copy(window, "Clé USB BLEUE", "Copier")
    assert sorted(path.name for path in key.iterdir()) == [
        "Copie ensdesk 2026-11-23 (2).zip",
        "Copie ensdesk 2026-11-23.zip",
    ]


def test_only_what_is_ticked_leaves(window, key):
    """Parts and papers are chosen; what will be in it can be read before."""
    to_copy(window, "Clé USB BLEUE", "Ce qui est copié")
    press(window, "Mes médicaments", "Continuer")
    assert title(window) == "Quels papiers faut-il copier ?"
    assert "4 papiers cochés." in words_in_view(window)
    press(window, "lettre", "radio du genou")
    assert "2 papiers cochés." in words_in_view(window)
    press(window, "Continuer", "Voir ce qu’il y aura dedans")
    assert "Eliquis" not in words_in_view(window)
    assert "Pénicilline" in words_in_view(window)
    press(window, "Revenir à la copie", "Copier")
    kinds, papers = copied(key)
    assert "medication" not in kinds
    assert papers == 2


def test_of_many_papers_only_those_shown_are_read(window, key, monkeypatch):
    """Ticks of other pages of the list are kept; all and none are one press."""
    folder = window.session.folder
    for number in range(20):
        folder.save(Document(name=f"papier {number:02}"))
    to_copy(window, "Clé USB BLEUE", "Ce qui est copié", "Continuer")
    press(window, "Ne rien cocher")
    first = buttons_in_view(window)[0]
    press(window, first, "Les suivants")
    assert "1 papier coché." in words_in_view(window)
    press(window, "Tout cocher", buttons_in_view(window)[0], "Les précédents")
    assert "23 papiers cochés." in words_in_view(window)
    press(window, "Continuer", "Ce qui est copié", "Continuer")
    assert "23 papiers cochés." in words_in_view(window)


def test_every_kind_has_its_tick():
    """What is not ticked stays here: no kind goes along unasked but who the person is."""
    ticked = [kind for kinds, _words in GROUPS for kind in kinds]
    assert len(ticked) == len(set(ticked))
    assert {*ticked} | ALWAYS == {*KINDS}
    assert {Identity, Consent, Declaration} == ALWAYS


def test_for_whom_and_why_are_written_in_the_copy(window, key):
    """A press on a person proposes why."""
    to_copy(window, "Clé USB BLEUE", "Pour qui, et pourquoi", "l’hôpital")
    write(window, "Pourquoi", "pour mon opération")
    press(window, "Continuer", "Copier")
    (path,) = key.glob("*.zip")
    with read_archive(path) as archive:
        about = archive.manifest.about
    assert (about.for_whom, about.why) == ("l’hôpital", "pour mon opération")


def test_a_closed_copy_comes_back_with_its_words(window, key, make_window, tmp_path, monkeypatch):
    """The words are shown large to be copied by hand; without them it stays closed."""
    monkeypatch.setattr(sealed, "in_child", quick_child)  # scrypt has its own tests
    to_copy(window, "Clé USB BLEUE", "Qui peut lire", "Seulement qui")
    words = window.page.words
    assert all(word in words_in_view(window) for word in words.split())
    press(window, "J’ai recopié les mots", "Copier")
    assert words not in words_in_view(window)
    other = make_window(folder=empty_folder(tmp_path / "autre"))
    other.session.make_home = PrintOrCopy
    other.session.home()
    press(other, "Reprendre une copie", "Copie ensdesk 2026-11-23")
    press(other, "Reprendre la copie")
    assert title(other) == "Reprendre cette copie ?"
    write(other, "Les mots de la copie", "abaisser abaisser")
    press(other, "Reprendre la copie")
    assert "Ces mots n’ouvrent pas cette copie" in words_in_view(other)
    write(other, "Les mots de la copie", words.upper())
    press(other, "Reprendre la copie")
    assert title(other) == "La copie est dans votre dossier."
    assert len(other.session.folder.records(Document)) == 4
    other.session.folder.close()


def test_taking_a_copy_back_twice_changes_nothing(window, key, make_window, tmp_path):
    """It says what came, then that all was there."""
    to_copy(window, "Clé USB BLEUE", "Copier")
    other = make_window(folder=empty_folder(tmp_path / "autre"))
    other.session.go(BringBack)
    press(other, "Copie ensdesk 2026-11-23", "Reprendre la copie")
    assert "lignes sont revenues." in words_in_view(other)
    medicines = other.session.folder.records(Medication)
    assert medicines == window.session.folder.records(Medication)
    other.session.go(BringBack)
    press(other, "Copie ensdesk 2026-11-23", "Reprendre la copie")
    assert "Tout était déjà là" in words_in_view(other) or "différente" in words_in_view(other)
    assert other.session.folder.records(Medication) == medicines
    other.session.folder.close()


def test_a_key_pulled_out_during_the_copy_is_told(window, key):
    """A sentence, one thing to do, and the folder is whole."""
    to_copy(window, "Clé USB BLEUE")
    key.rmdir()
    press(window, "Copier")
    assert "Rebranchez la clé" in words_in_view(window)
    assert button(window, "Copier").isEnabled()
    assert len(window.session.folder.records(Document)) == 4


def test_without_a_folder_a_copy_asks_for_one_first(make_window):
    """It has to go somewhere."""
    window = make_window()
    window.session.go(BringBack)
    assert {"Faire mon dossier", "Ouvrir mon dossier"} <= set(buttons_in_view(window))


def test_a_place_without_a_copy_says_so(make_window, folder, key):
    """Nothing found is a sentence and a thing to do."""
    window = make_window(folder=folder)
    window.session.go(CopyOut)
    window.session.go(BringBack)
    assert "Je ne vois pas encore de copie" in words_in_view(window)


def test_a_copy_that_went_with_its_key_is_told(window, key):
    """The page opens, and says what to do."""
    window.session.go(lambda session: TakeCopy(session, key / "Copie ensdesk 2026-11-23.zip"))
    press(window, "Reprendre la copie")
    assert "Rebranchez la clé" in words_in_view(window)
