"""A double: written, read again, and whole whatever happens to the medium on the way."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from ensdesk.vault import double as double_module
from ensdesk.vault import medium
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.document_store import Kept, Stopped
from ensdesk.vault.double import NoRoomThere, Written, find_place, make_double
from ensdesk.vault.double_layout import MARKER, Double, Proof, double_at, paper_path
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.header import NotKept
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.secrets import SheetWords
from ensdesk.vault.staging import STAGED, clear_staged, goes_on_from, mark_of, prove, stage
from ensdesk.vault.storage_trouble import DiskFailing, FolderDamaged, PlaceGone
from ensdesk.vault.vault import Vault
from tests.fakes import MemoryKeychain
from tests.vault.drawers import ALLERGY, PAPER, damage
from tests.vault.quick import OTHER_SHEET


@pytest.fixture
def key(tmp_path: Path) -> Path:
    place = tmp_path / "BLEUE"
    place.mkdir()
    return place


def add_paper(vault: Vault, content: bytes = b"papier", drawer: Drawer | None = None) -> Kept:
    kept = vault.documents.keep(BytesIO(content))
    chosen = drawer or vault.main
    (record,) = chosen.revisions.write([PAPER.__class__(name=f"Papier {content[:9]!r}")])
    chosen.papers.add(record, kept, media_type="text/plain", original_name="a.txt")
    return kept


def doubled(vault: Vault, key: Path, **said: Callable[..., bool]) -> Written:
    staged = stage(vault.path, vault.locks, vault.drawers)
    at = find_place(key, vault.folder_id)
    try:
        return make_double(at, vault.documents, staged, prove(staged), **said)
    finally:
        clear_staged(vault.path)


def is_whole(double: Double, number: int) -> bool:
    """Say whether one state is complete on the medium, by its manifest alone."""
    state = next(each for each in double.snapshots() if each.number == number)
    mover = medium.Mover(lambda _count: None, lambda: False)
    assert state.manifest is not None
    files = {state.path / name: proof for name, proof in state.manifest.files.items()}
    papers = {paper_path(double.path, name): proof for name, proof in state.manifest.papers.items()}
    return all(mover.read_again(path) == proof for path, proof in (files | papers).items())


def test_a_double_is_complete_and_read_again(vault: Vault, key: Path) -> None:
    """Databases, headers, papers of both drawers, words beside; nothing staged stays."""
    mine, hidden = add_paper(vault), add_paper(vault, b"secret", vault.private)
    written = doubled(vault, key)
    assert (written.papers, written.new_papers, written.lost) == (2, 2, 0)
    double = double_at(key / "Double ensdesk")
    assert double == written.double
    manifest = double.snapshots()[0].manifest
    assert manifest is not None
    assert set(manifest.papers) == {mine.name, hidden.name}
    assert is_whole(double, 1)
    names = {path.name for path in double.path.iterdir()}
    assert names == {
        "LISEZ-MOI.txt", "FORMAT.md", "rescue.py", "words.json", "documents", MARKER, "snapshot-1",
    }  # fmt: skip
    assert not (vault.path / STAGED).exists()
    assert goes_on_from(vault.main.journal, manifest.mark)


def test_only_new_papers_are_copied(vault: Vault, key: Path) -> None:
    """The second time the first paper is not even opened."""
    first = add_paper(vault)
    doubled(vault, key)
    before = paper_path(key / "Double ensdesk", first.name).stat().st_mtime_ns
    add_paper(vault, b"zwei")
    written = doubled(vault, key)
    assert (written.number, written.papers, written.new_papers) == (2, 2, 1)
    assert paper_path(key / "Double ensdesk", first.name).stat().st_mtime_ns == before


def test_no_two_files_share_their_salt(vault: Vault, key: Path) -> None:
    """With key and salt alike, pages of one file would be taken for those of another."""
    doubled(vault, key)
    doubled(vault, key)
    files = [*vault.path.glob("*.db"), *key.glob("*/snapshot-*/*.db")]
    assert len(files) == 6
    assert len({path.read_bytes()[:16] for path in files}) == 6


def test_what_is_written_between_two_steps_is_in(vault: Vault, key: Path) -> None:
    """The person goes on while the double is made; nothing is half in."""
    vault.keep_aside("long", bytes(600_000))  # more pages than one step takes
    wrote: list[int] = []

    def pause() -> None:
        if not wrote:
            wrote.append(1)
            add_paper(vault, b"dazwischen")

    staged = stage(vault.path, vault.locks, vault.drawers, pause)
    proved = prove(staged)
    assert [kept.size for kept in proved.papers] == [len(b"dazwischen")]
    assert goes_on_from(vault.main.journal, proved.mark)
    assert make_double(find_place(key, vault.folder_id), vault.documents, staged, proved)


def test_a_folder_closed_or_rekeyed_meanwhile_stops_the_double(vault: Vault) -> None:
    """No state mixes two keys, and nothing opens the folder again behind the person's back."""
    with pytest.raises(Stopped):
        stage(vault.path, vault.locks, vault.drawers, vault.main.connection.close)
    first, second = vault.drawers

    def renew_late() -> None:
        main_is_made = (vault.path / STAGED / "private-1.db").exists()
        if main_is_made and not vault.main.connection.path.name.endswith("-2.db"):
            vault.renew_key()

    with pytest.raises(Stopped):
        stage(vault.path, vault.locks, (first, second), renew_late)


def test_only_a_holder_makes_a_double(vault: Vault, tmp_path: Path) -> None:
    """Without the key of the private drawer it could only be copied as it is."""
    vault.locks.add(OTHER_SHEET, HELPER)
    vault.close()
    helped = Vault.open(vault.path, SheetWords(OTHER_SHEET.words), MemoryKeychain())
    with pytest.raises(HolderOnly):
        stage(helped.path, helped.locks, helped.drawers)
    helped.close()


def test_a_damaged_folder_makes_no_double(vault: Vault, key: Path) -> None:
    """The good doubles before it would go one day."""
    vault.main.revisions.write([ALLERGY])
    vault.settle()
    staged = stage(vault.path, vault.locks, vault.drawers)
    damage(staged.files[0].path, 5)
    with pytest.raises(FolderDamaged):
        prove(staged)
    vault.main.connection.write("UPDATE revision SET payload = '{}'")
    with pytest.raises(FolderDamaged):
        doubled(vault, key)
    assert list(key.iterdir()) == []


def test_what_was_staged_before_a_crash_goes(vault: Vault) -> None:
    """The next opening clears it."""
    stage(vault.path, vault.locks, vault.drawers)
    vault.close()
    from tests.vault.drawers import open_vault

    again = open_vault(vault.path)
    assert not (vault.path / STAGED).exists()
    again.close()


def test_erasing_the_folder_takes_what_was_staged(vault: Vault) -> None:
    """Nothing of the folder is left, not even what was on its way out."""
    stage(vault.path, vault.locks, vault.drawers)
    vault.erase()
    assert not vault.path.exists()


def test_older_states_go_and_their_papers_too(vault: Vault, key: Path) -> None:
    """A paper that no state names any more leaves the medium."""
    gone = add_paper(vault)
    doubled(vault, key)
    record = vault.main.papers.all()[0].record_id
    vault.main.papers.forget(record)
    for _turn in range(4):  # all in one month: four states stay
        doubled(vault, key)
    double = double_at(key / "Double ensdesk")
    assert double is not None
    assert [state.number for state in double.snapshots()] == [5, 4, 3, 2]
    assert not paper_path(double.path, gone.name).exists()


def test_no_paper_goes_while_a_state_cannot_be_read(vault: Vault, key: Path) -> None:
    """It might be one of that state."""
    add_paper(vault)
    doubled(vault, key)
    (key / "Double ensdesk/snapshot-1/manifest").write_bytes(b"")
    stray = key / "Double ensdesk/documents/aa" / f"{'a' * 32}.age"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"?")
    doubled(vault, key)
    assert stray.exists()
    doubled(vault, key)
    doubled(vault, key)
    assert not stray.exists()


def test_a_paper_damaged_in_the_folder_stops_no_double(vault: Vault, key: Path) -> None:
    """It is counted; the rest is safe. A good copy that came earlier stays."""
    good, bad, gone = (add_paper(vault, text) for text in (b"gut", b"schlecht", b"weg"))
    doubled(vault, key)
    for kept in (good, bad):
        vault.documents.path(kept).write_bytes(b"damaged")
    assert doubled(vault, key).lost == 0
    for kept in (bad, gone):
        paper_path(key / "Double ensdesk", kept.name).unlink()
    vault.documents.discard(gone.name)
    written = doubled(vault, key)
    assert (written.papers, written.lost) == (1, 2)
    double = written.double
    manifest = double.snapshots()[0].manifest
    assert manifest is not None
    assert set(manifest.missing) == {bad.name, gone.name}


def test_a_folder_whose_disk_went_is_no_damaged_paper(vault: Vault, key: Path) -> None:
    """Nothing is written as missing when all is gone."""
    add_paper(vault)
    staged = stage(vault.path, vault.locks, vault.drawers)
    proved = prove(staged)
    shutil.rmtree(vault.path / "documents")
    with pytest.raises(PlaceGone):
        make_double(find_place(key, vault.folder_id), vault.documents, staged, proved)


def test_two_people_on_one_key_are_never_mixed(vault: Vault, key: Path, tmp_path: Path) -> None:
    """The second double lies beside the first; each finds its own again, chosen itself or not."""
    other = Vault.make(tmp_path / "other", [OTHER_SHEET], MemoryKeychain(), author_name="Paul")
    mine, theirs = doubled(vault, key), doubled(other, key)
    assert mine.double.path.name == "Double ensdesk"
    assert theirs.double.path.name == "Double ensdesk 2"
    assert doubled(vault, key).double == mine.double
    assert doubled(other, theirs.double.path).double == theirs.double
    other.close()


def test_a_double_whose_marker_was_lost_gets_a_new_one(vault: Vault, key: Path) -> None:
    """It is known again by its states."""
    double = doubled(vault, key).double
    (double.path / MARKER).unlink()
    again = doubled(vault, key).double
    assert again.path == double.path
    assert double_at(again.path) == again


def test_too_little_room_is_told_before_anything_is_written(
    vault: Vault, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key keeps what it has."""
    full = shutil._ntuple_diskusage(10, 9, 1)  # type: ignore[attr-defined]
    monkeypatch.setattr(double_module.shutil, "disk_usage", lambda _path: full)
    with pytest.raises(NoRoomThere):
        doubled(vault, key)
    assert not list(key.glob("*/snapshot*"))


def test_stopping_leaves_what_was_there(vault: Vault, key: Path) -> None:
    """The state before is whole, and nothing unfinished stays."""
    doubled(vault, key)
    add_paper(vault)
    with pytest.raises(Stopped):
        doubled(vault, key, stopped=lambda: True)
    double = double_at(key / "Double ensdesk")
    assert double is not None
    assert [state.number for state in double.snapshots()] == [1]
    assert not list(double.path.rglob("*.part"))


def test_the_way_is_told_from_nothing_to_all(vault: Vault, key: Path) -> None:
    """Written and read again both count."""
    parts: list[float] = []
    add_paper(vault)
    doubled(vault, key, progress=parts.append)  # type: ignore[arg-type]
    assert parts == sorted(parts)
    assert parts[-1] == 1


CALLS = ("write", "fsync", "replace", "rename", "mkdir", "open")


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_failure_at_any_call_leaves_the_states_before_whole(
    vault: Vault, key: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """Full or failing at the 1st, 2nd, … call; the next double then clears up and is whole."""
    add_paper(vault)
    (key / "Double ensdesk.part").mkdir()  # begun once, and cut short before it had a name
    doubled(vault, key)
    before = key.rename(key.with_name("before"))
    add_paper(vault, b"neu")
    staged = stage(vault.path, vault.locks, vault.drawers)
    proved = prove(staged)

    def again() -> Written:
        return make_double(find_place(key, vault.folder_id), vault.documents, staged, proved)

    for at in range(1, 200):
        shutil.rmtree(key, ignore_errors=True)
        shutil.copytree(before, key)
        count = [0]
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, _failing(getattr(os, name), count, at, error))
            with contextlib.suppress(NoRoomThere, DiskFailing):
                again()
        double = double_at(key / "Double ensdesk")
        assert double is not None
        assert all(is_whole(double, state.number) for state in double.snapshots())
        assert double.snapshots()[-1].number == 1
        assert is_whole(double, again().number)
        assert not list(double.path.rglob("*.part"))
        if count[0] < at:
            break
    assert at > 20


def _failing(
    call: Callable[..., object], count: list[int], at: int, error: int
) -> Callable[..., object]:
    def failing(*given: object, **named: object) -> object:
        count[0] += 1
        if count[0] == at:
            raise OSError(error, "as asked")
        return call(*given, **named)

    return failing


def test_a_medium_that_lies_is_told(
    vault: Vault, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A false key takes everything and gives something else back."""
    doubled(vault, key)
    read_again = medium.Mover.read_again
    for name in ("main-1.db", ".age.part"):
        add_paper(vault, name.encode())

        def lying(mover: medium.Mover, path: Path, name: str = name) -> Proof:
            proof = read_again(mover, path)
            lies = path.name.endswith(name) and key in path.parents
            return Proof(proof.size, "0" * 64) if lies else proof

        monkeypatch.setattr(medium.Mover, "read_again", lying)
        with pytest.raises(NotKept):
            doubled(vault, key)
    assert is_whole(Double(key / "Double ensdesk", "", vault.folder_id), 1)


def test_a_manifest_that_does_not_come_back_is_told(
    vault: Vault, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A state counts only once its list was read again."""
    monkeypatch.setattr(double_module, "manifest_text", lambda _manifest: b"")
    with pytest.raises(NotKept):
        doubled(vault, key)


def test_the_mark_of_another_history_is_not_ours(vault: Vault) -> None:
    """An older folder does not know the last line; another folder knows no line at all."""
    vault.main.journal.append("opened")
    mark = mark_of(vault.main.journal)
    vault.main.journal.append("opened")
    later = mark_of(vault.main.journal)
    assert goes_on_from(vault.main.journal, mark)
    vault.main.connection.write("DELETE FROM journal WHERE place = ?", later.place)
    assert not goes_on_from(vault.main.journal, later)


def test_many_small_papers_go_in_batches(
    vault: Vault, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None is left out between two batches."""
    monkeypatch.setattr(double_module, "_BATCH_FILES", 2)
    for number in range(5):
        add_paper(vault, b"%d" % number)
    assert doubled(vault, key).new_papers == 5
