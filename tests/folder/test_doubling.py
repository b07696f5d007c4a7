"""Making a double of a folder and taking it back, as a person does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ensdesk.folder import found, key_gone, known_doubles
from ensdesk.folder.doubling import (
    FolderIsOlder,
    OtherPersonsDouble,
    SameKey,
    begin_double,
    double_to,
    look_at,
    write_double,
)
from ensdesk.folder.key_gone import KeyGone
from ensdesk.folder.known_doubles import plugged, start_by_itself
from ensdesk.folder.restoring import bring_back_to, open_restored, the_double
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.acts import Act
from ensdesk.vault.double_layout import MARKER, DoubleDamaged, NoDouble
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.secrets import SheetWords, WrongSheet
from ensdesk.vault.storage_trouble import ReadOnlyPlace
from tests.fakes import SHEET, TODAY, MemoryKeychain, empty_folder
from tests.vault.drawers import damage
from tests.vault.quick import OTHER_SHEET
from tests.whole.powers import read_only


@pytest.fixture
def folder(tmp_path):
    made = empty_folder(tmp_path / "folder")
    yield made
    made.close()


@pytest.fixture
def key(tmp_path, monkeypatch) -> Path:
    """A USB key that is plugged in."""
    place = tmp_path / "BLEUE"
    place.mkdir()
    for module in (found, key_gone, known_doubles):
        monkeypatch.setattr(module, "sticks", lambda: (place,) if place.exists() else ())
    return place


def back(key: Path, place: Path, secret=SHEET):
    """Take the double back; return the folder, open, and what came."""
    came = bring_back_to(place, the_double(key), secret, MemoryKeychain())
    return open_restored(came, secret, MemoryKeychain()), came


def test_a_double_is_remembered_with_its_key(folder, key):
    """Which key, when, how many; the journal has it too, among what left the folder."""
    double_to(folder, key)
    double_to(folder, key)
    (known,) = known_doubles.known_doubles(folder)
    assert (known.label, known.number, known.place, known.by_itself) == ("BLEUE", 2, "", None)
    assert folder.journal(1)[0].act == Act.DOUBLE_MADE
    assert folder.journal(1)[0].words == "BLEUE"


def test_a_place_that_is_no_key_is_remembered_by_its_path(folder, key, tmp_path):
    """The latest double comes first."""
    place = tmp_path / "disk"
    place.mkdir()
    double_to(folder, key)
    double_to(folder, place)
    first, second = known_doubles.known_doubles(folder)
    assert (first.place, first.label, second.label) == (str(place), "disk", "BLEUE")


def test_what_was_said_about_starting_alone_is_kept(folder, key):
    """Asked once for each key."""
    made = double_to(folder, key)
    start_by_itself(folder, made.double.id, yes=True)
    double_to(folder, key)
    (known,) = known_doubles.known_doubles(folder)
    assert known.by_itself is True
    assert plugged((known,)) == ((known, key),)
    (key / "Double ensdesk" / MARKER).write_bytes(b"")
    shutil.rmtree(key / "Double ensdesk/snapshot-1")
    shutil.rmtree(key / "Double ensdesk/snapshot-2")
    assert plugged((known,)) == ()


def test_a_double_of_a_newer_program_starts_nothing(folder, key):
    """It is passed over in silence."""
    from ensdesk.vault.double_layout import _text

    made = double_to(folder, key)
    (made.double.path / MARKER).write_bytes(_text({"double": 2}))
    assert plugged(known_doubles.known_doubles(folder)) == ()


def test_the_key_of_the_folder_itself_is_refused(key):
    """Both would be lost together; a place inside the folder neither."""
    folder = empty_folder(key / "Dossier ensdesk")
    with pytest.raises(SameKey):
        look_at(folder, key)
    folder.close()


def test_a_place_inside_the_folder_is_refused(folder):
    """A double of the double would follow."""
    with pytest.raises(SameKey):
        look_at(folder, folder.vault.path / "documents")


def test_the_double_of_somebody_else_is_refused(folder, key, tmp_path):
    """Chosen itself; with its key chosen, the double goes beside it."""
    other = empty_folder(tmp_path / "other")
    theirs = double_to(other, key).double.path
    other.close()
    with pytest.raises(OtherPersonsDouble):
        look_at(folder, theirs)
    assert double_to(folder, key).double.path.name == "Double ensdesk 2"
    with pytest.raises(NoDouble):
        the_double(key)


def test_an_older_folder_writes_nothing_into_a_newer_double(folder, key, tmp_path):
    """The folder that came back from a double goes on there; the one before does not any more."""
    double_to(folder, key)
    again, restored = back(key, tmp_path / "new")
    assert (restored.papers, restored.lost) == (0, 0)
    assert again.journal(1)[0].act == Act.DOUBLE_RESTORED
    again.save(Allergy(substance="Latex"))
    double_to(again, key)
    again.close()
    before = sorted(path.name for path in key.rglob("*"))
    with pytest.raises(FolderIsOlder):
        double_to(folder, key)
    assert sorted(path.name for path in key.rglob("*")) == before


def test_a_wrong_sheet_brings_nothing_back(folder, key, tmp_path):
    """Nothing is written before the sheet is right."""
    double_to(folder, key)
    with pytest.raises(WrongSheet):
        back(key, tmp_path / "new", SheetWords(OTHER_SHEET.words))
    assert not (tmp_path / "new").exists()


def test_a_damaged_state_gives_way_to_the_one_before(folder, key, tmp_path):
    """What comes back is told with its day; with nothing whole left, so is that."""
    double_to(folder, key)
    double_to(folder, key)
    damage(key / "Double ensdesk/snapshot-2/main-1.db", 3)
    again, came = back(key, tmp_path / "new")
    assert came.day == TODAY
    again.close()
    damage(key / "Double ensdesk/snapshot-1/main-1.db", 3)
    with pytest.raises(DoubleDamaged):
        back(key, tmp_path / "newer")


def test_a_key_that_cannot_be_written(folder, key):
    """Said in the words of any place that is closed."""
    with read_only(key), pytest.raises(ReadOnlyPlace):
        double_to(folder, key)


def test_a_key_pulled_out(folder, key, tmp_path):
    """Before, while it is written, and while it comes back: the same words."""
    target = look_at(folder, key)
    staged = begin_double(folder, target, lambda: None)
    key.rename(tmp_path / "pulled")
    with pytest.raises(KeyGone):
        write_double(folder, target, staged)
    with pytest.raises(KeyGone):
        look_at(folder, key)
    assert not (folder.vault.path / "double.part").exists()
    (tmp_path / "pulled").rename(key)
    double_to(folder, key)
    double = the_double(key)
    shutil.rmtree(key)
    with pytest.raises(KeyGone):
        bring_back_to(tmp_path / "new", double, SHEET, MemoryKeychain())


def test_somebody_who_helps_makes_no_double(folder, key, monkeypatch):
    """Only the person whose folder it is can."""
    monkeypatch.setattr(folder.vault, "private", None)
    with pytest.raises(HolderOnly):
        begin_double(folder, look_at(folder, key), lambda: None)
    monkeypatch.undo()
