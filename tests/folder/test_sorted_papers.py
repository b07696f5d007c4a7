"""The papers of a folder, seen by kind and by year."""

from __future__ import annotations

import pytest

from ensdesk.folder.sorted_papers import of_author, of_kind, of_year, sorted_papers
from ensdesk.kinds.document import Category, Document
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.revision import DamagedRecord


def put(folder, name: str, category: Category | None, date: str | None) -> Document:
    """Write a line of a paper."""
    paper = Document(name=name, category=category, date=PartialDate(date) if date else None)
    folder.save(paper)
    return paper


def test_papers_are_counted_by_kind_and_by_year(folder):
    """Kinds in their usual order, the latest year first, what is not known at the end."""
    put(folder, "a", Category.REPORT, "2024-05-01")
    put(folder, "b", Category.SUMMARY, "2026-01")
    put(folder, "c", None, None)
    put(folder, "d", Category.REPORT, "2026")
    found = sorted_papers(folder)
    assert list(found.kinds.items()) == [("summary", 1), ("report", 2), ("", 1)]
    assert list(found.years.items()) == [("2026", 2), ("2024", 1), ("", 1)]


def test_each_drawer_holds_its_papers_and_no_other(folder):
    """The latest first, a few at a time."""
    old = put(folder, "a", Category.REPORT, "2024-05-01")
    new = put(folder, "b", Category.REPORT, "2026-01-31")
    last = put(folder, "c", None, None)
    first_day = put(folder, "d", Category.OTHER, "2025-01-01")
    names = lambda papers: [paper.name for paper in papers]  # noqa: E731
    assert names(of_kind("report").some(folder, 0, 5)) == [new.name, old.name]
    assert names(of_kind("report").some(folder, 1, 5)) == [old.name]
    assert names(of_kind("").some(folder, 0, 5)) == [last.name]
    assert names(of_year("2025").some(folder, 0, 5)) == [first_day.name]
    assert names(of_year("2024").some(folder, 0, 5)) == [old.name]
    assert names(of_year("").some(folder, 0, 5)) == [last.name]
    counts = [one.count(folder) for one in (of_kind("report"), of_kind(""), of_year("2025"))]
    assert counts == [2, 1, 1]
    folder.retire(new)
    assert of_kind("report").count(folder) == 1
    assert of_year("2026").count(folder) == 0


def test_an_empty_folder_has_no_drawer(folder):
    """Nothing to sort."""
    found = sorted_papers(folder)
    assert (found.kinds, found.years) == ({}, {})


def test_papers_are_seen_by_who_wrote_them(folder):
    """The one who wrote most first; a paper that says nobody is nobody's."""
    for name, author, date in (
        ("a", "Docteur Martin", "2024"),
        ("b", "Docteur Blanc", "2025"),
        ("c", "Docteur Martin", "2026"),
        ("d", "", "2026"),
    ):
        folder.save(Document(name=name, author=author, date=PartialDate(date)))
    found = sorted_papers(folder).authors
    assert list(found.items()) == [("Docteur Martin", 2), ("Docteur Blanc", 1)]
    read = of_author("Docteur Martin").some
    assert [paper.name for paper in read(folder, 0, 5)] == ["c", "a"]
    assert [paper.name for paper in read(folder, 1, 5)] == ["a"]
    assert of_author("Docteur Martin").count(folder) == 2


def test_a_damaged_paper_of_a_doctor_is_told(folder, monkeypatch):
    """As everywhere: never silently left out."""
    view = folder.vault.main.revisions.view
    monkeypatch.setattr(view, "numbered", lambda *_asked: ((), ("gone",)))
    with pytest.raises(DamagedRecord):
        of_author("Docteur Martin").some(folder, 0, 5)
