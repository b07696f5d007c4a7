"""Two computers: what is new goes on a key, and is read on the other one."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import ignore_patterns

import pytest

from ensdesk.folder import this_computer
from ensdesk.folder.choosing import (
    choose_again,
    keep_all,
    keep_one,
    next_card,
    waiting,
)
from ensdesk.folder.doubling import double_to
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.restoring import bring_back_to, open_restored, the_double
from ensdesk.folder.two_computers import (
    NothingOnKey,
    leave,
    lying_in,
    may_have_another,
    note_put,
    outgoing,
    put_in,
    read_from,
    take_in,
)
from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.record.record import RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.erasing import erase
from ensdesk.vault.news import NewsTooShort
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.secrets import KeyFile
from ensdesk.vault.storage_trouble import PlaceGone
from ensdesk.vault.unknown_record import UnknownRecord
from tests.fakes import NOW, SHEET, MemoryKeychain, empty_folder
from tests.folder.second import second_computer, tell

POLLEN = Allergy(substance="Pollen")
TODAY = NOW.date()


@pytest.fixture
def other(folder: Folder, tmp_path: Path) -> Iterator[Folder]:
    folder.save(POLLEN)
    made = second_computer(folder, tmp_path / "second")
    yield made
    made.close()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    place = tmp_path / "CLE BLEUE"
    place.mkdir()
    return place


def test_the_two_find_each_other_by_the_first_news(folder, other, key) -> None:
    """A folder that was copied knows it; where it was copied from knows it by what it reads."""
    assert (may_have_another(folder), may_have_another(other)) == (False, True)
    tell(other, folder, key)
    assert may_have_another(folder)


def test_a_folder_copied_by_hand_can_be_joined_again(folder, key, tmp_path, monkeypatch) -> None:
    """It is opened on another computer: from then on both write, and each learns what is new."""
    folder.save(POLLEN)
    folder.vault.settle()
    shutil.copytree(folder.vault.path, tmp_path / "copied", ignore=ignore_patterns("*-wal", "lock"))
    monkeypatch.setattr(this_computer, "computer_name", lambda: "another computer")
    copied = open_folder(tmp_path / "copied", SHEET, MemoryKeychain(), clock=lambda: NOW)
    assert may_have_another(copied)
    copied.save(Illness(name="Asthme"))
    folder.save(Allergy(substance="Latex"))
    tell(copied, folder, key)
    tell(folder, copied, key)
    for one in (folder, copied):
        assert {allergy.substance for allergy in one.records(Allergy)} == {"Pollen", "Latex"}
        assert [illness.name for illness in one.records(Illness)] == ["Asthme"]
        assert all(drawer.journal.verify() == () for drawer in one.vault.drawers)
    copied.close()


def test_a_folder_on_a_key_is_the_same_on_every_computer(tmp_path, monkeypatch) -> None:
    """The key goes from one to another; so does a folder where the system gives no name."""
    place = tmp_path / "CLE" / "Dossier"
    monkeypatch.setattr("ensdesk.folder.found.sticks", lambda: (place.parent,))
    made = empty_folder(place)
    for computer in ("another computer", ""):
        made.close()
        monkeypatch.setattr(this_computer, "computer_name", lambda computer=computer: computer)
        made = open_folder(place, SHEET, MemoryKeychain())
        assert not may_have_another(made)
        monkeypatch.setattr("ensdesk.folder.found.sticks", lambda: ())
    made.close()


def test_two_keys_with_the_same_folder_are_told_apart(tmp_path, monkeypatch) -> None:
    """Copied by hand from key to key: one of its own, where the system tells keys apart."""
    keys = {"BLEUE": "", "ROUGE": "1a2b3c4d"}
    monkeypatch.setattr(
        "ensdesk.folder.found.sticks", lambda: tuple(tmp_path / one for one in keys)
    )
    monkeypatch.setattr(this_computer, "stick_number", lambda stick: keys[stick.name])
    empty_folder(tmp_path / "BLEUE" / "Dossier").close()
    for number in ("", "00000001", "", "00000001"):  # one system tells it, another one does not
        keys["BLEUE"] = number
        with closing(open_folder(tmp_path / "BLEUE/Dossier", SHEET, MemoryKeychain())) as blue:
            assert not may_have_another(blue)
    shutil.copytree(tmp_path / "BLEUE", tmp_path / "ROUGE")
    with closing(open_folder(tmp_path / "ROUGE/Dossier", SHEET, MemoryKeychain())) as red:
        assert may_have_another(red)


def test_what_was_erased_here_and_hidden_there_is_erased(folder, other, key) -> None:
    """Hiding copies it into the private drawer: erasing must reach it there."""
    tell(folder, other, key)
    hide(folder, POLLEN)
    erase(other.vault.main, other.vault.documents, POLLEN.id)
    for one, two in ((folder, other), (other, folder)):
        tell(one, two, key)
        assert two.records(Allergy) == ()
        assert not two.find("Pollen")
        assert two.vault.check().findings == ()
    rows = [
        drawer.connection.rows("SELECT payload FROM revision") for drawer in folder.vault.drawers
    ]
    assert "Pollen" not in str(rows)


def test_a_computer_that_was_made_again_from_its_double_agrees(folder, other, key, tmp_path):
    """Neither has met the other as it is now: what both know of the lost one is enough."""
    folder.save(Allergy(substance="Orties"))
    double_to(folder, key)
    folder.close()
    place, keychain = tmp_path / "new", MemoryKeychain()
    again = open_restored(bring_back_to(place, the_double(key), SHEET, keychain), SHEET, keychain)
    again.save(Allergy(substance="Latex"))
    other.save(Illness(name="Asthme"))
    with pytest.raises(NewsTooShort):
        tell(again, other, key)  # what came between the copy and the double is not in it
    tell(other, again, key)
    tell(again, other, key)
    assert {one.substance for one in other.records(Allergy)} == {"Pollen", "Orties", "Latex"}
    assert [one.name for one in again.records(Illness)] == ["Asthme"]
    again.close()


def test_what_is_new_comes_in_and_is_told(folder, other, key) -> None:
    """The pages hear of it, the journal has a line on each side, nothing is noted twice."""
    heard = []
    folder.changed = heard.append
    other.save(Illness(name="Asthme"))
    out = outgoing(other)
    path = put_in(other.vault.documents, out, key, TODAY)
    note_put(other, out)
    assert other.journal()[0].act == Act.NEWS_GIVEN
    assert lying_in(folder, key) == path
    incoming = read_from(folder.vault.documents, folder.vault.locks.all_keys, path)
    assert take_in(folder, incoming).lines == 1
    assert Illness in heard[-1]
    assert (folder.journal()[0].act, folder.journal()[0].words) == (Act.NEWS_TAKEN, "1")
    before = len(folder.journal())
    assert take_in(folder, incoming).lines == 0
    assert len(folder.journal()) == before
    leave(folder.vault.documents, incoming)


def test_what_another_computer_changed_is_not_taken_back_here(folder, other, key) -> None:
    """An undo step of before would write over it."""
    other.save(replace(POLLEN, severity=Severity.SEVERE))
    assert folder.undoes is not None
    tell(other, folder, key)
    assert folder.undoes is None


def test_names_on_the_key_tell_nothing_and_own_news_are_passed_over(
    folder, other, key, tmp_path
) -> None:
    """Two people may share a key; of the other computer the latest is read, of ours one stays."""
    stranger = empty_folder(tmp_path / "stranger")
    for each in (folder, stranger):
        put_in(each.vault.documents, outgoing(each), key, TODAY)
    with pytest.raises(NothingOnKey):
        lying_in(folder, key)
    put_in(other.vault.documents, outgoing(other), key, TODAY - datetime.timedelta(days=2))
    latest = put_in(other.vault.documents, outgoing(other), key, TODAY)
    assert lying_in(folder, key) == latest
    assert len(list(key.iterdir())) == 3
    assert all("Jeanne" not in path.name for path in key.iterdir())
    stranger.close()


def test_a_key_that_is_gone_is_told(folder, other, key, tmp_path) -> None:
    """While writing and while reading."""
    with pytest.raises(PlaceGone):
        put_in(folder.vault.documents, outgoing(folder), tmp_path / "gone", TODAY)
    keys = other.vault.locks.all_keys
    with pytest.raises(PlaceGone):
        read_from(other.vault.documents, keys, tmp_path / "gone" / "x.age")


# Choosing


def apart(folder: Folder, other: Folder, key: Path) -> None:
    """Let both change the same line."""
    folder.save(replace(POLLEN, substance="Pollen de bouleau"))
    other.save(replace(POLLEN, substance="Pollen d’herbe", severity=Severity.SEVERE))
    tell(other, folder, key)


def test_a_card_shows_what_differs_who_wrote_it_and_when(folder, other, key) -> None:
    """Only the lines that are not the same."""
    assert (waiting(folder), next_card(folder)) == (0, None)
    apart(folder, other, key)
    assert waiting(folder) == 1
    card = next_card(folder)
    assert (card.drawer, card.kind, card.all_may_stay) == ("main", Allergy, True)
    first, second = card.sides
    assert {side.writing.who for side in card.sides} == {"Jeanne"}
    assert first.writing.at == NOW
    assert {first.lines[0][1], second.lines[0][1]} == {"Pollen de bouleau", "Pollen d’herbe"}
    assert len(first.lines) == len(second.lines) == 2
    assert not first.gone
    assert not first.for_ever


def test_one_is_kept_and_the_answer_is_taken_back(folder, other, key) -> None:
    """The pages hear of each step."""
    heard = []
    folder.changed = heard.append
    apart(folder, other, key)
    card = next_card(folder)
    keep_one(folder, card, card.sides[0])
    assert (waiting(folder), heard[-1]) == (0, frozenset({Allergy}))
    assert folder.record(POLLEN.id) == card.sides[0].version.record
    choose_again(folder, card)
    assert waiting(folder) == 1


def test_both_are_kept(folder, other, key) -> None:
    """As two lines."""
    apart(folder, other, key)
    keep_all(folder, next_card(folder))
    assert len(folder.records(Allergy)) == 2
    assert waiting(folder) == 0


def test_private_lines_and_kinds_of_a_newer_program_are_cards_too(folder, other, key) -> None:
    """The private drawer has its own; of an unknown kind there are no lines to show."""
    later = UnknownRecord(id=RecordId("1" * 32), kind="tattoo", payload={"where": "bras"})
    folder.vault.private.revisions.write([later])
    other.vault.private.revisions.write([replace(later, payload={"where": "dos"})])
    tell(other, folder, key)
    card = next_card(folder)
    assert (card.drawer, card.kind, card.headline) == ("private", None, "")
    assert [side.lines for side in card.sides] == [(), ()]
    keep_one(folder, card, card.sides[1])
    assert waiting(folder) == 0


def test_taken_away_and_erased_are_sides_too(folder, other, key) -> None:
    """All the lines of the one that stays are shown."""
    folder.vault.main.revisions.write([Removal(POLLEN.id)])
    other.save(replace(POLLEN, substance="Pollen d’herbe"))
    tell(other, folder, key)
    gone = next(side for side in next_card(folder).sides if side.gone)
    assert (gone.for_ever, gone.lines) == (False, ())
    erase(other.vault.main, other.vault.documents, POLLEN.id)
    folder.save(replace(POLLEN, substance="Pollen"))
    tell(other, folder, key)
    assert any(side.for_ever for side in next_card(folder).sides)


def test_a_list_of_keys_to_choose_counts(folder, other, key) -> None:
    """And whoever helps has nothing to choose."""
    add_person(folder, "Marie", HELPER, KeyFile(b"m" * 32))
    add_person(other, "Paul", HELPER, KeyFile(b"p" * 32))
    tell(other, folder, key)
    assert waiting(folder) == 1
    folder.helped_by = "Marie"
    assert (waiting(folder), may_have_another(folder)) == (0, False)


def test_a_paper_of_the_other_computer_is_in_the_list(folder, other, key) -> None:
    """Its record and its line are found by their words."""
    other.save(Document(name="Prise de sang"))
    tell(other, folder, key)
    assert [hit.record.headline() for hit in folder.find("sang")] == ["Prise de sang"]
