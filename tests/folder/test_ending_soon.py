"""What ends soon, or ended not long ago, among papers and cards."""

from __future__ import annotations

import datetime

import pytest

from ensdesk.folder.due import due
from ensdesk.folder.ending_soon import ending_soon
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.document import Document
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.revision import DamagedRecord

TODAY = datetime.date(2026, 11, 27)


def named(found):
    return [one.name for one in found]


def test_papers_and_cards_that_end_about_now(folder):
    """The soonest first; nothing of years ago, and one that was taken away ends nothing."""
    for name, until in (
        ("b", "2026-12-31"),
        ("a", "2026-11-01"),
        ("long ago", "2026-01"),
        ("c", "2028-01-01"),
        ("d", None),
        ("this year", "2026"),
    ):
        folder.save(Document(name=name, until=PartialDate(until) if until else None))
    folder.save(Coverage(name="mutuelle", until=PartialDate("2026-12-15")))
    found = ending_soon(folder, TODAY)
    assert named(found) == ["this year", "a", "mutuelle", "b"]
    folder.retire(found[1])
    assert named(ending_soon(folder, TODAY)) == ["this year", "mutuelle", "b"]


def test_home_says_how_many(folder):
    """One line, however many there are; none without any."""
    assert not [one for one in due(folder, folder.contents(), TODAY) if one.page == "ending"]
    for name in ("a", "b"):
        folder.save(Coverage(name=name, until=PartialDate("2026-12-15")))
        (line,) = [one for one in due(folder, folder.contents(), TODAY) if one.page == "ending"]
    assert line.count == 2


def test_a_damaged_one_is_told(folder, monkeypatch):
    """As everywhere: never silently left out."""
    view = folder.vault.main.revisions.view
    monkeypatch.setattr(view, "ending", lambda *_asked: ((), ("gone",)))
    with pytest.raises(DamagedRecord):
        ending_soon(folder, TODAY)
