"""The ways that open a folder, tried again and changed; without any slow secret."""

from pathlib import Path

import pytest

from ensdesk.folder import secrets_of_folder as ways
from ensdesk.folder.folder import Folder
from ensdesk.folder.key_file import key_for
from ensdesk.folder.opening import new_sheet
from ensdesk.folder.secrets_of_folder import Way
from ensdesk.folder.waits import WaitFirst, Waits
from ensdesk.vault.acts import Act
from ensdesk.vault.secrets import KeyFile, WrongKeyFile, WrongSheet
from tests.fakes import SHEET, MemoryKeychain


def test_the_ways_are_read_without_a_secret(folder: Folder) -> None:
    """The header says what a folder opens with."""
    assert ways.ways_of_place(folder.vault.path) == {Way.SHEET} == ways.ways_of_folder(folder)


def test_a_key_is_added_then_replaced(folder: Folder, tmp_path: Path) -> None:
    """The second key opens, the first no longer does."""
    keychain, waits = MemoryKeychain(), Waits()
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    ways.set_key(folder, old)
    ways.try_again(folder, (key_for(old),), keychain, waits)
    ways.set_key(folder, new)
    ways.try_again(folder, (key_for(new),), keychain, waits)
    with pytest.raises(WrongKeyFile):
        ways.try_again(folder, (key_for(old),), keychain, Waits())
    assert ways.ways_of_folder(folder) == {Way.SHEET, Way.KEY}
    assert Act.CODE_CHANGED in [line.act for line in folder.journal()]


def test_one_key_among_several_is_enough(folder: Folder, tmp_path: Path) -> None:
    """Several USB keys may be plugged in: the order does not count."""
    stranger, right = KeyFile(b"x" * 32), key_for(tmp_path)
    ways.set_key(folder, tmp_path)
    keychain = MemoryKeychain()
    for keys in ((stranger, right), (right, stranger)):
        ways.try_again(folder, keys, keychain, Waits())
    place = folder.vault.path
    folder.close()
    for keys in ((stranger, right), (right, stranger)):
        ways.open_with_any(place, keys, keychain, Waits()).close()
    with pytest.raises(WrongKeyFile):
        ways.open_with_any(place, (stranger, stranger), keychain, Waits())


def test_wrong_tries_wait(folder: Folder) -> None:
    """A stranger in front of an open folder is slowed down too."""
    waits = Waits(clock=lambda: 0.0)
    for _ in range(3):
        with pytest.raises(WrongSheet):
            ways.try_again(folder, (new_sheet(),), MemoryKeychain(), waits)
    with pytest.raises(WaitFirst):
        ways.try_again(folder, (SHEET,), MemoryKeychain(), waits)


def test_a_sheet_that_was_never_proved_is_replaced_at_once(folder: Folder) -> None:
    """Nobody may have its words."""
    new = ways.start_sheet(folder)
    assert not folder.key_sheet_proved()
    ways.try_again(folder, (new,), MemoryKeychain(), Waits())
    with pytest.raises(WrongSheet):
        ways.try_again(folder, (SHEET,), MemoryKeychain(), Waits())
    ways.prove_sheet(folder, new)
    assert folder.key_sheet_proved()


def test_a_proved_sheet_stays_good_until_the_next_is_proved(folder: Folder) -> None:
    """Stopping half-way leaves the old paper right; proving voids it."""
    ways.prove_sheet(folder, SHEET)
    new = ways.start_sheet(folder)
    ways.try_again(folder, (SHEET,), MemoryKeychain(), Waits())
    assert folder.key_sheet_proved()
    ways.prove_sheet(folder, new)
    assert folder.key_sheet_proved()
    ways.try_again(folder, (new,), MemoryKeychain(), Waits())
    with pytest.raises(WrongSheet):
        ways.try_again(folder, (SHEET,), MemoryKeychain(), Waits())
