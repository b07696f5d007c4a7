"""A paper on its way into the folder, by clicks alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ensdesk.folder import recent_papers
from ensdesk.kinds.document import Category, Document
from ensdesk.ui.pages.add_paper import AddPaper
from ensdesk.ui.pages.papers import Papers
from tests.reading.papers import pdf_of
from tests.ui.pages.hands import press, settle, title, words_in_view, write
from tests.ui.pages.some_papers import lay_papers


@pytest.fixture
def downloads(tmp_path, monkeypatch):
    """The directory of what was downloaded, the only usual place."""
    place = tmp_path / "Téléchargements"
    place.mkdir()
    for name in ("downloads", "desktop", "documents", "pictures"):
        monkeypatch.setattr(recent_papers.platformdirs, f"user_{name}_path", lambda: place)
    monkeypatch.setattr(recent_papers, "sticks", lambda: ())
    return place


@pytest.fixture
def window(make_window, folder):
    """A window with the folder of Jeanne Essai, on « Mes papiers »."""
    made = make_window(folder=folder)
    made.session.make_home = Papers
    made.session.home()
    return made


def kept(window):
    """Return the names of the age files of the folder."""
    return list(window.session.folder.vault.documents.names())


def test_three_presses_add_a_paper_of_the_usual_places(window, downloads):
    """Its name, kind, date and author are proposed; « Annuler » takes it back."""
    lay_papers(downloads)
    press(window, "Ajouter un papier", "ordonnance_du_3_mars.pdf")
    assert title(window) == "Est-ce bien cela ?"
    press(window, "Ajouter ce papier")
    assert title(window) == "Mes papiers"
    assert "Le papier est dans votre dossier." in words_in_view(window)
    (paper,) = window.session.folder.records(Document)
    assert (paper.name, paper.category, paper.author) == (
        "ordonnance du 3 mars",
        Category.PRESCRIPTION,
        "Docteur Martin Ordonnance",
    )
    assert paper.date.iso == "2026-03-03"
    press(window, "Annuler")
    assert window.session.folder.records(Document) == ()
    assert "Pas encore de papier" in words_in_view(window)


def test_what_is_proposed_can_be_changed(window, downloads):
    """The person decides."""
    lay_papers(downloads)
    press(window, "Ajouter un papier", "lettre.pdf")
    write(window, "Nom du papier", "Ma lettre")
    press(window, "Quelle sorte de papier", "certificats")
    press(window, "Ajouter ce papier")
    (paper,) = window.session.folder.records(Document)
    assert (paper.name, paper.category) == ("Ma lettre", Category.CERTIFICATE)


def test_a_paper_that_is_left_is_forgotten(window, downloads):
    """Going home, or back, keeps nothing beside the folder."""
    lay_papers(downloads)
    press(window, "Ajouter un papier", "lettre.pdf")
    assert len(kept(window)) == 1
    press(window, "Quelle sorte de papier")
    assert len(kept(window)) == 1
    window.session.back()
    settle()
    assert len(kept(window)) == 1
    window.session.home()
    assert kept(window) == []


def test_the_same_paper_twice_is_told(window, downloads):
    """It may be looked at, or added once more."""
    lay_papers(downloads)
    press(window, "Ajouter un papier", "lettre.pdf", "Ajouter ce papier")
    press(window, "Ajouter un papier", "lettre.pdf")
    assert title(window) == "Ce papier est déjà là."
    press(window, "Le voir")
    assert title(window) == "Papier"
    assert len(kept(window)) == 1
    window.session.back()
    press(window, "lettre.pdf", "L’ajouter quand même", "Ajouter ce papier")
    assert len(window.session.folder.records(Document)) == 2


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("vide.pdf", b"", "Ce papier est vide"),
        ("abime.pdf", b"%PDF-1.7\nrien", "n’a pas pu être lu"),
        ("bizarre.docx", b"\x00\x01\x02\x03" * 50, "ne peut pas être montré ici"),
        ("photo.jpg", pdf_of("une page"), "Son nom dit une chose"),
    ],
)
def test_a_bad_paper_is_told_in_one_sentence(window, downloads, name, raw, said):
    """An empty one is refused; any other is kept as it is."""
    (downloads / name).write_bytes(raw)
    press(window, "Ajouter un papier", name)
    assert said in words_in_view(window)
    assert len(kept(window)) == (0 if not raw else 1)


def test_a_paper_that_is_gone_is_told(window, downloads):
    """The key was pulled out between two presses."""
    (path, *_others) = lay_papers(downloads)
    press(window, "Ajouter un papier")
    path.unlink()
    press(window, path.name)
    assert "n’a pas pu être lu jusqu’au bout" in words_in_view(window)


def test_a_paper_may_be_dropped_on_the_page(window, tmp_path):
    """A drop does what the button does."""
    (path, *_others) = lay_papers(tmp_path / "bureau")
    window.session.go(AddPaper)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(50, 50), action, data, Qt.MouseButton.LeftButton, none)
    window.page.dropEvent(event)
    assert title(window) == "Est-ce bien cela ?"


def test_a_paper_may_lie_anywhere(window, downloads, tmp_path, monkeypatch):
    """By large buttons, without any window on top."""
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    lay_papers(tmp_path / "vieux papiers")
    press(window, "Ajouter un papier", "Chercher ailleurs", tmp_path.name)
    press(window, "vieux papiers", "lettre.pdf")
    assert title(window) == "Est-ce bien cela ?"


def test_papers_are_found_by_kind_and_by_year(window, downloads):
    """Two presses from « Mes papiers » to the papers of one kind, one more to those of a year."""
    lay_papers(downloads)
    press(window, "Ajouter un papier", "ordonnance_du_3_mars.pdf", "Ajouter ce papier")
    press(window, "Par sorte, année, médecin ou maladie", "Ordonnances et soins")
    assert "ordonnance du 3 mars" in words_in_view(window)
    window.session.back()
    settle()
    press(window, "Par année", "2026", "ordonnance du 3 mars")
    assert title(window) == "Papier"
