"""A paper of the folder on the screen, on paper and outside."""

from __future__ import annotations

import hashlib

import pikepdf
import pytest

from ensdesk.kinds.document import Document
from ensdesk.ui.pages.papers import Papers
from ensdesk.ui.widgets.page_viewer import PageViewer
from tests.ui.pages.hands import button, buttons_in_view, press, title, words_in_view
from tests.ui.pages.printers import plug_keys, plug_printers
from tests.ui.pages.some_papers import LYING, add_papers


@pytest.fixture
def window(make_window, folder, tmp_path):
    """A window on « Mes papiers » of a folder with four papers."""
    add_papers(folder, tmp_path / "papiers")
    made = make_window(folder=folder)
    made.session.make_home = Papers
    made.session.home()
    return made


def told_of_page(window) -> str:
    """What a screen reader says of the page of the paper in view."""
    (viewer,) = window.page.findChildren(PageViewer)
    return viewer._frame.accessibleDescription().strip()


def test_the_newest_comes_first_with_its_kind_and_its_date(window):
    """What is looked for is mostly the last one."""
    rows = [words for words in buttons_in_view(window) if " — " in words]
    assert rows[0].startswith("prise de sang — ")
    assert "12 mai 2026" in rows[0]


def test_pages_are_turned_and_told(window):
    """What stands on a page is told to those who do not see it."""
    press(window, "prise de sang")
    assert title(window) == "Papier"
    assert "Page 1 sur 2" in words_in_view(window)
    assert "Laboratoire Central" in told_of_page(window)
    press(window, "Page d’après")
    assert "Page 2 sur 2" in words_in_view(window)
    assert told_of_page(window) == "page 2"
    assert not button(window, "Page d’après").isEnabled()


def test_a_copy_goes_to_a_key_as_it_came(window, monkeypatch, tmp_path):
    """The same bytes, under a name that says nothing, and never over another one."""
    key = tmp_path / "BLEUE"
    plug_keys(monkeypatch, key)
    for _twice in range(2):
        press(window, *(["prise de sang"] if title(window) == "Mes papiers" else []))
        press(window, "Enregistrer une copie de ce papier", "Clé USB BLEUE")
        assert "La copie du papier est là : Clé USB BLEUE." in words_in_view(window)
    came = (tmp_path / "papiers" / "prise de sang.pdf").read_bytes()
    assert {path.name: hashlib.sha256(path.read_bytes()).digest() for path in key.iterdir()} == {
        "Papier ensdesk 2026-11-23.pdf": hashlib.sha256(came).digest(),
        "Papier ensdesk 2026-11-23 (2).pdf": hashlib.sha256(came).digest(),
    }


def test_it_is_printed_on_the_printer_that_is_named(window, monkeypatch, tmp_path):
    """Every page of it."""
    plug_printers(monkeypatch, tmp_path, "Canon")
    press(window, "lettre", "Imprimer ce papier", "Imprimer sur Canon")
    assert "C’est imprimé." in words_in_view(window)
    with pikepdf.open(tmp_path / "Canon.pdf") as paper:
        assert len(paper.pages) == 2


def test_a_cover_page_goes_before_it(window, monkeypatch, tmp_path):
    """One page more; it says what the paper is, and is asked for on purpose."""
    plug_printers(monkeypatch, tmp_path, "Canon")
    press(window, "lettre", "Imprimer ce papier", "Ajouter une page de garde")
    assert title(window) == "Imprimer ce papier avec une page de garde"
    press(window, "Imprimer sur Canon")
    assert "C’est imprimé." in words_in_view(window)
    with pikepdf.open(tmp_path / "Canon.pdf") as paper:
        assert len(paper.pages) == 3


def test_taking_it_away_can_be_undone(window):
    """It leaves the list, and comes back whole."""
    folder = window.session.folder
    before = set(folder.records(Document))
    press(window, "lettre", "Changer ou retirer", "Retirer")
    assert title(window) == "Mes papiers"
    assert len(folder.records(Document)) == len(LYING) - 1
    press(window, "Annuler")
    assert set(folder.records(Document)) == before


def test_damage_is_told(window, monkeypatch, tmp_path):
    """A paper whose bytes are gone is a sentence, not an empty page."""
    documents = window.session.folder.vault.documents
    paper = window.session.folder.vault.main.papers.all()[0]
    record = window.session.folder.record(paper.record_id)
    documents.path(paper.kept).unlink()
    press(window, record.name)
    assert "Ce papier n’est plus dans le dossier." in words_in_view(window)
