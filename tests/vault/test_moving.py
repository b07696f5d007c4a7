"""Moving a record to the other drawer: whole, gone where it was, and safe at every moment."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.merge import Said, merge
from ensdesk.vault.moving import Way, move
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.pending import Pending
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.revision import DamagedRecord, Revision, What, new_revision, payload_text
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.secrets import SheetWords
from ensdesk.vault.storage_trouble import DiskFull
from ensdesk.vault.vault import Vault
from tests.fakes import MemoryKeychain
from tests.vault.drawers import open_vault
from tests.vault.pages import clear_pages

MARIE = SheetWords(words_of(b"\2" * 16))
MARK = "Zyxomarkowine"
LONG = " ".join([MARK] * 1000)  # past one page
OTHER = Allergy(substance="Pollen")
SECRET = Allergy(substance=MARK, reaction=LONG)
PAPER = Document(name=MARK)


def private_of(vault: Vault) -> Drawer:
    assert vault.private is not None
    return vault.private


def hide(vault: Vault, record: Record) -> bool:
    return move(
        Way(vault.main, private_of(vault), vault.documents),
        record.id,
        _again(vault.main, vault, record),
    )


def show(vault: Vault, record: Record) -> bool:
    private = private_of(vault)
    return move(
        Way(private, vault.main, vault.documents), record.id, _again(private, vault, record)
    )


def _again(drawer: Drawer, vault: Vault, record: Record) -> Kept | None:
    row = drawer.papers.get(record.id)
    return vault.documents.keep(io.BytesIO(clear(vault, row))) if row else None


def clear(vault: Vault, row: PaperRow) -> bytes:
    with vault.documents.open(row.kept) as clear:
        return clear.read()


def keep_paper(vault: Vault) -> Document:
    """Keep a marked paper of two pages with their words and small images."""
    kept = vault.documents.keep(io.BytesIO(MARK.encode()))
    with vault.main.transaction():
        papers = vault.main.papers
        papers.add(PAPER.id, kept, media_type="text/plain", original_name=f"{MARK}.txt", pages=2)
        papers.put_texts(PAPER.id, [LONG, "page deux"])
        papers.put_thumbnail(PAPER.id, 1, MARK.encode() * 1000)
        vault.main.revisions.write([PAPER])
    return PAPER


@pytest.fixture
def written(vault: Vault) -> Vault:
    """A folder with an open allergy, a marked one that was changed, and a marked paper."""
    vault.locks.add(MARIE, HELPER)
    vault.main.revisions.write([OTHER, SECRET])
    vault.main.revisions.write([replace(SECRET, reaction=f"{MARK} encore")])
    keep_paper(vault)
    return vault


def take(vault: Vault, *revisions: Revision) -> tuple[RecordId, ...]:
    """Take in what another copy of the main drawer says."""
    return merge(vault.main, vault.documents, Said(revisions)).records


def seen_by_helper(path: Path) -> bytes:
    """Return, in small letters, all that the key of somebody who helps opens."""
    vault = Vault.open(path, MARIE, MemoryKeychain())
    tables = vault.main.connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    rows = [vault.main.connection.rows(f"SELECT * FROM {name}") for (name,) in tables]  # noqa: S608
    vault.close()
    pages = clear_pages(path / vault.locks.file_names.main, vault.locks.keys.k_main)
    return (pages + repr(rows).encode()).lower()


def values(drawer: Drawer, record: Record) -> list[Record | None]:
    return [version.record for version in drawer.revisions.history(record.id)]


def told(drawer: Drawer, *, hidden: bool = False) -> list[tuple[str, str | None]]:
    return [(line.act, line.words) for line in drawer.journal.lines(hidden=hidden)]


def test_the_marker_is_seen_before_anything_is_moved(written: Vault) -> None:
    """The proof below can fail."""
    written.close()
    assert seen_by_helper(written.path).count(MARK.lower().encode()) > 5


def test_nothing_of_a_private_record_is_left_for_who_helps(written: Vault) -> None:
    """No table, index, free page, log, journal or file holds it; « moved » alone stays."""
    hide(written, SECRET)
    hide(written, PAPER)
    assert written.check().findings == ()
    assert written.main.revisions.records(Allergy) == (OTHER,)
    assert told(written.main) == [("record-added", "Pollen")]
    kept = written.main.connection.rows(
        "SELECT kind, what, payload FROM revision WHERE record != ?", OTHER.id
    )
    assert kept == [("", "moved", "null")] * 2
    written.close()
    assert MARK.lower().encode() not in seen_by_helper(written.path)


def test_the_holder_finds_all_of_it_in_the_private_drawer(written: Vault) -> None:
    """History, words and small images of its pages, its bytes under another key and name."""
    before = written.main.papers.get(PAPER.id)
    hide(written, SECRET)
    hide(written, PAPER)
    private = private_of(written)
    assert values(private, SECRET) == [SECRET, replace(SECRET, reaction=f"{MARK} encore")]
    assert private.revisions.get(SECRET.id) == replace(SECRET, reaction=f"{MARK} encore")
    assert {match.record_id for match in private.search.find(MARK)} == {SECRET.id, PAPER.id}
    assert private.papers.text(PAPER.id, 2) == "page deux"
    assert private.papers.thumbnail(PAPER.id) == MARK.encode() * 1000
    after = private.papers.get(PAPER.id)
    assert clear(written, after) == MARK.encode()
    assert (after.kept.name, after.kept.identity) != (before.kept.name, before.kept.identity)
    assert list(written.documents.names()) == [after.kept.name]
    assert told(private) == [("record-hidden", MARK)] * 2
    assert told(written.main, hidden=True)[0] == ("paper-added", None)


def test_it_comes_back_with_its_history_and_the_words_of_the_journal(written: Vault) -> None:
    """What was written while it was private is in it; the chains verify."""
    before = told(written.main)
    hide(written, SECRET)
    changed = replace(SECRET, reaction="Rien")
    private_of(written).revisions.write([changed])
    show(written, SECRET)
    assert values(written.main, SECRET) == [
        SECRET,
        replace(SECRET, reaction=f"{MARK} encore"),
        changed,
    ]
    assert told(written.main) == before
    assert told(private_of(written)) == [("record-shown", MARK)]
    assert private_of(written).revisions.last(SECRET.id) is None
    assert private_of(written).aside.starting("journal-lines") == {}
    assert written.check().findings == ()


def test_it_may_go_to_and_fro(written: Vault) -> None:
    """Each time whole; the current view can be derived again."""
    for _time in range(3):
        assert hide(written, PAPER)
        assert show(written, PAPER)
    assert hide(written, SECRET)
    assert show(written, SECRET)
    assert hide(written, SECRET)
    private = private_of(written)
    assert len(values(private, SECRET)) == 2
    assert values(written.main, PAPER) == [PAPER]
    for drawer in written.drawers:
        assert drawer.revisions.rebuild_current() == ()
        assert not drawer.revisions.conflicts()
    assert private.revisions.records(Allergy) == (replace(SECRET, reaction=f"{MARK} encore"),)
    assert written.main.revisions.records(Document) == (PAPER,)


def test_what_is_not_there_is_not_moved(written: Vault) -> None:
    """Neither what never was, nor what is hidden already."""
    hide(written, SECRET)
    assert not hide(written, SECRET)
    assert not show(written, OTHER)


def test_a_retired_record_stays_retired(written: Vault) -> None:
    """The basket of the other drawer holds it."""
    written.main.revisions.write([Removal(SECRET.id)])
    hide(written, SECRET)
    assert written.main.revisions.removed() == ()
    assert [record.id for record in private_of(written).revisions.removed()] == [SECRET.id]


def test_two_heads_stay_two_heads(written: Vault) -> None:
    """A conflict is moved unanswered, there and back."""
    first, *_ = written.main.revisions.log.of_record(OTHER.id)
    other = _beside(first)
    take(written, other)
    hide(written, OTHER)
    assert len(private_of(written).revisions.conflicts()[0].versions) == 2
    show(written, OTHER)
    assert len(written.main.revisions.conflicts()[0].versions) == 2


def _beside(first: Revision) -> Revision:
    return new_revision(
        record_id=first.record_id,
        kind=first.kind,
        sequence=first.sequence,
        time=first.time,
        author=first.author,
        what=What.VALUE,
        payload=payload_text({"substance": "Graminées"}),
        parents=(),
    )


def test_a_damaged_record_is_told_and_stays(written: Vault) -> None:
    """Half of it is not moved."""
    written.main.connection.write("UPDATE revision SET payload = '{}' WHERE record = ?", OTHER.id)
    with pytest.raises(DamagedRecord):
        hide(written, OTHER)
    assert written.main.revisions.holds(OTHER.id)
    assert not private_of(written).revisions.holds(OTHER.id)
    assert private_of(written).pending.all("move") == ()


def test_bytes_that_another_paper_shares_stay(written: Vault) -> None:
    """Two lines of one file: the other one still opens."""
    row = written.main.papers.get(PAPER.id)
    twin = Document(name="Le même")
    written.main.papers.add(twin.id, row.kept, media_type="text/plain", original_name="b", pages=1)
    written.main.revisions.write([twin])
    hide(written, PAPER)
    assert clear(written, row) == MARK.encode()


def test_a_paper_without_bytes_moves_too(written: Vault) -> None:
    """Its line is all there is."""
    bare = Document(name="Sans pages")
    written.main.revisions.write([bare])
    assert hide(written, bare)
    assert private_of(written).papers.get(bare.id) is None


def test_a_half_filled_page_that_names_it_goes(written: Vault) -> None:
    """Another one stays."""
    written.main.aside.put("draft", json.dumps(["form", {"id": SECRET.id}]).encode())
    hide(written, SECRET)
    assert written.main.aside.get("draft") is None
    written.main.aside.put("draft", b'["form", {}]')
    hide(written, PAPER)
    assert written.main.aside.get("draft") == b'["form", {}]'


def test_erasing_a_private_record_erases_the_words_kept_of_main(written: Vault) -> None:
    """Neither drawer holds a word afterwards."""
    hide(written, SECRET)
    private = private_of(written)
    assert private.aside.starting("journal-lines")
    erase(private, written.documents, SECRET.id)
    assert private.aside.starting("journal-lines") == {}
    assert told(private) == [("record-erased", ""), ("record-hidden", None)]


# -- the power goes ----------------------------------------------------------------------------


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Path], list[Path]]:
    """Copy the folder, as a power cut would leave it, after each step of what is done next."""

    def watch(folder: Path) -> list[Path]:
        left: list[Path] = []

        def after(owner: type, name: str) -> None:
            real = getattr(owner, name)

            def step(*given: object, **named: object) -> object:
                done = real(*given, **named)
                left.append(tmp_path / f"moment-{len(left)}")
                shutil.copytree(folder, left[-1])
                return done

            monkeypatch.setattr(owner, name, step)

        for owner, name in (
            (DocumentStore, "keep"),
            (Drawer, "commit"),
            (Drawer, "settle"),
            (DocumentStore, "discard"),
            (Pending, "done"),
        ):
            after(owner, name)
        return left

    return watch


def opened(left: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    monkeypatch.undo()
    for path in left:
        vault = open_vault(path)
        yield vault
        vault.close()


@pytest.mark.parametrize("back", [False, True])
def test_a_power_cut_after_any_step_loses_nothing_and_doubles_nothing(
    written: Vault, moments, monkeypatch, back
) -> None:
    """Opened again, it is whole in one drawer; nothing is left to be done."""
    if back:
        hide(written, PAPER)
    left = moments(written.path)
    (show if back else hide)(written, PAPER)
    assert len(left) > 5
    for vault in opened(left, monkeypatch):
        holds = [drawer for drawer in vault.drawers if drawer.revisions.holds(PAPER.id)]
        (drawer,) = holds
        assert drawer.revisions.get(PAPER.id) == PAPER
        assert drawer.papers.text(PAPER.id, 2) == "page deux"
        assert clear(vault, drawer.papers.get(PAPER.id)) == MARK.encode()
        others = [one for one in vault.drawers if one is not drawer]
        assert others[0].papers.get(PAPER.id) is None
        assert not any(one.pending.all("move") for one in vault.drawers)
        assert vault.check().findings == ()
        if drawer is vault.private:
            vault.close()
            pages = clear_pages(vault.path / "main-1.db", vault.locks.keys.k_main)
            assert f"{MARK}.txt".encode() not in pages


def test_after_the_last_step_no_bytes_are_left_over(written: Vault, moments, monkeypatch) -> None:
    """A cut before the first commit leaves bytes that nobody can read, which `check` tells."""
    left = moments(written.path)
    hide(written, PAPER)
    strays = [len(vault.check().strays) for vault in opened(left, monkeypatch)]
    assert strays == [1] + [0] * (len(left) - 1)


def test_what_a_helper_wrote_in_between_goes_along(written: Vault, moments, monkeypatch) -> None:
    """After the cut Marie still sees it and changes it; then the holder opens."""
    left = moments(written.path)
    hide(written, SECRET)
    monkeypatch.undo()
    (cut, *_) = left
    marie = Vault.open(cut, MARIE, MemoryKeychain())
    hers = replace(SECRET, reaction="Dit par Marie")
    marie.main.revisions.write([hers])
    marie.close()
    vault = open_vault(cut)
    assert vault.main.revisions.get(SECRET.id) is None
    assert private_of(vault).revisions.get(SECRET.id) == hers
    assert len(values(private_of(vault), SECRET)) == 3
    vault.close()
    assert b"dit par marie" not in seen_by_helper(cut)


def test_what_cannot_be_ended_at_an_opening_waits(written: Vault, moments, monkeypatch) -> None:
    """The folder opens all the same; the next opening does it."""
    left = moments(written.path)
    hide(written, SECRET)
    monkeypatch.undo()

    def full(*_given: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(Drawer, "commit", full)
        open_vault(left[0]).close()
    vault = open_vault(left[0])
    assert vault.main.revisions.get(SECRET.id) is None
    vault.close()
