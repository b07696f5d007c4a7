"""Copies that leave the folder and come back: nothing lost, nothing replaced."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.exchange.archive import CopyStopped, DamagedCopy
from ensdesk.exchange.manifest import CALENDAR, MANIFEST, READ_ME, RECORDS, SUMMARY, TABLES
from ensdesk.folder.bringing_back import BroughtBack, bring_back, is_closed
from ensdesk.folder.checked_mark import check_mark
from ensdesk.folder.copying import (
    Amount,
    CopyPlan,
    amount,
    everything,
    look_inside,
    make_copy,
    write_copy,
)
from ensdesk.folder.key_gone import KeyGone
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.reading.media import PDF
from ensdesk.reading.reader import look
from ensdesk.record.record import RecordId
from ensdesk.vault import sealed
from ensdesk.vault.acts import Act
from ensdesk.vault.document_store import Stopped
from ensdesk.vault.sealed import WrongCopyWords
from ensdesk.vault.unknown_record import UnknownRecord
from tests.fakes import empty_folder
from tests.ui.pages.some_papers import add_papers
from tests.vault.test_sealed import quick_child

WORDS = "girafe cercle enjamber infini bustier"
PAPERS = 2
# Kinds of which each folder has one record of its own: the folder's stays.
OWN = {kind for kind in KINDS if kind.single}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """No scrypt: its own tests have it."""
    monkeypatch.setattr(sealed, "in_child", quick_child)


@pytest.fixture
def source(full_folder, tmp_path):
    """The folder of the invented person with two papers."""
    add_papers(full_folder, tmp_path / "papiers", PAPERS)
    return full_folder


@pytest.fixture
def other(tmp_path):
    """Another folder, of somebody else."""
    made = empty_folder(tmp_path / "autre")
    yield made
    made.close()


def copied(folder, out: Path, words: str | None = None) -> Path:
    """Copy everything."""
    make_copy(folder, everything(folder, out, for_whom="moi", why="pour moi", words=words))
    return out


def said(folder):
    """Return the records that a copy carries over, and the bytes of the papers."""
    kinds = [kind for kind in KINDS if kind not in OWN]
    papers = {row.record_id: row.kept.sha256 for row in folder.vault.main.papers.all()}
    return {kind: set(folder.records(kind)) for kind in kinds}, papers


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_copy_comes_back_whole_in_another_folder(source, other, tmp_path, words):
    """Readable or closed: equal records, the same bytes, and its words can be found."""
    path = copied(source, tmp_path / "copie.zip", words)
    assert is_closed(path) is bool(words)
    bring_back(other, path, words)
    assert said(other) == said(source)
    assert any(isinstance(hit.record, Document) for hit in other.find("Laboratoire"))
    assert other.journal(1)[0].act == Act.COPY_BROUGHT_BACK


def test_a_copy_bears_the_mark_of_the_journal(source, tmp_path):
    """Its words, its list and its summary: « Vérifier une feuille » finds them again."""
    mark = source.anchor()
    with zipfile.ZipFile(copied(source, tmp_path / "copie.zip")) as copy:
        assert f"Mark: {mark}" in copy.read(READ_ME).decode()
        assert json.loads(copy.read(MANIFEST))["mark"] == mark
        assert mark in "".join(look(io.BytesIO(copy.read(SUMMARY)), PDF).text)
    assert check_mark(source, mark).printed.act == Act.COPIED_OUT


def test_what_a_copy_will_hold_is_counted_without_reading_it(source, tmp_path):
    """The same numbers as when it is read."""
    plan = everything(source, tmp_path / "a.zip", for_whom="a", why="b")
    some = replace(plan, kinds=frozenset({Allergy, Document}), papers=frozenset([*plan.papers][:1]))
    for wanted in (plan, some):
        inside = look_inside(source, wanted)
        counted = Amount(len(inside.records), len(inside.papers), inside.size)
        assert amount(source, wanted) == counted


def test_tables_and_a_calendar_go_with_it(source, tmp_path, french):
    """One for each section that is ticked and has lines; nothing of the others."""
    with zipfile.ZipFile(copied(source, tmp_path / "copie.zip")) as whole:
        names = {name for name in whole.namelist() if "/" not in name or name.endswith(".csv")}
        assert b"Eliquis 5 mg" in whole.read("tableaux/mes-medicaments.csv")
        assert b"SUMMARY:Docteur Martin" in whole.read(CALENDAR)
    assert "tableaux/mes-vaccins.csv" in names
    assert "tableaux/mes-objectifs.csv" not in names  # there is none
    plan = replace(
        everything(source, tmp_path / "peu.zip", for_whom="a", why="b"), kinds=frozenset({Allergy})
    )
    make_copy(source, plan)
    with zipfile.ZipFile(plan.out) as few:
        assert {name for name in few.namelist() if name.startswith(TABLES)} == {
            "tableaux/mes-allergies.csv",
            "tableaux/qui-je-suis.csv",
        }
        assert CALENDAR not in few.namelist()


def test_a_copy_brought_twice_adds_nothing(source, other, tmp_path):
    """It may be repeated safely, also in the folder that it came from."""
    path = copied(source, tmp_path / "copie.zip")
    assert bring_back(source, path).new == 0
    bring_back(other, path)
    before, names = said(other), list(other.vault.documents.names())
    assert bring_back(other, path).new == 0
    assert said(other) == before
    assert list(other.vault.documents.names()) == names


def test_a_line_that_differs_is_added_beside(source, tmp_path):
    """What the folder says stays; what the copy said is there too, once."""
    path = copied(source, tmp_path / "copie.zip")
    old = source.records(Medication)[0]
    new = replace(old, reason="autre chose")
    source.save(new)
    assert bring_back(source, path) == BroughtBack(new=1, same=_lines(path) - 1, differing=1)
    found = [m for m in source.records(Medication) if m.name == old.name]
    assert {m.reason for m in found} == {old.reason, "autre chose"}
    assert source.record(old.id) == new
    assert bring_back(source, path).new == 0


def test_who_the_person_is_stays(source, other, tmp_path):
    """A copy never changes the name of a folder."""
    path = copied(source, tmp_path / "copie.zip")
    before = other.single(Identity)
    assert bring_back(other, path).differing >= 1
    assert other.single(Identity) == before


def test_a_kind_of_a_newer_version_survives(source, other, tmp_path):
    """What this version cannot show is kept and goes on with the next copy."""
    path = copied(source, tmp_path / "copie.zip")
    strange = RecordId("5" * 32)

    def add(written: dict) -> None:
        first = dict(written["records"][0])
        first |= {"id": strange, "kind": "tattoo", "record": {"where": "bras"}}
        written["records"].append(first)

    _rewrite(path, add)
    bring_back(other, path)
    kept = other.vault.main.revisions.get(strange)
    assert isinstance(kept, UnknownRecord)
    assert kept.kind == "tattoo"
    third = empty_folder(tmp_path / "troisième")
    bring_back(third, copied(other, tmp_path / "encore.zip"))
    assert third.vault.main.revisions.get(strange) == kept
    third.close()
    part = replace(
        everything(other, tmp_path / "peu.zip", for_whom="a", why="b"), kinds=frozenset({Allergy})
    )
    assert look_inside(other, part).newer == 0  # what is not shown is not copied unasked


def test_a_damaged_copy_writes_nothing(source, other, tmp_path):
    """One byte is enough: no line, no paper, no stray document."""
    path = copied(source, tmp_path / "copie.zip")
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"%PDF")  # the last paper
    raw[at + 40] ^= 1
    path.write_bytes(raw)
    before = said(other)
    with pytest.raises(DamagedCopy):
        bring_back(other, path)
    assert said(other) == before
    assert list(other.vault.documents.names()) == []


def test_other_words_do_not_open_it(source, other, tmp_path):
    """The copy is sound, these are not its words."""
    path = copied(source, tmp_path / "copie.zip", WORDS)
    with pytest.raises(WrongCopyWords):
        bring_back(other, path, "abaisser abaisser")
    assert list(other.vault.documents.names()) == []


def test_reading_that_is_stopped_leaves_no_stray_document(source, other, tmp_path):
    """The papers read so far are forgotten."""
    from ensdesk.folder.bringing_back import read_copy

    path = copied(source, tmp_path / "copie.zip")
    asked = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3  # in the second paper

    with pytest.raises(Stopped):
        read_copy(other.vault.documents, {}, path, None, stop=stop)
    assert list(other.vault.documents.names()) == []


def test_only_what_was_ticked_is_in_it(source, other, tmp_path):
    """Sections and papers; the name always goes with them."""
    one = source.records(Document)[0]
    plan = CopyPlan(
        out=tmp_path / "copie.zip",
        kinds=frozenset({Allergy, Document}),
        papers=frozenset({one.id}),
        for_whom="docteur",
        why="rendez-vous",
    )
    make_copy(source, plan)
    bring_back(other, plan.out)
    assert other.records(Document) == (one,)
    assert set(other.records(Allergy)) == set(source.records(Allergy))
    assert other.records(Medication) == ()


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_copy_that_is_stopped_leaves_nothing(source, tmp_path, words):
    """Neither the copy nor a part of it."""
    place = tmp_path / "BLEUE"
    place.mkdir()
    plan = everything(source, place / "copie.zip", for_whom="moi", why="moi", words=words)
    inside = look_inside(source, plan)
    with pytest.raises(CopyStopped):
        write_copy(source.vault.documents, inside, stop=lambda: True)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_place_that_is_gone_is_told(source, tmp_path, words):
    """A key pulled out: its own sentence, and the folder is whole."""
    plan = everything(source, tmp_path / "gone" / "c.zip", for_whom="moi", why="moi", words=words)
    with pytest.raises(KeyGone):
        make_copy(source, plan)
    assert len(source.records(Document)) == PAPERS
    assert source.journal(1)[0].act != Act.COPIED_OUT


def test_progress_is_told_in_bytes(source, tmp_path):
    """It grows, to about the size of the copy."""
    told = []
    plan = everything(source, tmp_path / "c.zip", for_whom="moi", why="moi")
    inside = look_inside(source, plan)
    receipt = write_copy(source.vault.documents, inside, progress=told.append)
    assert told == sorted(told)
    assert inside.size < told[-1]
    assert receipt.papers == PAPERS


def _lines(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return len(json.loads(archive.read(RECORDS))["records"])


def _rewrite(path: Path, change) -> None:
    """Change the lines of a copy and prove it anew, as a newer version would have written it."""
    import hashlib

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    written = json.loads(parts[RECORDS])
    change(written)
    parts[RECORDS] = json.dumps(written).encode()
    manifest = json.loads(parts["manifeste.json"])
    for line in manifest["parts"]:
        raw = parts[line["name"]]
        line["size"], line["sha256"] = len(raw), hashlib.sha256(raw).hexdigest()
    parts["manifeste.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
