"""Long lists: counted without being read, right after every change, made again when damaged."""

from dataclasses import replace

import pytest

from ensdesk.kinds.document import Category, Document
from ensdesk.kinds.note import Note
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.long_list import read_since
from ensdesk.vault.revision_store import Removal
from tests.vault.drawers import ALLERGY

OLD = Document(name="ancien", category=Category.IMAGING, date=PartialDate("2001"))
NEW = Document(name="nouveau", category=Category.IMAGING, date=PartialDate("2020-03-02"))
UNDATED = Document(name="sans date")


def names(drawer: Drawer, count: int = 9, offset: int = 0, part: str | None = None) -> list[str]:
    view = drawer.revisions.view
    rows, _damaged = view.numbered(*view.listed("document", part, offset, count))
    return [row.headline for row in rows]


def test_the_latest_come_first_and_those_without_a_date_last(drawer: Drawer) -> None:
    """A few at a time, of all or of one part."""
    drawer.revisions.write([UNDATED, NEW, OLD, ALLERGY])
    assert names(drawer) == ["nouveau", "ancien", "sans date"]
    assert names(drawer, 1, 1) == ["ancien"]
    assert names(drawer, part="imaging") == ["nouveau", "ancien"]
    assert names(drawer, part="other") == []
    assert drawer.revisions.view.counts() == {"document": {"imaging": 2, "": 1}, "allergy": {"": 1}}


def test_several_kinds_stand_in_one_order(drawer: Drawer) -> None:
    """From a moment on and before another; each year is counted; no date, no year."""
    allergy = replace(ALLERGY, since=PartialDate("2010-06"))
    drawer.revisions.write([UNDATED, NEW, OLD, allergy, Note(name="jamais", date=OLD.date)])
    kinds = ("document", "allergy")
    view = drawer.revisions.view

    def between(since: str, before: str, first: int, count: int) -> list[RecordId]:
        rows, _damaged = view.numbered(*view.listed_between(kinds, since, before, first, count))
        return [row.id for row in rows]

    assert between("0", "A", 0, 9) == [NEW.id, allergy.id, OLD.id]
    assert between("2001", "2020", 1, 1) == [OLD.id]
    assert drawer.revisions.view.years(kinds, "2020") == {"2010": 1, "2001": 1}


def test_a_long_list_is_read_on_from_where_one_is(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slice after slice, of one moment too; from a day on, or to the end with those without."""
    same = [Note(name=str(number), date=PartialDate("2020-03-02")) for number in range(5)]
    last, undated = Note(name="nouveau", date=PartialDate("2024")), Note(name="sans date")
    drawer.revisions.write([*same, undated, last])
    monkeypatch.setattr("ensdesk.vault.long_list._SLICE", 2)

    def read(since: str) -> list[str]:
        slices = list(read_since(drawer.revisions.view, Note, "", since))
        assert all(len(some) <= 2 for some in slices)
        return [note.name for some in slices for note in some]

    assert read("") == ["nouveau", "4", "3", "2", "1", "0", "sans date"]
    assert read("2020-03-02") == ["nouveau", "4", "3", "2", "1", "0"]
    assert read("2021") == ["nouveau"]
    assert read("2025") == []


def test_counts_follow_every_change(drawer: Drawer) -> None:
    """Also a removal, a return, a change of part, and what was rolled back."""
    drawer.revisions.write([OLD, NEW])
    drawer.revisions.write([Removal(OLD.id)])
    assert names(drawer) == ["nouveau"]
    drawer.revisions.write([OLD, replace(NEW, category=Category.OTHER)])
    assert drawer.revisions.view.counts() == {"document": {"imaging": 1, "other": 1}}
    with pytest.raises(ValueError):
        drawer.revisions.write([UNDATED, replace(ALLERGY, id=OLD.id)])
    assert drawer.revisions.view.counts() == {"document": {"imaging": 1, "other": 1}}
    assert drawer.search.whole()


def test_what_is_derived_again_is_the_same(drawer: Drawer) -> None:
    """From the rows of the view, or from the revisions themselves."""
    drawer.revisions.write([OLD, NEW, ALLERGY, UNDATED, Removal(UNDATED.id)])
    before = drawer.revisions.view.counts()
    drawer.search.rebuild()
    assert (drawer.revisions.view.counts(), names(drawer)) == (before, ["nouveau", "ancien"])
    drawer.revisions.rebuild_current()
    assert (drawer.revisions.view.counts(), names(drawer)) == (before, ["nouveau", "ancien"])
    assert drawer.search.whole()


def test_a_folder_from_before_the_lists_gets_them(drawer: Drawer) -> None:
    """At the first question, or at the first change."""
    drawer.revisions.write([OLD])
    for ask in (lambda: names(drawer), lambda: drawer.revisions.write([NEW])):
        number = drawer.search._number
        for table in ("record_list", "record_count", "word_list"):
            drawer.connection.write(f"DROP TABLE {table}_{number}")
        drawer.search._number = 0
        ask()
    assert names(drawer) == ["nouveau", "ancien"]


def test_a_wrong_list_is_seen(drawer: Drawer) -> None:
    """The check of the folder makes it again."""
    drawer.revisions.write([OLD, NEW])
    drawer.connection.write("UPDATE record_count_1 SET records = 7")
    assert not drawer.search.whole()
    drawer.search.rebuild()
    assert drawer.revisions.view.counts() == {"document": {"imaging": 2}}
