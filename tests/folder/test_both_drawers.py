"""Two drawers read as one: everything in its order for the holder, nothing for who helps."""

import datetime
from dataclasses import replace

import pytest

from ensdesk.folder.change import Change
from ensdesk.folder.ending_soon import ending_soon
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import hide, show_again
from ensdesk.folder.measures import measures_since
from ensdesk.folder.opening import open_folder
from ensdesk.folder.over_time import happened, years
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.removed import erase_for_ever, removed
from ensdesk.folder.sorted_papers import of_author, sorted_papers
from ensdesk.kinds.document import Document
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.note import Note
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Record
from ensdesk.vault.acts import Act
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from tests.fakes import NOW, SHEET, MemoryKeychain

MARIE = SheetWords(words_of(b"\2" * 16))
MARK = "Zyxomarkowine"


def notes(count: int) -> list[Note]:
    """Return notes of following days, the first ones first; the last one has no date."""
    day = datetime.date(2025, 1, 1)
    dated = [
        Note(name=f"{number}", date=PartialDate.of(day + datetime.timedelta(number)))
        for number in range(count - 1)
    ]
    return [*dated, Note(name="sans date")]


def names(records: tuple[Record, ...]) -> list[str]:
    return [record.headline() for record in records]


@pytest.fixture
def mixed(folder: Folder) -> Folder:
    """A folder with ten notes of which some are private: the first, two together, the last."""
    written = notes(10)
    for note in written:
        folder.save(note)
    for place in (0, 4, 5, 9):
        hide(folder, written[place])
    return folder


def test_every_slice_of_a_long_list_is_that_of_the_whole(mixed: Folder) -> None:
    """Whatever the slice, as if there were one drawer; the private ones say so."""
    whole = [str(number) for number in range(8, -1, -1)] + ["sans date"]
    for offset in range(11):
        for count in range(1, 11):
            found = mixed.page_of(Note, offset, count)
            assert names(found) == whole[offset : offset + count]
    private = {note.name for note in mixed.page_of(Note, 0, 10) if note.private}
    assert private == {"0", "4", "5", "sans date"}


def test_lists_counts_and_years_hold_both(mixed: Folder) -> None:
    """In the order first written; what anybody may see is a part of it."""
    assert names(mixed.records(Note)) == [str(number) for number in range(9)] + ["sans date"]
    assert mixed.count(Note) == len(mixed.ids(Note)) == 10
    assert mixed.open_part.count(Note) == len(mixed.open_part.ids(Note)) == 6
    assert names(mixed.open_part.latest(Note, 2)) == ["8", "7"]
    assert years(mixed, NOW.date()) == {2025: 9}
    assert names(happened(mixed, NOW.date(), 2025, 3, 3)) == ["5", "4", "3"]
    assert len(mixed.writings()) == 12
    assert [one.headline() for one in mixed.drawers.hidden()] == ["0", "4", "5", "sans date"]


def test_who_helps_reads_one_drawer(mixed: Folder) -> None:
    """No list, count, year, answer or line of what was done holds a private record."""
    add_person(mixed, "Marie", HELPER, MARIE)
    hidden = mixed.records(Note)[4]
    mixed.close()
    marie = open_folder(mixed.vault.path, MARIE, MemoryKeychain(), clock=lambda: NOW)
    assert names(marie.page_of(Note, 0, 9)) == ["8", "7", "6", "3", "2", "1"]
    assert marie.count(Note) == 6
    assert marie.record(hidden.id) is None
    assert marie.find("4") == () == marie.find("sans date")
    assert marie.drawers.hidden() == ()
    assert not any(note.private for note in marie.records(Note))
    about = {line.record_id for line in marie.journal(99)}
    assert hidden.id not in about
    assert len([line for line in marie.journal(99) if line.act == Act.RECORD_ADDED]) == 6
    marie.close()


def test_since_the_last_opening_tells_each_what_they_may_know(mixed: Folder) -> None:
    """Marie is not told how many private lines were written."""
    add_person(mixed, "Marie", HELPER, MARIE)
    mixed.close()
    open_folder(mixed.vault.path, SHEET, MemoryKeychain(), clock=lambda: NOW).close()
    holder = open_folder(mixed.vault.path, SHEET, MemoryKeychain(), clock=lambda: NOW)
    note = Note(name="à cacher")
    holder.save(note)
    hide(holder, note)
    holder.close()
    later = open_folder(mixed.vault.path, SHEET, MemoryKeychain(), clock=lambda: NOW)
    told = later.drawers.since_last_opening()
    assert told is not None
    assert told[1][Act.RECORD_ADDED] == 1
    assert told[1][Act.RECORD_HIDDEN] >= 1
    later.close()
    marie = open_folder(mixed.vault.path, MARIE, MemoryKeychain(), clock=lambda: NOW)
    told = marie.drawers.since_last_opening()
    assert told is not None
    assert Act.RECORD_HIDDEN not in told[1]
    assert Act.RECORD_ADDED not in told[1]
    marie.close()


def test_what_was_done_is_read_on_through_both_journals(mixed: Folder) -> None:
    """Slice after slice, none twice; the words of what is private now are there."""
    every = mixed.journal(99)
    assert [line.words for line in every if line.act == Act.RECORD_HIDDEN] == [
        "sans date",
        "5",
        "4",
        "0",
    ]
    assert all(line.words for line in every if line.act == Act.RECORD_ADDED)
    read, seen = [], None
    while some := mixed.journal(4, seen):
        read += some
        seen = some[-1].seen
    assert sorted((line.act, line.words or "") for line in read) == sorted(
        (line.act, line.words or "") for line in every
    )


def test_a_search_answers_from_both(folder: Folder) -> None:
    """In turn, so that many open answers hide no private one."""
    for number in range(6):
        folder.save(Note(name=f"Pollen {number}"))
    secret = Note(name="Pollen secret")
    folder.save(secret)
    hide(folder, secret)
    found = folder.find("pollen", 3)
    assert len(found) == 3
    assert [hit.record.id for hit in found if hit.record.private] == [secret.id]
    assert folder.find_near("polen")[1].record.private


def test_papers_measures_and_last_days_are_read_from_both(folder: Folder) -> None:
    """By doctor, until when, and from a day on."""
    until = PartialDate("2026-12-01")
    seen = Document(name="vu", author="Docteur Martin", until=until, date=PartialDate("2025"))
    secret = replace(seen, id=Document(name="").id, name="caché", until=PartialDate("2026-11-30"))
    for paper in (seen, secret):
        folder.save(paper)
    hide(folder, secret)
    assert names(of_author("Docteur Martin").some(folder, 0, 5)) == ["caché", "vu"]
    assert sorted_papers(folder).authors == {"Docteur Martin": 2}
    assert names(ending_soon(folder, NOW.date())) == ["caché", "vu"]
    weights = [
        Measurement(
            type=MeasurementType.WEIGHT,
            value=Quantity("70", "kg"),
            taken=PartialDate(f"2026-10-0{day}"),
        )
        for day in (1, 2, 3)
    ]
    for weight in weights:
        folder.save(weight)
    hide(folder, weights[1])
    day = datetime.date(2026, 10, 2)
    assert [one.id for one in measures_since(folder, MeasurementType.WEIGHT, day)] == [
        weights[2].id,
        weights[1].id,
    ]


def test_a_private_record_is_changed_retired_and_put_back_where_it_is(mixed: Folder) -> None:
    """It never goes to main by being written."""
    note = next(note for note in mixed.records(Note) if note.name == "4")
    mixed.save(replace(note, name=MARK))
    assert mixed.vault.main.revisions.get(note.id) is None
    changed = mixed.record(note.id)
    assert changed is not None
    mixed.retire(changed)
    assert mixed.record(note.id) is None
    assert [one.record.headline() for one in removed(mixed, recent=True)] == [MARK]
    mixed.undo()
    assert mixed.record(note.id) == changed
    writing = mixed.writing(note.id)
    assert writing is not None
    assert writing.who == "Jeanne"
    assert mixed.vault.main.revisions.get(note.id) is None


def test_one_change_may_concern_both(mixed: Folder) -> None:
    """One step to undo; a new record goes to main."""
    open_one, private = mixed.records(Note)[3:5]
    new = Note(name="nouveau")
    after = (replace(open_one, name="ouvert"), replace(private, name="privé"), new)
    mixed.do(Change("Change", (open_one, private), after))
    assert names(mixed.records(Note))[3:5] == ["ouvert", "privé"]
    assert mixed.open_part.record(new.id) == new
    assert mixed.open_part.record(private.id) is None
    mixed.undo()
    assert names(mixed.records(Note))[3:5] == ["3", "4"]


def test_erasing_a_private_record_leaves_no_word_in_either(mixed: Folder) -> None:
    """Also when it was private once and is open again."""
    first, second = [note for note in mixed.records(Note) if note.private][:2]
    show_again(mixed, second)
    assert erase_for_ever(mixed, first)
    assert erase_for_ever(mixed, second)
    about = [line for line in mixed.journal(99) if line.record_id in {first.id, second.id}]
    assert {line.words for line in about} <= {None, ""}


def test_a_half_filled_page_of_the_holder_lies_where_nobody_else_reads(folder: Folder) -> None:
    """Who helps has a place of their own in main."""
    folder.keep_draft("form", {"words": MARK})
    assert folder.vault.main.aside.starting("draft") == {}
    assert folder.take_draft() == ("form", {"words": MARK})
    assert folder.take_draft() is None


def test_after_a_new_key_the_new_file_is_read(mixed: Folder) -> None:
    """Nothing holds on to the drawer that was closed."""
    slot = add_person(mixed, "Marie", HELPER, MARIE)
    part = mixed.open_part
    mixed.vault.close_way(slot)
    assert part.count(Note) == 6
    assert len(mixed.records(Note)) == 10
