"""What records are found by beside their list: right after every change, made again when lost."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.topic import ABOUT, with_topics
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.filed_under import filed_under
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.vault import Vault

DIABETES = Illness(name="Diabète")
OLD = with_topics(Document(name="ancien", date=PartialDate("2001")), [DIABETES.id], [])
NEW = replace(OLD, id=DIABETES.id[::-1], name="nouveau", date=PartialDate("2024"), author="Martin")
MEDICINE = with_topics(Medication(name="Metformine"), [DIABETES.id], [])


def about(drawer: Drawer) -> dict[str, int]:
    return drawer.revisions.view.telling(ABOUT, DIABETES.id)


def names(drawer: Drawer, offset: int = 0, count: int = 9) -> list[str]:
    view = drawer.revisions.view
    rows, _damaged = view.numbered(
        *view.listed_saying("document", ABOUT, DIABETES.id, offset, count)
    )
    return [row.headline for row in rows]


def test_records_are_counted_and_read_by_what_they_say(drawer: Drawer) -> None:
    """By kind, by what is said in a field, the latest first."""
    drawer.revisions.write([DIABETES, OLD, NEW, MEDICINE])
    assert about(drawer) == {"document": 2, "medication": 1}
    assert drawer.revisions.view.told("document", "author") == {"Martin": 1}
    assert (names(drawer), names(drawer, 1, 1)) == (["nouveau", "ancien"], ["ancien"])


def test_every_change_is_followed(drawer: Drawer) -> None:
    """A link that is taken away, a record that is retired and comes back."""
    drawer.revisions.write([DIABETES, OLD, NEW, MEDICINE])
    drawer.revisions.write([replace(MEDICINE, about=()), Removal(NEW.id)])
    assert about(drawer) == {"document": 1}
    drawer.revisions.write([NEW])
    assert names(drawer) == ["nouveau", "ancien"]
    assert drawer.search.whole()


def test_what_is_made_again_is_the_same(drawer: Drawer) -> None:
    """From the rows of the view, and in a folder from before this table."""
    drawer.revisions.write([DIABETES, OLD, NEW, MEDICINE, Removal(MEDICINE.id)])
    drawer.search.rebuild()
    assert about(drawer) == {"document": 2}
    drawer.connection.write(f"DROP TABLE record_filed_{drawer.search._last()}")
    drawer.search._number = 0
    assert about(drawer) == {"document": 2}
    assert drawer.search.whole()


def test_a_wrong_row_is_seen(drawer: Drawer) -> None:
    """The check of the folder makes the table again."""
    drawer.revisions.write([DIABETES, OLD])
    drawer.connection.write("UPDATE record_filed_1 SET said = 'x'")
    assert not drawer.search.whole()
    drawer.search.rebuild()
    assert about(drawer) == {"document": 1}


def test_a_damaged_row_is_filed_again_when_it_is_mended(drawer: Drawer) -> None:
    """Until then it is filed under nothing, and the rest is there."""
    drawer.revisions.write([DIABETES, OLD, NEW])
    drawer.connection.write("UPDATE record SET payload = '{' WHERE id = ?", OLD.id)
    drawer.search.rebuild()
    assert names(drawer) == ["nouveau"]
    drawer.revisions.get(OLD.id)
    assert names(drawer) == ["nouveau", "ancien"]


def test_an_unknown_kind_is_filed_under_nothing() -> None:
    """Nobody knows what its fields mean."""
    assert filed_under(object()) == ()
    some: Record = DIABETES
    assert filed_under(some) == ()


def test_no_word_of_what_is_erased_stays(vault: Vault) -> None:
    """A paper keeps the id of an erased illness: nothing can be told from it."""
    drawer = vault.main
    drawer.revisions.write([DIABETES, OLD])
    erase(drawer, vault.documents, DIABETES.id)
    assert about(drawer) == {"document": 1}
    tables = [
        name
        for (name,) in drawer.connection.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%index%'"
        )
    ]
    for table in tables:
        assert "Diabète" not in repr(drawer.connection.rows(f"SELECT * FROM {table}"))  # noqa: S608
