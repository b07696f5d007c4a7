"""Several papers at once: looked at, brought in as one act, stopped half-way, left."""

from __future__ import annotations

import pytest

from ensdesk.folder.lying_files import StrangeZip, files_of
from ensdesk.folder.several_papers import add_all, bring_in, leave, look_around, mark_same
from ensdesk.kinds.document import Category, Document
from ensdesk.vault.document_store import PaperUnreadable, Stopped
from tests.exchange.test_strange_zip import zip_of
from tests.fakes import TODAY
from tests.reading.papers import closed_pdf, pdf_of


def nothing(_part: float) -> None:
    """Nobody watches the progress."""


def never() -> bool:
    """Nobody presses stop."""
    return False


@pytest.fixture
def download(tmp_path):
    """A ZIP such as a person downloads: folders, the same paper twice, and what is no paper."""
    path = tmp_path / "mes_documents.zip"
    path.write_bytes(
        zip_of(
            {
                "Documents/ordonnance.pdf": pdf_of("Ordonnance du 3 mars 2026"),
                "Documents/encore.pdf": pdf_of("Ordonnance du 3 mars 2026"),
                "Documents/ferme.pdf": closed_pdf(),
                "Documents/dedans.zip": zip_of({"a.pdf": b"x"}),
                "Documents/vide.pdf": b"",
                "__MACOSX/._a.pdf": b"x",
                "liste.exe": b"MZ",
            }
        )
    )
    return path


def test_one_look_writes_nothing_and_says_all(folder, download):
    """Names, kinds and dates are proposed; the second of the same bytes is told."""
    found = mark_same(folder, look_around((download,), TODAY, nothing, never))
    assert list(folder.vault.documents.names()) == []
    (order, again, closed) = found.papers
    assert (order.record.name, order.record.category) == ("ordonnance", Category.PRESCRIPTION)
    assert order.record.date is not None
    assert [paper.same for paper in found.papers] == [False, order.sha256 == again.sha256, False]
    assert closed.look is None
    assert {file.name: file.why for file in found.left} == {
        "dedans.zip": "it is a ZIP inside: add it by itself",
        "vide.pdf": "it is empty",
        "liste.exe": "it is not a paper",
    }


def test_what_comes_in_is_one_act(folder, download):
    """Found by its words, taken back and done again as a whole; a closed paper is kept too."""
    found = look_around((download,), TODAY, nothing, never)
    brought = bring_in(folder, found, [paper.place for paper in found.papers], nothing, never)
    add_all(folder, brought)
    assert len(folder.records(Document)) == 3
    assert {hit.record.headline() for hit in folder.find("mars")} >= {"ordonnance", "encore"}
    folder.undo()
    assert folder.records(Document) == ()
    folder.redo()
    assert len(folder.records(Document)) == 3
    seen = mark_same(folder, found)
    assert all(paper.same for paper in seen.papers)


def test_a_stop_keeps_what_is_whole(folder, download):
    """The first is in, the others are not, and nothing else lies beside the folder."""
    found = look_around((download,), TODAY, nothing, never)
    parts: list[float] = []
    places = [paper.place for paper in found.papers]
    brought = bring_in(folder, found, places, parts.append, lambda: bool(parts))
    assert len(brought.papers) == 1
    add_all(folder, brought)
    assert len(list(folder.vault.documents.names())) == 1


def test_what_is_left_leaves_nothing(folder, download):
    """The person went elsewhere before it was added."""
    found = look_around((download,), TODAY, nothing, never)
    leave(folder, bring_in(folder, found, [found.papers[0].place], nothing, never))
    assert list(folder.vault.documents.names()) == []


def test_a_look_can_be_stopped(download):
    """Nothing was written, nothing stays."""
    with pytest.raises(Stopped):
        look_around((download,), TODAY, nothing, lambda: True)


def test_a_directory_gives_all_its_papers_and_follows_no_link(tmp_path):
    """Hidden files are not papers; a link may lead anywhere."""
    inside = tmp_path / "papiers" / "2024"
    inside.mkdir(parents=True)
    (inside / "a.pdf").write_bytes(b"x")
    (inside / ".cache").write_bytes(b"x")
    (tmp_path / "papiers" / "b.txt").write_bytes(b"y")
    (tmp_path / "papiers" / "lien.pdf").symlink_to(inside / "a.pdf")
    found = {file.name: file.why for file in files_of((tmp_path / "papiers",))}
    assert found == {"b.txt": "", "lien.pdf": "it only points to another place", "a.pdf": ""}


def test_a_broken_zip_or_one_that_is_gone_is_told(tmp_path):
    """In one sentence each."""
    broken = tmp_path / "a.zip"
    broken.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(StrangeZip):
        list(files_of((broken,)))
    with pytest.raises(PaperUnreadable):
        list(files_of((tmp_path / "b.zip",)))
    with pytest.raises(PaperUnreadable):
        list(files_of((tmp_path / "b.pdf",)))
