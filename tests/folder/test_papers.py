"""Papers of the folder: kept, looked at, given out, forgotten; and what is proposed for them."""

from __future__ import annotations

import pytest

from ensdesk.folder.handing_out import copy_name, free_path, put_paper
from ensdesk.folder.key_gone import KeyGone
from ensdesk.folder.name_says import is_other_than_said
from ensdesk.folder.papers import (
    LookedAt,
    add_paper,
    keep_paper,
    leave_paper,
    paper_of,
    same_papers,
)
from ensdesk.folder.proposals import proposed
from ensdesk.folder.recent_papers import papers_in
from ensdesk.kinds.document import Category, Document
from ensdesk.vault.document_store import EmptyPaper, Kept, PaperUnreadable, Stopped
from tests.fakes import TODAY
from tests.reading.papers import closed_pdf, pdf_of


@pytest.fixture
def letter(tmp_path):
    """A paper on the disk."""
    path = tmp_path / "ma_lettre.pdf"
    path.write_bytes(pdf_of("Bonjour Madame", "page deux"))
    return path


def looked(name: str, words: str) -> LookedAt:
    """Return a paper with these words on its first page."""
    kept = Kept("0" * 32, "", b"", 1, b"", 1)
    return LookedAt(kept, "application/pdf", name, 1, (words,), None)


def test_a_paper_is_kept_looked_at_and_found_by_its_words(folder, letter):
    """Its pages are counted, its words searched, its bytes given back."""
    paper = keep_paper(folder.vault.documents, letter)
    assert (paper.pages, paper.media_type) == (2, "application/pdf")
    record = add_paper(folder, Document(name="Lettre"), paper)
    assert [hit.record for hit in folder.find("Madame")] == [record]
    row = paper_of(folder, record.id)
    with folder.vault.documents.open(row.kept) as clear:
        assert clear.read() == letter.read_bytes()


def test_a_paper_that_is_left_leaves_nothing(folder, letter):
    """Its bytes go, and nothing says that it was there."""
    paper = keep_paper(folder.vault.documents, letter)
    leave_paper(folder, paper)
    leave_paper(folder, paper)
    assert list(folder.vault.documents.names()) == []
    assert folder.records(Document) == ()


def test_the_same_bytes_are_known_whatever_their_name(folder, letter, tmp_path):
    """A second one is found before it is added; one that was taken away no longer counts."""
    record = add_paper(folder, Document(name="Lettre"), keep_paper(folder.vault.documents, letter))
    again = tmp_path / "autre nom.pdf"
    again.write_bytes(letter.read_bytes())
    paper = keep_paper(folder.vault.documents, again)
    assert same_papers(folder, paper) == (record,)
    folder.retire(record)
    assert same_papers(folder, paper) == ()


@pytest.mark.parametrize(("raw", "trouble"), [(b"", EmptyPaper), (None, PaperUnreadable)])
def test_what_cannot_be_read_is_refused(folder, tmp_path, raw, trouble):
    """An empty paper, or one that is gone: nothing stays."""
    path = tmp_path / "papier.pdf"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(trouble):
        keep_paper(folder.vault.documents, path)
    assert list(folder.vault.documents.names()) == []


def test_stopping_keeps_nothing(folder, letter):
    """The person pressed stop."""
    with pytest.raises(Stopped):
        keep_paper(folder.vault.documents, letter, stop=lambda: True)
    assert list(folder.vault.documents.names()) == []


@pytest.mark.parametrize("raw", [closed_pdf(), b"%PDF-1.7 broken", b"\x00\x01\x02" * 99])
def test_what_cannot_be_shown_is_kept_whole(folder, tmp_path, raw):
    """It says why, and its bytes are safe."""
    path = tmp_path / "papier.pdf"
    path.write_bytes(raw)
    paper = keep_paper(folder.vault.documents, path)
    assert paper.trouble is not None
    assert paper.pages == 0
    assert paper.kept.size == len(raw)


def test_a_name_that_says_something_else_is_noticed(folder, tmp_path):
    """A PDF that is called a photo."""
    path = tmp_path / "photo.JPG"
    path.write_bytes(pdf_of("x"))
    assert is_other_than_said(keep_paper(folder.vault.documents, path))
    assert not is_other_than_said(looked("lettre.pdf", ""))
    assert not is_other_than_said(looked("sans fin", ""))


@pytest.mark.parametrize(
    ("name", "words", "category", "date"),
    [
        ("scan 1.pdf", "Ordonnance du 3 mars 2026", Category.PRESCRIPTION, "2026-03-03"),
        ("scan.pdf", "LABORATOIRE le 12/05/2026", Category.LABORATORY, "2026-05-12"),
        ("irm.pdf", "1er août 2025", Category.IMAGING, "2025-08-01"),
        ("a.pdf", "Je soussigné, 31/02/2026 puis 1-3-2026", Category.CERTIFICATE, "2026-03-01"),
        ("vaccin.jpg", "", Category.PREVENTION, None),
        ("photo.jpg", "", None, None),
    ],
)
def test_kind_and_date_are_proposed(name, words, category, date):
    """From the name and the words; a date that does not exist is skipped."""
    found = proposed(looked(name, words))
    assert found.category is category
    assert (found.date.iso if found.date else None) == date


def test_name_and_author_are_proposed():
    """The name without its ending; a doctor who is named."""
    found = proposed(looked("ma_prise_de_sang.pdf", "Docteur Anne-Marie Durand\n12 rue Haute"))
    assert (found.name, found.author) == ("ma prise de sang", "Docteur Anne-Marie Durand")


def test_a_paper_is_given_out_under_a_new_name(folder, letter, tmp_path):
    """Whole or not at all, and never over another one."""
    record = add_paper(folder, Document(name="x"), keep_paper(folder.vault.documents, letter))
    row, documents = paper_of(folder, record.id), folder.vault.documents
    place = tmp_path / "BLEUE"
    place.mkdir()
    first, second = (put_paper(documents, row, place, TODAY) for _twice in range(2))
    assert first != second
    assert first.read_bytes() == second.read_bytes() == letter.read_bytes()
    with pytest.raises(Stopped):
        put_paper(documents, row, place, TODAY, stop=lambda: True)
    assert set(place.iterdir()) == {first, second}
    with pytest.raises(KeyGone):
        put_paper(documents, row, tmp_path / "gone", TODAY)


def test_a_copy_is_named_by_its_day_and_numbered(tmp_path, french):
    """No name of a person, no word of health."""
    name = copy_name(TODAY)
    assert name == "Copie ensdesk 2026-11-23.zip"
    (tmp_path / name).touch()
    assert free_path(tmp_path, name).name == "Copie ensdesk 2026-11-23 (2).zip"


def test_papers_of_a_place_come_before_its_places(tmp_path):
    """Hidden files, programs and places that refuse are left out."""
    for name in ("b.pdf", ".caché.pdf", "programme.exe", "a.JPG"):
        (tmp_path / name).touch()
    (tmp_path / "dossier").mkdir()
    found = [path.name for path in papers_in(tmp_path)]
    assert set(found[:2]) == {"b.pdf", "a.JPG"}
    assert found[2:] == ["dossier"]
    assert papers_in(tmp_path / "nothing") == ()
