"""News: what one computer tells another, in one sealed and signed file."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import new_id
from ensdesk.vault import news_file
from ensdesk.vault.acts import Act
from ensdesk.vault.age_reader import AgeReader
from ensdesk.vault.bech32 import age_identity, private_of
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.document_store import Stopped
from ensdesk.vault.erasing import erase
from ensdesk.vault.key_lists import SideStopped, StoppedHere
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.news import NewsTooShort, OwnNews, gather
from ensdesk.vault.news_file import (
    DamagedNews,
    ForeignNews,
    NewerNews,
    NotNews,
    open_news,
    write_news,
)
from ensdesk.vault.news_rows import NotRows, paper_of, read_lines, revision_of
from ensdesk.vault.secrets import KeyFile, WrongSecret
from ensdesk.vault.storage_trouble import DiskFull
from ensdesk.vault.taking import (
    Taken,
    answer_list,
    keep_papers,
    must_be_for,
    take,
    waiting_list,
)
from ensdesk.vault.vault import Vault
from tests.fakes import MemoryKeychain
from tests.vault.drawers import ALLERGY, new_vault, open_vault

MARIE = KeyFile(bytes(range(32)))


@dataclass
class Two:
    """The same folder on two computers, and a key between them."""

    one: Vault
    other: Vault
    key: Path

    def put(self, vault: Vault) -> Path:
        write_news(self.key, gather(vault), vault.locks.all_keys, vault.documents)
        return self.key

    def read(self, vault: Vault) -> Taken:
        with open_news(self.key, vault.locks.all_keys) as (news, papers):
            must_be_for(vault, news)
            return take(vault, news, keep_papers(vault.documents, news, papers))

    def tell(self, one: Vault, other: Vault) -> Taken:
        self.put(one)
        return self.read(other)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    made = new_vault(tmp_path / "one")
    made.main.revisions.write([ALLERGY])
    made.main.journal.append(Act.OPENED)
    made.close()
    pair = Two(open_vault(tmp_path / "one"), copied(tmp_path, "other"), tmp_path / "key.age")
    yield pair
    pair.one.close()
    pair.other.close()


def copied(directory: Path, name: str) -> Vault:
    """Open a copy of the folder as a restored one is opened."""
    shutil.copytree(directory / "one", directory / name, ignore=shutil.ignore_patterns("*-wal"))
    vault = open_vault(directory / name)
    vault.new_installation()
    return vault


def add_paper(vault: Vault, words: bytes = b"Bilan") -> Document:
    paper = Document(id=new_id(), name="Bilan")
    kept = vault.documents.keep(io.BytesIO(words))
    with vault.main.transaction():
        vault.main.papers.add(
            paper.id, kept, media_type="text/plain", original_name="b.txt", pages=1
        )
        vault.main.papers.put_texts(paper.id, ["hémoglobine"])
        vault.main.revisions.write([paper])
    return paper


def names(vault: Vault) -> list[str]:
    return sorted(allergy.substance for allergy in vault.main.revisions.records(Allergy))


def all_of(vault: Vault) -> list[object]:
    """Return everything in the folder that the news may change."""
    tables = ("revision", "revision_parent", "record", "journal", "document", "person", "aside")
    return [
        *(
            drawer.connection.rows(f"SELECT * FROM {table}")  # noqa: S608
            for drawer in vault.drawers
            for table in tables
        ),
        sorted(vault.documents.names()),
        vault.locks.header,
    ]


def test_both_computers_hold_the_same_after_both_told_each_other(two) -> None:
    """Records, private ones too, papers with their bytes, people, the journal."""
    paper = add_paper(two.one)
    two.other.main.revisions.write([replace(ALLERGY, substance="Latex")])
    two.other.private.revisions.write([Allergy(substance="Noix")])
    two.other.main.set_name("a" * 16, "Marie")
    two.other.main.aside.put("person-" + "a" * 16, b'{"until":"2027-01-31"}')
    first = two.tell(two.one, two.other)
    assert (len(first.records), first.lines) == (1, 1)
    two.tell(two.other, two.one)
    assert names(two.one) == names(two.other) == ["Latex"]
    assert two.one.private.revisions.records(Allergy)[0].substance == "Noix"
    assert two.one.main.name_of("a" * 16) == "Marie"
    assert two.one.main.aside.get("person-" + "a" * 16) == b'{"until":"2027-01-31"}'
    row = two.other.main.papers.get(paper.id)
    with two.other.documents.open(row.kept) as clear:
        assert clear.read() == b"Bilan"
    assert two.other.main.search.find("hemoglobine") != ()
    for vault in (two.one, two.other):
        assert vault.check().well


def test_the_same_news_again_change_nothing(two) -> None:
    """Not even a byte of any table."""
    add_paper(two.one)
    two.tell(two.one, two.other)
    before = all_of(two.other)
    assert two.read(two.other) == Taken((), 0)
    assert all_of(two.other) == before


def test_only_what_the_other_has_not_seen_is_told(two) -> None:
    """Nothing goes back to where it came from."""
    add_paper(two.one)
    two.tell(two.one, two.other)
    back = gather(two.other)
    assert back.count == 0
    two.tell(two.other, two.one)
    assert gather(two.one).count == 0
    two.one.main.revisions.write([Allergy(substance="Pollen")])
    assert [gather(two.one).count, gather(two.other).count] == [1, 0]
    two.tell(two.one, two.other)
    assert names(two.other) == ["Pollen", "Pénicilline"]
    assert gather(two.one).count == 1  # whether it arrived is not known before the other tells


def test_a_folder_that_knows_no_other_tells_everything(two) -> None:
    """Where the copy came from cannot know of it; what is there already is not written again."""
    assert gather(two.one).drawers["main"].enough_for == ()
    assert gather(two.one).count == 1
    assert two.tell(two.one, two.other) == Taken((), 0)


def test_three_computers_hear_of_each_other(two, tmp_path) -> None:
    """The second tells the third what it heard from the first."""
    third = copied(tmp_path, "third")
    third.main.revisions.write([Allergy(substance="Gluten")])
    two.other.main.revisions.write([Allergy(substance="Latex")])
    two.tell(two.other, two.one)
    two.tell(third, two.one)
    two.tell(two.one, two.other)
    two.tell(two.other, third)
    assert names(two.other) == names(third) == ["Gluten", "Latex", "Pénicilline"]
    two.tell(third, two.one)
    assert names(two.one) == names(third)
    third.close()


def test_news_that_lack_what_came_before_are_refused(two, tmp_path) -> None:
    """A third computer that the sender does not know gets no part of a whole."""
    two.tell(two.other, two.one)
    two.one.main.revisions.write([Allergy(substance="Latex")])
    two.put(two.one)
    third = copied(tmp_path, "third")
    third.main.connection.write("DELETE FROM aside")
    before = all_of(third)
    with pytest.raises(NewsTooShort):
        two.read(third)
    assert all_of(third) == before
    two.tell(third, two.one)
    two.tell(two.one, third)
    assert names(third) == ["Latex", "Pénicilline"]
    third.close()


def test_a_computer_is_told_nothing_by_itself(two) -> None:
    """The key was not taken to the other one."""
    two.put(two.one)
    with pytest.raises(OwnNews):
        two.read(two.one)


# What is refused, with nothing written


def damaged(pair: Two, change: Callable[[bytes], bytes]) -> None:
    pair.key.write_bytes(change(pair.key.read_bytes()))


def sealed(pair: Two, raw: bytes) -> None:
    """Put *raw* on the key, sealed to the folder as anybody could who knows the identity."""
    identity = pyrage.x25519.Identity.from_str(age_identity(pair.one.locks.all_keys.exchange))
    pair.key.write_bytes(pyrage.encrypt(raw, [identity.to_public()]))


def entries(pair: Two) -> dict[str, bytes]:
    identity = age_identity(pair.one.locks.all_keys.exchange)
    clear = io.BufferedReader(AgeReader(io.BytesIO(pair.key.read_bytes()), identity))
    with zipfile.ZipFile(clear) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda raw: b"%PDF" + raw, NotNews),
        (lambda raw: b"", NotNews),
        (lambda raw: raw[:-1], DamagedNews),
        (lambda raw: raw[: len(raw) // 2], DamagedNews),
        (lambda raw: raw[:100], ForeignNews),
        (lambda raw: raw[:5000] + bytes([raw[5000] ^ 1]) + raw[5001:], DamagedNews),
    ],
)
def test_a_file_that_is_not_whole_is_refused(two, change, trouble) -> None:
    """Another file, a part of one, one bit turned: told, and nothing is written."""
    add_paper(two.one)
    two.put(two.one)
    damaged(two, change)
    before = all_of(two.other)
    with pytest.raises(trouble):
        two.read(two.other)
    assert all_of(two.other) == before


def test_news_of_another_folder_are_refused(two, tmp_path) -> None:
    """They are sealed to its own identity."""
    stranger = new_vault(tmp_path / "stranger")
    two.put(stranger)
    with pytest.raises(ForeignNews):
        two.read(two.one)
    stranger.close()


def test_who_knows_only_where_to_send_cannot_write_news(two) -> None:
    """Sealing needs no secret, signing does."""
    two.put(two.one)
    sealed(two, packed({**entries(two), "signature": bytes(64)}))
    with pytest.raises(ForeignNews):
        two.read(two.other)


@pytest.mark.parametrize("name", ["main/revisions", "main/lines", "header", "main/papers"])
def test_what_was_signed_is_what_is_read(two, name) -> None:
    """An entry that was changed, left out or added is refused."""
    add_paper(two.one)
    two.put(two.one)
    parts = entries(two)
    for wrong in (
        {**parts, name: parts[name] + b"\n"},
        {kept: content for kept, content in parts.items() if kept != name},
        {**parts, "main/other": b""},
    ):
        sealed(two, packed(wrong))
        with pytest.raises(DamagedNews):
            two.read(two.other)


def test_a_zip_that_is_none_is_refused(two) -> None:
    """Also one without its list."""
    for raw in (b"x" * 100, packed({"header": b""})):
        sealed(two, raw)
        with pytest.raises(DamagedNews):
            two.read(two.other)


def test_news_of_a_newer_program_say_so(two, monkeypatch) -> None:
    """It signs a greater number."""
    monkeypatch.setattr(news_file, "FORMAT", 2)
    two.put(two.one)
    monkeypatch.setattr(news_file, "FORMAT", 1)
    with pytest.raises(NewerNews):
        two.read(two.other)


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "1"},
        {"folder": "0" * 32},
        {"drawers": {}},
        {"drawers": {"main": {"from": "x", "top": [-1, 0], "for": [], "seen": {}}}},
    ],
)
def test_a_signed_list_that_is_none_is_refused(two, monkeypatch, wrong) -> None:
    """A bug of the sender, or a program that is not ours."""
    about = news_file._about
    with monkeypatch.context() as sender:
        sender.setattr(news_file, "_about", lambda news: {**about(news), **wrong})
        sender.setattr(news_file, "_signed", lambda *_: {})
        sender.setattr(news_file, "_must_be_whole", lambda *_: None)
        two.put(two.one)
    with pytest.raises(DamagedNews):
        two.read(two.other)


def test_signed_news_that_mean_nothing_are_refused(two, monkeypatch) -> None:
    """A bug of the sender writes nothing here."""
    two.put(two.one)
    with open_news(two.key, two.one.locks.all_keys) as (news, _papers):
        (first,) = news.drawers["main"].said.revisions
    parentless = replace(first, parents=(bytes(32),))
    told = news.drawers["main"]
    wrong = replace(
        news,
        drawers={
            **news.drawers,
            "main": replace(told, said=replace(told.said, revisions=(parentless,))),
        },
    )
    before = all_of(two.other)
    with pytest.raises(DamagedNews):
        take(two.other, wrong, ())
    assert all_of(two.other) == before


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[]",
        b"[" * 100_000,
        b'["x"]',
        b'["' + b"0" * 64 + b'","' + b"1" * 32 + b'","allergy",0,"2026-11-23T08:30:00Z","","value",'
        b"null,null,null,[]]",
    ],
)
def test_lines_that_are_no_rows_are_refused(line) -> None:
    """Whatever is wrong in them."""
    with pytest.raises(NotRows):
        read_lines(line, revision_of)
    with pytest.raises(NotRows):
        read_lines(line, paper_of)


@given(st.binary(min_size=32, max_size=32))
def test_an_identity_is_written_as_age_writes_it(private) -> None:
    """The library reads it, and so do we."""
    text = age_identity(private)
    assert str(pyrage.x25519.Identity.from_str(text)) == text
    assert private_of(text) == private


# Papers and places


def test_a_paper_that_is_lost_or_damaged_there_does_not_stop_the_rest(two) -> None:
    """Its line comes, its bytes cannot: the check tells, on both computers."""
    lost, damaged_paper = add_paper(two.one), add_paper(two.one, b"Radio")
    papers, documents = two.one.main.papers, two.one.documents
    documents.path(papers.get(lost.id).kept).unlink()
    path = documents.path(papers.get(damaged_paper.id).kept)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    two.tell(two.one, two.other)
    assert len(two.other.main.papers.all()) == 2
    assert list(two.other.documents.names()) == []
    assert len(two.other.check().findings) == 2


def test_bytes_that_no_row_needs_in_the_end_do_not_stay(two) -> None:
    """Erased here, unknown there: nothing of the paper comes back."""
    paper = add_paper(two.one)
    two.tell(two.one, two.other)
    erase(two.other.main, two.other.documents, paper.id)
    two.read(two.other)
    assert list(two.other.documents.names()) == []
    two.tell(two.other, two.one)
    assert list(two.one.documents.names()) == []
    assert two.one.main.papers.all() == ()


def test_a_full_disk_in_the_middle_leaves_nothing(two, monkeypatch) -> None:
    """Of two papers the second finds no room: the first goes again; later all comes."""
    add_paper(two.one)
    add_paper(two.one, b"Radio")
    two.put(two.one)
    before, keep, count = all_of(two.other), two.other.documents.keep_closed, []

    def full(*given, **named):
        count.append(1)
        if len(count) == 2:
            raise DiskFull
        return keep(*given, **named)

    with monkeypatch.context() as disk:
        disk.setattr(two.other.documents, "keep_closed", full)
        with pytest.raises(DiskFull):
            two.read(two.other)
    assert all_of(two.other) == before
    two.read(two.other)
    assert len(list(two.other.documents.names())) == 2


def test_a_full_disk_between_the_drawers_loses_nothing(two, monkeypatch) -> None:
    """The private one is in, the main one is not: the same news again bring the rest."""
    two.one.private.revisions.write([Allergy(substance="Noix")])
    add_paper(two.one)
    two.put(two.one)

    def full(*_given):
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(two.other.main, "meet", full)
        with pytest.raises(DiskFull):
            two.read(two.other)
    assert (names(two.other), list(two.other.documents.names())) == (["Pénicilline"], [])
    two.read(two.other)
    assert two.other.private.revisions.records(Allergy) != ()
    assert len(list(two.other.documents.names())) == 1


def test_stopping_leaves_nothing(two) -> None:
    """While writing, while reading, while keeping papers."""
    add_paper(two.one)
    keys, stop = two.one.locks.all_keys, lambda: True
    with pytest.raises(Stopped):
        write_news(two.key, gather(two.one), keys, two.one.documents, stop=stop)
    assert list(two.key.parent.glob("key.age*")) == []
    two.put(two.one)
    with pytest.raises(Stopped), open_news(two.key, keys, stop=stop):
        pass
    with open_news(two.key, keys) as (news, papers), pytest.raises(Stopped):
        keep_papers(two.other.documents, news, papers, stop=stop)
    assert list(two.other.documents.names()) == []
    told: list[int] = []
    with open_news(two.key, keys) as (news, papers):
        keep_papers(two.other.documents, news, papers, progress=told.append)
    assert told == [paper.row.kept.age_size for paper in news.papers()]


# The keys


def test_who_only_helps_neither_tells_nor_takes(two) -> None:
    """Both need the private drawer."""
    two.one.locks.add(MARIE, HELPER)
    two.put(two.other)
    keys = two.one.locks.all_keys
    two.one.close()
    helped = Vault.open(two.one.path, MARIE, MemoryKeychain())
    with pytest.raises(HolderOnly):
        gather(helped)
    with open_news(two.key, keys) as (news, _papers), pytest.raises(HolderOnly):
        take(helped, news, ())
    helped.close()
    two.one = open_vault(two.one.path)


def test_a_person_let_in_here_may_open_there(two) -> None:
    """The list of the higher generation wins; nothing goes back and forth after that."""
    two.one.locks.add(MARIE, HELPER)
    two.tell(two.one, two.other)
    assert two.other.locks.generation == two.one.locks.generation
    before = two.one.locks.header
    two.tell(two.other, two.one)
    assert two.one.locks.header == before
    two.other.close()
    helped = Vault.open(two.other.path, MARIE, MemoryKeychain())
    assert names(helped) == ["Pénicilline"]
    helped.close()
    two.other = open_vault(two.other.path)


def test_an_older_list_changes_nothing(two) -> None:
    """The other side has not heard of her yet."""
    two.one.locks.add(MARIE, HELPER)
    before = two.one.locks.header
    two.tell(two.other, two.one)
    assert two.one.locks.header == before


def test_a_person_stopped_here_is_stopped_there(two) -> None:
    """With a new key, also where the list of the other side is the higher one."""
    marie = two.one.locks.add(MARIE, HELPER)
    two.tell(two.one, two.other)
    two.one.close_way(marie)
    two.other.locks.add(KeyFile(bytes(32)), HELPER)
    two.other.locks.add(KeyFile(b"\1" * 32), HELPER)
    two.other.locks.add(KeyFile(b"\2" * 32), HELPER)
    file = two.other.locks.file_names.main
    two.tell(two.one, two.other)
    two.tell(two.other, two.one)
    for vault in (two.one, two.other):
        assert marie not in {slot.id for slot in vault.locks.slots()}
        assert len(vault.locks.slots()) == 4
        assert marie in vault.locks.header.closed
    assert two.other.locks.file_names.main != file
    assert names(two.other) == ["Pénicilline"]
    two.other.close()
    with pytest.raises(WrongSecret):
        Vault.open(two.other.path, MARIE, MemoryKeychain())
    two.other = open_vault(two.other.path)
    assert two.other.main.aside.get("renew-main") is None


def test_a_way_made_on_the_lower_side_is_not_lost(two) -> None:
    """A restored folder has a code of its own: the other one's list takes it in."""
    two.other.locks.add(KeyFile(bytes(32)))
    for number in (1, 2, 3):
        two.one.locks.add(KeyFile(bytes([number]) * 32), HELPER)
    two.tell(two.one, two.other)
    assert len(two.other.locks.slots()) == 5
    two.tell(two.other, two.one)
    assert len(two.one.locks.slots()) == 5
    assert two.one.locks.generation == two.other.locks.generation


def opened_with(pair: Two, secret: KeyFile) -> None:
    pair.other.close()
    pair.other = Vault.open(pair.other.path, secret, MemoryKeychain())


def test_news_of_a_side_that_was_stopped_are_refused(two) -> None:
    """Its way in was closed here."""
    stolen = KeyFile(bytes(32))
    way = two.other.locks.add(stolen)
    opened_with(two, stolen)
    two.tell(two.other, two.one)
    two.one.locks.remove(way)
    two.other.main.revisions.write([Allergy(substance="Faux")])
    two.put(two.other)
    before = all_of(two.one)
    with pytest.raises(SideStopped):
        two.read(two.one)
    assert all_of(two.one) == before


@pytest.mark.parametrize("how", ["closed", "changed"])
def test_who_was_stopped_elsewhere_is_told_so(two, how) -> None:
    """Another way in takes the news."""
    key = KeyFile(bytes(32))
    way = two.other.locks.add(key)
    opened_with(two, key)
    two.tell(two.other, two.one)
    if how == "closed":
        two.one.locks.remove(way)
    else:
        two.one.locks.change(way, KeyFile(b"\1" * 32))
    two.put(two.one)
    with pytest.raises(StoppedHere):
        two.read(two.other)
    two.other.close()
    two.other = open_vault(two.other.path)
    two.read(two.other)
    two.other.close()
    with pytest.raises(WrongSecret):
        Vault.open(two.other.path, key, MemoryKeychain())
    two.other = open_vault(two.other.path)


@pytest.mark.parametrize(("which", "count"), [("here", 2), ("there", 2), ("both", 3)])
def test_two_lists_of_one_generation_are_for_the_holder_to_tell(two, which, count) -> None:
    """Records come in; the list waits. The answer is the higher one, and goes to the other."""
    two.one.locks.add(MARIE, HELPER)
    two.other.locks.add(KeyFile(bytes(32)), HELPER)
    two.one.main.revisions.write([Allergy(substance="Latex")])
    two.tell(two.one, two.other)
    assert names(two.other) == ["Latex", "Pénicilline"]
    assert waiting_list(two.other) is not None
    assert len(two.other.locks.slots()) == 2
    answer_list(two.other, which)
    assert waiting_list(two.other) is None
    assert len(two.other.locks.slots()) == count
    two.tell(two.other, two.one)
    assert waiting_list(two.one) is None
    assert {slot.id for slot in two.one.locks.slots()} == {
        slot.id for slot in two.other.locks.slots()
    }
    before = two.one.locks.header
    answer_list(two.one, "here")  # nothing waits: nothing changes
    assert two.one.locks.header == before


def test_an_answer_never_closes_the_way_in_use(two) -> None:
    """Who opened with a way that only this list has keeps it."""
    key = KeyFile(bytes(32))
    two.other.locks.add(key)
    opened_with(two, key)
    two.one.locks.add(MARIE, HELPER)
    two.tell(two.one, two.other)
    with pytest.raises(StoppedHere):
        answer_list(two.other, "there")
    answer_list(two.other, "both")
    assert len(two.other.locks.slots()) == 3


def test_a_list_that_was_forged_is_refused(two) -> None:
    """Signed news with a list that nobody signed, or of a folder that was handed over."""
    handed = replace(gather(two.one), header=replace(two.one.locks.header, verify=bytes(32)))
    with pytest.raises(ForeignNews):
        take(two.other, handed, ())
    news = replace(gather(two.one), header=replace(two.one.locks.header, generation=99))
    with pytest.raises(ForeignNews):
        take(two.other, news, ())
