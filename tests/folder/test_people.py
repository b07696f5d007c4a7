"""The people who help: let in with a name, kept to their role, ended, stopped."""

import datetime
from pathlib import Path

import pytest

from ensdesk.folder import people
from ensdesk.folder.folder import Folder
from ensdesk.folder.key_file import key_for
from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import HELPER, READER, add_person, stop_helping
from ensdesk.folder.removed import erase_for_ever
from ensdesk.folder.secrets_of_folder import (
    Way,
    set_key,
    set_words,
    try_again,
    ways_of_folder,
    ways_offered,
)
from ensdesk.folder.waits import Waits
from ensdesk.folder.who_sees import who_sees
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.acts import Act
from ensdesk.vault.drawer import ReadsOnly
from ensdesk.vault.locks import HolderOnly, SecretTaken
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import KeyFile, SheetWords, WrongKeyFile, WrongSheet
from ensdesk.vault.storage_trouble import DiskFull
from ensdesk.vault.vault import Vault
from tests.fakes import NOW, SHEET, MemoryKeychain

MARIE = SheetWords(words_of(b"\2" * 16))
PAUL = KeyFile(b"p" * 32)


def opened(place: Path, secret: object, day: int = 0) -> Folder:
    later = NOW + datetime.timedelta(days=day)
    return open_folder(place, secret, MemoryKeychain(), clock=lambda: later)  # type: ignore[arg-type]


def test_a_person_has_a_name_and_a_last_day(folder: Folder) -> None:
    """The list is read from the true keys, the names from inside."""
    until = NOW.date() + datetime.timedelta(days=7)
    slot = add_person(folder, "Marie", HELPER, MARIE, until)
    add_person(folder, "Paul", READER, PAUL)
    marie, paul = people.people(folder)
    assert (marie.slot, marie.name, marie.way, marie.until) == (slot, "Marie", "sheet", until)
    assert (marie.changes, paul.changes, paul.until, paul.opened) == (True, False, None, None)
    assert people.somebody(folder, slot) == marie
    assert folder.journal()[0].act == Act.PERSON_ADDED
    assert folder.helped_by is None


def test_who_helps_signs_and_sees_nothing_private(folder: Folder) -> None:
    """Each act carries their slot; the opening is noted."""
    slot = add_person(folder, "Marie", HELPER, MARIE)
    place = folder.vault.path
    folder.close()
    helping = opened(place, MARIE)
    assert (helping.helped_by, helping.may_change) == ("Marie", True)
    assert helping.vault.private is None
    helping.save(Allergy(substance="Latex"))
    assert {line.author for line in helping.journal(2)} == {slot}
    with pytest.raises(HolderOnly):
        add_person(helping, "Luc", HELPER, PAUL)
    with pytest.raises(HolderOnly):
        erase_for_ever(helping, helping.records(Allergy)[0])
    helping.close()
    again = opened(place, SHEET)
    (marie,) = people.people(again)
    assert marie.opened == NOW
    again.close()


def test_who_reads_writes_nothing(folder: Folder) -> None:
    """The folder refuses in words; the opening is noted all the same."""
    add_person(folder, "Paul", READER, PAUL)
    folder.save(Allergy(substance="Latex"))
    place = folder.vault.path
    folder.close()
    reading = opened(place, PAUL)
    assert (reading.helped_by, reading.may_change) == ("Paul", False)
    with pytest.raises(ReadsOnly):
        reading.save(Allergy(substance="Noix"))
    with pytest.raises(ReadsOnly):
        reading.retire(reading.records(Allergy)[0])
    assert [one.substance for one in reading.records(Allergy)] == ["Latex"]
    assert reading.journal(1)[0].act == Act.OPENED
    reading.close()


def test_the_last_day_counts_whole(folder: Folder) -> None:
    """The day after, the answer is that of a wrong secret; the holder's opening removes the way."""
    add_person(folder, "Marie", HELPER, MARIE, NOW.date() + datetime.timedelta(days=1))
    add_person(folder, "Paul", READER, PAUL)
    place = folder.vault.path
    folder.close()
    opened(place, MARIE, day=1).close()
    waits = Waits()
    with pytest.raises(WrongSheet):
        open_folder(place, MARIE, MemoryKeychain(), waits, lambda: NOW + datetime.timedelta(days=2))
    assert waits.wrong == 1
    opened(place, PAUL, day=2).close()
    assert (place / "main-1.db").exists()
    holder = opened(place, SHEET, day=2)
    assert [one.name for one in people.people(holder)] == ["Paul"]
    assert holder.vault.locks.file_names.main == "main-2.db"
    holder.close()
    with pytest.raises(WrongSheet):
        opened(place, MARIE)


def test_stopping_is_one_act(folder: Folder) -> None:
    """The answer is that of a wrong secret, and the folder goes on under a new key."""
    slot = add_person(folder, "Marie", HELPER, MARIE)
    stop_helping(folder, slot)
    folder.save(Allergy(substance="Latex"))
    assert people.people(folder) == ()
    with pytest.raises(people.PersonGone):
        people.somebody(folder, slot)
    assert folder.journal(2)[-1].words == "Marie"
    place = folder.vault.path
    folder.close()
    with pytest.raises(WrongSheet):
        opened(place, MARIE)
    again = opened(place, SHEET)
    assert [one.substance for one in again.records(Allergy)] == ["Latex"]
    again.close()


def test_a_key_not_yet_renewed_is_renewed_at_the_next_opening(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk stops neither the stopping nor the opening."""
    slot = add_person(folder, "Marie", HELPER, MARIE)

    def full(_vault: Vault) -> None:
        raise DiskFull

    place = folder.vault.path
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "renew_key", full)
        with pytest.raises(DiskFull):
            stop_helping(folder, slot)
        folder.close()
        opened(place, SHEET).close()
    again = opened(place, SHEET)
    assert not again.vault.key_is_old
    assert again.vault.locks.file_names.main == "main-2.db"
    again.close()


def test_one_secret_opens_for_one_person(folder: Folder) -> None:
    """Else it would not say who came: somebody's key sheet is not given to somebody else."""
    with pytest.raises(SecretTaken):
        add_person(folder, "Marie", HELPER, SHEET)
    assert people.people(folder) == ()


def test_help_for_one_session_is_signed(folder: Folder, french: None) -> None:
    """Somebody of the same name signs as last time; nobody else has their id."""
    add_person(folder, "Marie", HELPER, MARIE)
    first, second = people.hand_to(folder, "Marie"), people.hand_to(folder, "Marie")
    assert first == second
    assert people.people(folder)[0].slot not in first.decode()
    place = folder.vault.path
    folder.close()
    session = people.open_handed(place, first, MemoryKeychain(), lambda: NOW)
    assert session.helped_by == "Marie"
    session.save(Allergy(substance="Latex"))
    writing = session.writing(session.records(Allergy)[0].id)
    assert writing is not None
    assert writing.who == "Marie (aide)"
    session.close()


def test_ones_own_ways_are_told_apart(folder: Folder, tmp_path: Path) -> None:
    """Marie's sheet is not the holder's; she changes her own, and no other."""
    add_person(folder, "Marie", HELPER, MARIE)
    add_person(folder, "Paul", READER, PAUL)
    assert ways_of_folder(folder) == {Way.SHEET}
    set_key(folder, tmp_path)
    place = folder.vault.path
    folder.close()
    helping = opened(place, MARIE)
    assert ways_of_folder(helping) == {Way.SHEET}
    with pytest.raises(HolderOnly):
        set_words(helping, "Le chat de Mémé dort sur l’édredon")
    keychain = MemoryKeychain()
    try_again(helping, (MARIE,), keychain, Waits())
    try_again(helping, (SHEET,), keychain, Waits(), of_holder=True)
    with pytest.raises(WrongSheet):
        try_again(helping, (MARIE,), keychain, Waits(), of_holder=True)
    with pytest.raises(WrongKeyFile):
        try_again(helping, (PAUL,), keychain, Waits())
    helping.close()


def test_a_page_does_not_tell_that_somebody_was_stopped(folder: Folder) -> None:
    """The way of who was stopped is still asked for; it reads as a wrong one."""
    slot = add_person(folder, "Paul", READER, PAUL)
    place = folder.vault.path
    assert ways_offered(place) == ({Way.SHEET, Way.KEY}, Way.KEY)
    stop_helping(folder, slot)
    assert ways_offered(place) == (set(Way), Way.SHEET)
    folder.close()
    with pytest.raises(WrongKeyFile):
        opened(place, PAUL)


def test_every_way_of_the_holder_has_their_name(folder: Folder, tmp_path: Path) -> None:
    """The key that was added later opens as Jeanne too."""
    set_key(folder, tmp_path)
    place = folder.vault.path
    folder.close()
    again = opened(place, key_for(tmp_path))
    again.save(Allergy(substance="Latex"))
    written = again.writing(again.records(Allergy)[0].id)
    assert written is not None
    assert written.who == "Jeanne"
    assert [name for _at, name in who_sees(again).openings] == ["Jeanne"]
    assert again.who("nobody") == ""
    again.close()
