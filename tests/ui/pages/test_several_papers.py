"""A ZIP and a directory of papers, by clicks alone."""

from __future__ import annotations

import pytest

from ensdesk.folder import recent_papers
from ensdesk.kinds.document import Document
from ensdesk.ui.pages.papers import Papers
from tests.exchange.test_strange_zip import zip_of
from tests.reading.papers import pdf_of
from tests.ui.pages.hands import press, settle, title, words_in_view


@pytest.fixture
def downloads(tmp_path, monkeypatch):
    """The only usual place, with a ZIP of two papers and of one thing that is none."""
    place = tmp_path / "Téléchargements"
    place.mkdir()
    for name in ("downloads", "desktop", "documents", "pictures"):
        monkeypatch.setattr(recent_papers.platformdirs, f"user_{name}_path", lambda: place)
    monkeypatch.setattr(recent_papers, "sticks", lambda: ())
    (place / "mon espace.zip").write_bytes(
        zip_of({"a/sang.pdf": pdf_of("sang"), "a/radio.pdf": pdf_of("radio"), "b.exe": b"MZ"})
    )
    return place


@pytest.fixture
def window(make_window, folder):
    """A window on « Mes papiers »."""
    made = make_window(folder=folder)
    made.session.make_home = Papers
    made.session.home()
    return made


def test_a_zip_comes_in_by_three_presses(window, downloads):
    """One look, one press, one « Annuler » for all; the second time all is known."""
    press(window, "Ajouter un papier", "mon espace.zip")
    assert title(window) == "Quels papiers faut-il ajouter ?"
    assert "2 papiers trouvés, 1 mis de côté." in words_in_view(window)
    assert list(window.session.folder.vault.documents.names()) == []
    press(window, "Ajouter 2 papiers")
    assert title(window) == "Mes papiers"
    assert "2 papiers sont dans votre dossier." in words_in_view(window)
    press(window, "Ajouter un papier", "mon espace.zip")
    assert "2 déjà dans votre dossier" in words_in_view(window)
    window.session.back()
    window.session.back()
    settle()
    window.session.folder.undo()
    assert window.session.folder.records(Document) == ()


def test_a_press_leaves_a_paper_out(window, downloads):
    """And a second one takes it again."""
    press(window, "Ajouter un papier", "mon espace.zip", "sang")
    assert "Reste dehors" in words_in_view(window)
    press(window, "Ajouter 1 papier")
    assert [paper.name for paper in window.session.folder.records(Document)] == ["radio"]


def test_what_is_dropped_together_comes_in_together(window, downloads):
    """Two files, or a directory."""
    for name in ("un.pdf", "deux.pdf"):
        (downloads / name).write_bytes(pdf_of(name))
    window.page.dropped((downloads / "un.pdf", downloads / "deux.pdf"))
    assert "2 papiers trouvés." in words_in_view(window)
    window.session.back()
    settle()
    window.page.dropped((downloads,))
    settle()
    assert "2 papiers trouvés, 1 mis de côté." in words_in_view(window)


def test_a_wicked_zip_is_told_and_nothing_is_lost(window, downloads):
    """One sentence, and the way on."""
    (downloads / "abime.zip").write_bytes(b"PK\x03\x04 rien")
    press(window, "Ajouter un papier", "abime.zip")
    assert "Ce ZIP n’a pas pu être ouvert" in words_in_view(window)
    assert list(window.session.folder.vault.documents.names()) == []
