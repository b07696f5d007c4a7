"""A folder comes back from a double with the key sheet alone, whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.document_store import Stopped
from ensdesk.vault.double_layout import Double, DoubleDamaged, NoDouble, double_at, paper_path
from ensdesk.vault.keychain import KeychainEmpty
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.restoring import Restored, open_snapshot, restore, whole_snapshots
from ensdesk.vault.secrets import Code, Secret
from ensdesk.vault.stretch import Cost
from ensdesk.vault.unfinished import FolderAlreadyThere
from ensdesk.vault.vault import Vault
from tests.fakes import SHEET, MemoryKeychain
from tests.vault.drawers import ALLERGY, damage, open_vault
from tests.vault.quick import OTHER_SHEET, QuickStretcher
from tests.vault.test_double import add_paper, doubled
from tests.whole.powers import read_only


@pytest.fixture
def double(vault: Vault, tmp_path: Path) -> Double:
    """The double of a folder with a line and two papers; the folder is closed."""
    key = tmp_path / "BLEUE"
    key.mkdir()
    vault.main.revisions.write([ALLERGY])
    add_paper(vault)
    add_paper(vault, b"secret", vault.private)
    made = doubled(vault, key).double
    vault.close()
    return made


def brought(double: Double, place: Path, secret: Secret = SHEET) -> Restored:
    (state, *_older) = whole_snapshots(double)
    return restore(open_snapshot(double, state, secret, MemoryKeychain()), place)


def test_everything_is_there_again(double: Double, vault: Vault, tmp_path: Path) -> None:
    """Lines, papers of both drawers, plain files; the whole check finds nothing."""
    parts: list[float] = []
    (state,) = whole_snapshots(double)
    opened = open_snapshot(double, state, SHEET, MemoryKeychain())
    assert restore(opened, tmp_path / "new", progress=parts.append) == Restored(2, 0)
    assert parts[-1] == 1
    again = open_vault(tmp_path / "new")
    assert again.folder_id == vault.folder_id
    assert again.main.revisions.records(Allergy) == (ALLERGY,)
    assert again.check().well
    assert again.check().papers == 2
    again.close()
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert names == {path.name for path in vault.path.iterdir()}


def test_two_copies_never_write_one_chain(double: Double, vault: Vault, tmp_path: Path) -> None:
    """Each drawer has a new chain; the lines before are kept, and no salt is shared."""
    brought(double, tmp_path / "new")
    first, second = open_vault(vault.path), open_vault(tmp_path / "new")
    for one, other in zip(first.drawers, second.drawers, strict=True):
        assert one.journal.end()[0] != other.journal.end()[0]
    assert len(second.main.journal.lines()) == len(first.main.journal.lines())
    first.close()
    second.close()
    files = [path for at in (vault.path, tmp_path / "new") for path in at.glob("*.db")]
    assert len({path.read_bytes()[:16] for path in files}) == 4


def test_a_double_that_cannot_be_written_comes_back(double: Double, tmp_path: Path) -> None:
    """The little lock of the key is closed: nothing needs to be written there."""
    with read_only(double.path):
        assert brought(double, tmp_path / "new") == Restored(2, 0)


def test_a_code_is_of_one_computer(vault: Vault, tmp_path: Path) -> None:
    """On another one its second half is not there: the trouble says what to take."""
    vault.locks._cost, vault.locks._stretcher = Cost(64 * 1024, 1, 1), QuickStretcher()
    vault.locks.add(Code("407295"))
    key = tmp_path / "BLEUE"
    key.mkdir()
    with pytest.raises(KeychainEmpty):
        brought(doubled(vault, key).double, tmp_path / "new", Code("407295"))
    assert not (tmp_path / "new").exists()


def test_only_a_holder_brings_a_folder_back(vault: Vault, tmp_path: Path) -> None:
    """Who helps has no key of the private drawer."""
    key = tmp_path / "BLEUE"
    key.mkdir()
    vault.locks.add(OTHER_SHEET, HELPER)
    with pytest.raises(HolderOnly):
        brought(doubled(vault, key).double, tmp_path / "new", OTHER_SHEET)


@pytest.mark.parametrize("name", ["main-1.db", "private-1.db"])
def test_a_damaged_database_brings_nothing_back(double: Double, tmp_path: Path, name: str) -> None:
    """Nothing half stays in the new place: the next try finds it empty."""
    damage(double.path / "snapshot-1" / name, 3)
    with pytest.raises(DoubleDamaged):
        brought(double, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_row_that_is_damaged_brings_nothing_back(vault: Vault, tmp_path: Path) -> None:
    """Pages may be right where a digest is not."""
    key = tmp_path / "BLEUE"
    key.mkdir()
    vault.main.revisions.write([ALLERGY])
    from ensdesk.vault import staging

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staging, "drawer_findings", lambda _drawer: [])
        vault.main.connection.write("UPDATE revision SET payload = '{}'")
        double = doubled(vault, key).double
    with pytest.raises(DoubleDamaged):
        brought(double, tmp_path / "new")


def test_a_missing_database_is_a_damaged_double(double: Double, tmp_path: Path) -> None:
    """It is told as one."""
    (double.path / "snapshot-1/main-1.db").unlink()
    with pytest.raises(DoubleDamaged):
        brought(double, tmp_path / "new")


def test_either_header_is_enough(double: Double, tmp_path: Path) -> None:
    """The new folder has both again."""
    for name, other in (("header.a", "header.b"), ("header.b", "header.a")):
        place = tmp_path / name
        shutil.copytree(double.path, place)
        (place / "snapshot-1" / name).write_bytes(b"")
        copy = double_at(place)
        assert copy is not None
        brought(copy, tmp_path / f"new-{other}")
        assert (tmp_path / f"new-{other}" / name).stat().st_size == 65536


def test_papers_that_are_lost_are_counted(double: Double, tmp_path: Path) -> None:
    """One is damaged, one is gone: the rest comes back, and the program can say so."""
    one, two = whole_snapshots(double)[0].manifest.papers  # type: ignore[union-attr]
    paper_path(double.path, one).write_bytes(b"other")
    paper_path(double.path, two).unlink()
    assert brought(double, tmp_path / "new") == Restored(0, 2)
    assert not list((tmp_path / "new").rglob("*.age"))


def test_nothing_is_written_over_a_folder(double: Double, vault: Vault) -> None:
    """What is there stays as it was."""
    with pytest.raises(FolderAlreadyThere):
        brought(double, vault.path)
    open_vault(vault.path).close()


def test_stopping_leaves_an_empty_place(double: Double, tmp_path: Path) -> None:
    """The next try finds it free."""
    (state,) = whole_snapshots(double)
    opened = open_snapshot(double, state, SHEET, MemoryKeychain())
    with pytest.raises(Stopped):
        restore(opened, tmp_path / "new", stopped=lambda: True)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_double_without_a_whole_state_is_told(double: Double) -> None:
    """Damaged where a state was, none where there is nothing."""
    (double.path / "snapshot-1/manifest").unlink()
    with pytest.raises(DoubleDamaged):
        whole_snapshots(double)
    shutil.rmtree(double.path / "snapshot-1")
    with pytest.raises(NoDouble):
        whole_snapshots(double)


def test_an_unfinished_place_is_cleared_first(double: Double, tmp_path: Path) -> None:
    """The power went on the way: the next try begins anew."""
    place = tmp_path / "new"
    (place / "documents/aa").mkdir(parents=True)
    (place / "documents/aa/x.age").write_bytes(b"?")
    (place / "unfinished").touch()
    assert brought(double, place) == Restored(2, 0)
    assert not (place / "documents/aa/x.age").exists()
