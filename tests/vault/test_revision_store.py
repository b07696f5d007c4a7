"""Records as revisions: what is current, what was, what two sides wrote."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Origin, RecordId, new_id
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.revision import DamagedRecord, Revision, What, named, new_revision
from ensdesk.vault.revision_store import Removal, RevisionStore, Written
from ensdesk.vault.unknown_record import UnknownRecord
from ensdesk.vault.vault_file import FolderDamaged
from tests.vault.drawers import ALLERGY, AUTHOR, damage, new_drawer, open_drawer, take

AT = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)
LATEX = replace(ALLERGY, substance="Latex")
GLUTEN = replace(ALLERGY, substance="Gluten")
IDENTITY = Identity(given="Jeanne", family="Essai", born=PartialDate("1948-07-14"))


@pytest.fixture
def store(drawer: Drawer) -> RevisionStore:
    return drawer.revisions


def acts(drawer: Drawer) -> list[tuple[str, str | None]]:
    return [(line.act, line.words) for line in reversed(drawer.journal.lines())]


def test_what_is_written_comes_back_equal(store: RevisionStore) -> None:
    """Every field, the origin and what a newer version wrote."""
    record = Allergy(
        substance="<b>&\u202e",
        reaction=Prose("é" * 10_000),
        severity=Severity.SEVERE,
        since=PartialDate("1998"),
        origin=Origin("document", "d"),
        unknown={"later": {"a": [1]}},
    )
    assert store.write([record], at=AT) == (record.id,)
    assert store.get(record.id) == store.last(record.id) == record
    assert store.records(Allergy) == (record,)
    assert store.written(record.id) == Written(AUTHOR, AT)
    assert store.get(RecordId("nothing")) is None
    assert store.last(RecordId("nothing")) is None
    assert store.written(RecordId("nothing")) is None


def test_records_stay_in_the_order_first_written(store: RevisionStore) -> None:
    """A change does not move a line."""
    names = [Illness(name=name) for name in ("c", "a", "b")]
    store.write(names)
    store.write([replace(names[0], note=Prose("x"))])
    assert [illness.name for illness in store.records(Illness)] == ["c", "a", "b"]


def test_a_retired_record_comes_back(drawer: Drawer) -> None:
    """Removing, undoing and changing are each one revision, with their line in the journal."""
    store = drawer.revisions
    store.write([ALLERGY])
    store.write([Removal(ALLERGY.id)], author="autre", at=AT)
    assert store.records(Allergy) == ()
    assert store.get(ALLERGY.id) is None
    assert store.removed() == (ALLERGY,)
    assert store.last(ALLERGY.id) == ALLERGY
    assert store.written(ALLERGY.id) == Written("autre", AT)
    store.write([ALLERGY])
    store.write([LATEX])
    assert store.removed() == ()
    assert [version.record for version in store.history(ALLERGY.id)] == [
        ALLERGY,
        None,
        ALLERGY,
        LATEX,
    ]
    assert acts(drawer) == [
        ("record-added", "Pénicilline"),
        ("record-removed", "Pénicilline"),
        ("record-brought-back", "Pénicilline"),
        ("record-changed", "Latex"),
    ]


def test_the_latest_retired_stands_first(store: RevisionStore) -> None:
    """As in a basket."""
    first, second = Illness(name="a"), Illness(name="b")
    store.write([first, second])
    store.write([Removal(first.id)])
    store.write([Removal(second.id)])
    assert store.removed() == (second, first)


def test_what_is_already_so_is_not_written_again(drawer: Drawer) -> None:
    """A copy may be brought back twice."""
    store = drawer.revisions
    store.write([ALLERGY])
    assert store.write([ALLERGY]) == ()
    assert store.write([Removal(RecordId("nothing"))]) == ()
    store.write([Removal(ALLERGY.id)])
    assert store.write([Removal(ALLERGY.id)]) == ()
    assert len(acts(drawer)) == 2
    assert len(list(store.revisions())) == 2


def test_many_changes_may_be_one_line_of_the_journal(drawer: Drawer) -> None:
    """An act with its words stands for all; the record is named when there is one."""
    store = drawer.revisions
    store.write([ALLERGY, Illness(name="a")], "copy-brought-back", words="clé bleue")
    store.write([LATEX], "record-changed", words="x")
    store.write([LATEX], "record-changed", words="x")
    assert acts(drawer) == [("copy-brought-back", "clé bleue"), ("record-changed", "x")]
    assert [line.record_id for line in drawer.journal.lines()] == [ALLERGY.id, None]


def test_changes_are_all_or_none(store: RevisionStore) -> None:
    """One that is refused takes the others back."""
    with pytest.raises(ValueError, match="fixed id"):
        store.write([ALLERGY, IDENTITY])
    with pytest.raises(ValueError, match="keeps its kind"):
        store.write([ALLERGY, Illness(id=ALLERGY.id, name="x")])
    assert store.records(Allergy) == ()


def test_single_kinds_and_declarations_have_one_id_in_a_folder(
    store: RevisionStore, tmp_path: Path
) -> None:
    """Two computers that write the same thing write it about the same record."""
    none = Declaration(about="allergy", date=PartialDate("2026-11-23"))
    placed = [replace(record, id=store.fixed_id(record)) for record in (IDENTITY, none)]
    store.write(placed)
    assert store.get(store.single_id(Identity)) == placed[0]
    assert store.get(store.declaration_id("allergy")) == placed[1]
    assert store.fixed_id(ALLERGY) == ALLERGY.id
    assert len({store.declaration_id("allergy"), store.declaration_id("illness")}) == 2
    other = RevisionStore(None, "0" * 32, AUTHOR, None, None)  # type: ignore[arg-type]
    assert other.single_id(Identity) != store.single_id(Identity)


def test_unknown_kinds_are_carried(store: RevisionStore) -> None:
    """What only a newer version knows is kept, read back and retired like the rest."""
    later = UnknownRecord(id=RecordId("1" * 32), kind="tattoo", payload={"where": "bras", "n": [1]})
    store.write([later])
    assert store.get(later.id) == later
    assert store.unknown_kinds() == ("tattoo",)
    assert store.readable("tattoo").records == (later,)
    store.write([Removal(later.id)])
    assert store.removed() == (later,)


# Two sides


def side_by_side(tmp_path: Path, drawer: Drawer) -> Drawer:
    """Return another copy of the drawer with the same revisions."""
    other = tmp_path / "other"
    other.mkdir()
    copy = new_drawer(other)
    take(copy, drawer.revisions.revisions())
    return copy


def meet(one: Drawer, other: Drawer) -> None:
    there = list(other.revisions.revisions())
    take(other, list(one.revisions.revisions()))
    take(one, there)


def view(drawer: Drawer) -> list[tuple[object, ...]]:
    columns = (
        "id, kind, live, conflict, place, happened, revision, digest, headline, words, payload"
    )
    return drawer.connection.rows(f"SELECT {columns} FROM record ORDER BY id")  # noqa: S608


def test_two_sides_that_differ_are_a_conflict(drawer: Drawer, tmp_path: Path) -> None:
    """Both are kept and told; the answer follows both and ends it."""
    drawer.revisions.write([ALLERGY])
    other = side_by_side(tmp_path, drawer)
    drawer.revisions.write([LATEX])
    other.revisions.write([GLUTEN])
    meet(drawer, other)
    for side in (drawer, other):
        (conflict,) = side.revisions.conflicts()
        assert {version.record for version in conflict.versions} == {LATEX, GLUTEN}
        assert conflict.record_id == ALLERGY.id
    assert view(drawer) == view(other)
    drawer.revisions.write([GLUTEN])
    meet(drawer, other)
    assert drawer.revisions.conflicts() == other.revisions.conflicts() == ()
    assert other.revisions.get(ALLERGY.id) == GLUTEN
    other.close()


def test_two_sides_that_agree_are_none(drawer: Drawer, tmp_path: Path) -> None:
    """Equal payloads are no conflict, and the same again is not written."""
    drawer.revisions.write([ALLERGY])
    other = side_by_side(tmp_path, drawer)
    drawer.revisions.write([LATEX])
    other.revisions.write([LATEX])
    meet(drawer, other)
    assert drawer.revisions.conflicts() == ()
    assert len(drawer.revisions.log.heads(ALLERGY.id)) == 2
    assert drawer.revisions.write([LATEX]) == ()
    drawer.revisions.write([GLUTEN])
    assert len(drawer.revisions.log.heads(ALLERGY.id)) == 1
    other.close()


def test_retired_here_and_changed_there(drawer: Drawer, tmp_path: Path) -> None:
    """The value is shown, and the person is asked."""
    drawer.revisions.write([ALLERGY])
    other = side_by_side(tmp_path, drawer)
    drawer.revisions.write([Removal(ALLERGY.id)])
    other.revisions.write([LATEX])
    meet(drawer, other)
    (conflict,) = drawer.revisions.conflicts()
    assert {version.record for version in conflict.versions} == {None, LATEX}
    assert drawer.revisions.get(ALLERGY.id) == LATEX
    drawer.revisions.write([Removal(ALLERGY.id)])
    assert drawer.revisions.conflicts() == ()
    assert drawer.revisions.removed() == (LATEX,)
    other.close()


def test_an_erased_record_is_gone_and_unseen_changes_become_a_card(
    drawer: Drawer, tmp_path: Path
) -> None:
    """The table has room for what ends a record: it wins over what it descends from."""
    drawer.revisions.write([ALLERGY])
    other = side_by_side(tmp_path, drawer)
    (head,) = drawer.revisions.log.heads(ALLERGY.id)
    end = new_revision(
        record_id=ALLERGY.id,
        kind="allergy",
        sequence=2,
        time="2026-11-23T08:30:00Z",
        author=AUTHOR,
        what=What.ERASED,
        payload="null",
        parents=(head.id,),
    )
    take(drawer, [end])
    drawer.connection.write(
        "UPDATE revision SET salt = NULL, digest = NULL, payload = NULL WHERE what = 'value'"
    )
    assert drawer.revisions.last(ALLERGY.id) is None
    assert drawer.revisions.write([Removal(ALLERGY.id)]) == ()
    assert [version.record for version in drawer.revisions.history(ALLERGY.id)] == [None]
    assert drawer.revisions.damaged() == ()
    other.revisions.write([LATEX])
    meet(drawer, other)
    assert drawer.revisions.get(ALLERGY.id) == LATEX
    assert len(drawer.revisions.conflicts()) == 1
    other.close()


def test_taking_twice_changes_nothing_and_damage_is_refused(drawer: Drawer) -> None:
    """A revision is what its id names, or it does not come in."""
    drawer.revisions.write([ALLERGY])
    (revision,) = drawer.revisions.revisions()
    assert take(drawer, [revision]) == ()
    with pytest.raises(DamagedRecord):
        take(drawer, [replace(revision, payload="{}")])
    lone = named(replace(revision, record_id=RecordId("2" * 32), what=What.MOVED))
    assert take(drawer, [lone]) == (lone.record_id,)
    assert drawer.revisions.last(lone.record_id) is None


@pytest.mark.parametrize("seed", range(6))
def test_the_view_kept_equals_the_view_derived(drawer: Drawer, tmp_path: Path, seed: int) -> None:
    """After any changes on two sides, deriving everything again changes no row and no word."""
    chance = random.Random(seed)  # noqa: S311 - a seed makes a failure come back
    other = side_by_side(tmp_path, drawer)
    known = [Illness(name=name) for name in "abcd"] + [Document(name="p")]
    for _ in range(60):
        side = chance.choice([drawer, other])
        if chance.random() < 0.1:
            meet(drawer, other)
            continue
        record = chance.choice(known)
        if chance.random() < 0.3:
            side.revisions.write([Removal(record.id)])
        else:
            note = Prose(chance.choice(["x", "y", "z" * 5000]))
            side.revisions.write([replace(record, note=note)])
    for side in (drawer, other):
        kept = view(side)
        assert side.revisions.rebuild_current() == ()
        assert view(side) == kept
        assert side.search.whole()
    meet(drawer, other)
    assert view(drawer) == view(other)
    other.close()


# Damage


def test_a_damaged_row_is_mended_from_its_revision(drawer: Drawer) -> None:
    """The view is derived: the person reads on, and the index is right again."""
    drawer.revisions.write([ALLERGY, Illness(name="a")])
    drawer.connection.write("UPDATE record SET payload = '{}' WHERE kind = 'allergy'")
    assert drawer.revisions.damaged() == (ALLERGY.id,)
    assert drawer.revisions.records(Allergy) == (ALLERGY,)
    assert drawer.revisions.damaged() == ()
    assert drawer.search.whole()


@pytest.mark.parametrize("column", ["kind", "happened", "headline", "words", "payload", "digest"])
def test_every_column_that_is_shown_is_proved(drawer: Drawer, column: str) -> None:
    """Whatever is changed in a row, it is not shown as it is."""
    drawer.revisions.write([replace(ALLERGY, since=PartialDate("1998"))])
    drawer.connection.write(f"UPDATE record SET {column} = 'illness'")  # noqa: S608
    assert drawer.revisions.damaged() == (ALLERGY.id,)
    assert drawer.revisions.get(ALLERGY.id) == replace(ALLERGY, since=PartialDate("1998"))


def test_no_damaged_page_changes_what_is_read(tmp_path: Path) -> None:
    """One bit turned in each page of the file: all lines are read as written, or damage is told."""
    drawer = new_drawer(tmp_path)
    records = [replace(ALLERGY, id=new_id(), reaction=Prose(f"mot{n} " * 900)) for n in range(6)]
    drawer.revisions.write(records)
    drawer.close()
    path = tmp_path / "main-1.db"
    whole = path.read_bytes()
    told = read = 0
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole)
        damage(path, page)
        try:
            drawer = open_drawer(tmp_path)
        except FolderDamaged:
            told += 1
            continue
        for record in records:
            try:
                assert drawer.revisions.get(record.id) == record
                read += 1
            except (FolderDamaged, DamagedRecord):
                told += 1
        try:
            assert drawer.revisions.records(Allergy) == tuple(records)
        except (FolderDamaged, DamagedRecord):
            told += 1
        drawer.close()
    assert told < 60 < read


def test_damage_that_is_not_in_the_index_is_told_when_writing(drawer: Drawer) -> None:
    """Only an index is made again; nothing is written twice."""
    drawer.revisions.write([ALLERGY])
    real = drawer.revisions.log.next_sequence

    def fail() -> int:
        raise FolderDamaged

    drawer.revisions.log.next_sequence = fail  # type: ignore[method-assign]
    with pytest.raises(FolderDamaged):
        drawer.revisions.write([LATEX])
    drawer.revisions.log.next_sequence = real  # type: ignore[method-assign]
    assert drawer.revisions.records(Allergy) == (ALLERGY,)


def test_a_record_moved_away_leaves_nothing_to_derive(drawer: Drawer) -> None:
    """Neither listed nor damaged."""
    drawer.revisions.write([ALLERGY])
    (revision,) = drawer.revisions.revisions()
    away = new_revision(
        record_id=ALLERGY.id,
        kind="allergy",
        sequence=2,
        time=revision.time,
        author=AUTHOR,
        what=What.MOVED,
        payload="null",
        parents=(revision.id,),
    )
    take(drawer, [away])
    assert drawer.revisions.rebuild_current() == ()
    assert drawer.revisions.last(ALLERGY.id) is None
    assert drawer.search.find("penicilline") == ()
    assert drawer.revisions.write([Removal(ALLERGY.id)]) == ()


@pytest.mark.parametrize("ask", ["get", "records"])
def test_inside_a_transaction_damage_is_only_told(drawer: Drawer, ask: str) -> None:
    """The transaction fell with its connection: nothing is read in its place."""
    drawer.revisions.write([ALLERGY])
    question = {"get": ALLERGY.id, "records": Allergy}[ask]

    def go_on() -> None:
        with drawer.transaction():
            drawer.connection._lost = True
            getattr(drawer.revisions, ask)(question)

    with pytest.raises(FolderDamaged):
        go_on()
    assert getattr(drawer.revisions, ask)(question) in (ALLERGY, (ALLERGY,))


def test_what_is_damaged_twice_is_told_and_the_rest_is_read(drawer: Drawer) -> None:
    """No wrong line is ever shown, and no other line is lost with it."""
    well = Allergy(substance="Latex")
    drawer.revisions.write([ALLERGY, well])
    where = f"'{ALLERGY.id}'"
    drawer.connection.write(f"UPDATE record SET payload = '{{}}' WHERE id = {where}")  # noqa: S608
    drawer.connection.write(f"UPDATE revision SET payload = '{{}}' WHERE record = {where}")  # noqa: S608
    with pytest.raises(DamagedRecord) as caught:
        drawer.revisions.records(Allergy)
    assert caught.value.record_id == ALLERGY.id
    with pytest.raises(DamagedRecord):
        drawer.revisions.get(ALLERGY.id)
    with pytest.raises(DamagedRecord):
        drawer.revisions.history(ALLERGY.id)
    readable = drawer.revisions.readable("allergy")
    assert (readable.records, readable.damaged) == ((well,), (ALLERGY.id,))
    assert drawer.revisions.rebuild_current() == (ALLERGY.id,)
    assert drawer.revisions.records(Allergy) == (well,)


def test_a_row_without_revisions_is_damage(drawer: Drawer) -> None:
    """What nobody wrote is not shown."""
    drawer.revisions.write([ALLERGY])
    drawer.connection.write("DELETE FROM revision")
    drawer.connection.write("UPDATE record SET headline = 'x'")
    with pytest.raises(DamagedRecord):
        drawer.revisions.get(ALLERGY.id)


def test_a_kept_row_survives_the_loss_of_its_revision_only_as_damage(drawer: Drawer) -> None:
    """Retiring needs the value that comes back."""
    drawer.revisions.write([ALLERGY])
    drawer.connection.write("UPDATE revision SET payload = '{}'")
    with pytest.raises(DamagedRecord):
        drawer.revisions.write([Removal(ALLERGY.id)])
    assert drawer.revisions.get(ALLERGY.id) == ALLERGY


def revision_fields(revision: Revision) -> dict[str, object]:
    return {name: getattr(revision, name) for name in Revision.__slots__}


def test_revisions_come_back_as_they_were(drawer: Drawer) -> None:
    """All fields, with the parents in order."""
    drawer.revisions.write([ALLERGY])
    drawer.revisions.write([LATEX])
    first, second = drawer.revisions.revisions()
    assert second.parents == (first.id,)
    assert first.whole()
    assert second.whole()
    assert list(drawer.revisions.revisions(after=1)) == [second]
    assert drawer.revisions.log.one(second.id) == second
    assert revision_fields(first)["parents"] == ()
