"""A paper without a page to show: it is kept, and its page says why and what can be done."""

from __future__ import annotations

import pytest

from ensdesk.folder.papers import add_paper, keep_paper
from ensdesk.folder.proposals import proposed
from ensdesk.ui.pages.papers import Papers
from tests.reading.papers import closed_pdf, dicom, heic, pdf_of, picture, scanned_pdf
from tests.ui.pages.hands import buttons_in_view, press, words_in_view

_ELSEWHERE = "Vous pouvez le copier, puis l’ouvrir avec un autre programme."
_HIDDEN = "Ce papier ne peut pas être montré ici. Il est gardé entier."


@pytest.fixture
def open_paper(make_window, folder, tmp_path):
    """Return a function that adds a paper of these bytes and opens its page."""

    def opened(raw: bytes):
        path = tmp_path / "Examen.pdf"
        path.write_bytes(raw)
        paper = keep_paper(folder.vault.documents, path)
        add_paper(folder, proposed(paper), paper)
        window = make_window(folder=folder)
        window.session.make_home = Papers
        window.session.home()
        press(window, "Examen")
        return window

    return opened


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            closed_pdf(),
            (
                "Ce papier est fermé par un code à lui. Il est gardé entier.",
                "Demandez un papier ouvert à la personne qui vous l’a donné.",
            ),
        ),
        (pdf_of("x")[:300], ("Ce papier n’a pas pu être lu. Il est gardé tel quel.",)),
        (dicom(), (_HIDDEN, "C’est une image de radio ou de scanner.", _ELSEWHERE)),
        (heic(), (_HIDDEN, "C’est une photo de téléphone.", _ELSEWHERE)),
        (picture("AVIF"), (_HIDDEN, "C’est une photo de téléphone.", _ELSEWHERE)),
        (b"{\\rtf1 bonjour}", (_HIDDEN, _ELSEWHERE)),
    ],
    ids=("closed", "damaged", "x-ray", "photo", "newer photo", "letter"),
)
def test_it_says_why_and_what_can_be_done(open_paper, raw, said):
    """One reason, the true one; a copy can be taken out."""
    window = open_paper(raw)
    for words in said:
        assert words in words_in_view(window)
    assert "Enregistrer une copie de ce papier" in buttons_in_view(window)
    assert "Imprimer ce papier" not in buttons_in_view(window)


def test_bytes_that_are_gone_are_told_instead(open_paper, folder, tmp_path):
    """Not « kept whole »."""
    window = open_paper(closed_pdf())
    (paper,) = folder.vault.main.papers.all()
    folder.vault.documents.path(paper.kept).unlink()
    window.session.home()
    press(window, "Examen")
    assert "Ce papier n’est plus dans le dossier." in words_in_view(window)
    assert _HIDDEN not in words_in_view(window)


_PICTURE = "C’est une image : la recherche trouve son nom, pas ses mots."


@pytest.mark.parametrize("raw", [scanned_pdf(), picture("TIFF"), picture("JPEG")])
def test_a_paper_without_words_says_that_search_does_not_see_them(open_paper, raw):
    """It is shown, and found by its name alone."""
    window = open_paper(raw)
    assert _PICTURE in words_in_view(window)
    assert "Imprimer ce papier" in buttons_in_view(window)


def test_a_paper_with_words_says_nothing_of_it(open_paper):
    """Its words are found."""
    assert _PICTURE not in words_in_view(open_paper(pdf_of("Ordonnance")))
