"""What ends soon among the papers."""

from __future__ import annotations

import datetime

import pytest

from ensdesk.folder.expiring_papers import expiring_papers
from ensdesk.kinds.document import Document
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.revision import DamagedRecord

TODAY = datetime.date(2026, 11, 27)


def test_only_papers_that_end_soon_are_listed(folder):
    """The soonest first; one that was taken away ends nothing."""
    for name, until in (("b", "2026-12-31"), ("a", "2026-01"), ("c", "2028-01-01"), ("d", None)):
        folder.save(Document(name=name, until=PartialDate(until) if until else None))
    found = expiring_papers(folder, TODAY)
    assert [paper.name for paper in found] == ["a", "b"]
    folder.retire(found[0])
    assert [paper.name for paper in expiring_papers(folder, TODAY)] == ["b"]


def test_a_damaged_one_is_told(folder, monkeypatch):
    """As everywhere: never silently left out."""
    view = folder.vault.main.revisions.view
    monkeypatch.setattr(view, "holding", lambda *_asked: ((), ("gone",)))
    with pytest.raises(DamagedRecord):
        expiring_papers(folder, TODAY)
