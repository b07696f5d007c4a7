"""Copies of a drawer that were edited apart: whatever the order, they end up equal."""

from __future__ import annotations

import contextlib
import datetime
import functools
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.journal import DamagedJournal
from ensdesk.vault.merge import Merged, Said, merge
from ensdesk.vault.revision import DamagedRecord, What, named
from ensdesk.vault.revision_store import Removal
from tests.vault.drawers import ALLERGY, FOLDER_ID, KEPT, PAPER, new_drawer, open_drawer

LATEX = replace(ALLERGY, substance="Latex")
AT = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)

# What people do on either computer: the same records, known to both or made apart.
KNOWN: tuple[Record, ...] = (
    ALLERGY,
    PAPER,
    Illness(id=RecordId("1" * 32), name="Asthme"),
    Identity(given="Jeanne", family="Essai", born=PartialDate("1948-07-14")),
    Declaration(about="allergy", date=PartialDate("2026-11-23")),
)
steps = st.tuples(
    st.sampled_from(["write", "write", "retire", "erase", "paper"]),
    st.sampled_from(range(len(KNOWN))),
    st.sampled_from(["un", "deux", "trois"]),
)
sides = st.lists(st.lists(steps, max_size=6), min_size=3, max_size=3)


@dataclass(frozen=True)
class Copy:
    """A drawer and the papers beside it, in a place of its own."""

    drawer: Drawer
    documents: DocumentStore


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Copy, Copy]]:
    with copies(2) as made:
        yield made[0], made[1]


@contextlib.contextmanager
def copies(count: int) -> Iterator[list[Copy]]:
    """Give empty copies of one drawer, each an installation of its own."""
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as undo:
        made = []
        for number in range(count):
            path = Path(place, str(number))
            path.mkdir()
            (path / "main-1.db").write_bytes(_empty())
            made.append(Copy(open_drawer(path), DocumentStore(path / "documents")))
            made[-1].drawer.new_installation()
            undo.callback(made[-1].drawer.close)
        yield made


@functools.cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        new_drawer(Path(place)).close()
        return Path(place, "main-1.db").read_bytes()


def said(copy: Copy) -> Said:
    """Return everything a copy holds."""
    drawer = copy.drawer
    return Said(
        revisions=tuple(drawer.revisions.revisions()),
        lines=tuple(drawer.journal.rows()),
        papers=tuple(drawer.papers.said(row.record_id) for row in drawer.papers.all()),
        people=drawer.said_people(),
    )


def tell(one: Copy, other: Copy) -> Merged:
    return merge(other.drawer, other.documents, said(one))


def holds(copy: Copy) -> list[object]:
    """Return all that must be equal on both sides, in an order that both share."""
    ask = copy.drawer.connection.rows
    return [
        ask("SELECT id, what, payload FROM revision ORDER BY id"),
        ask("SELECT child, parent FROM revision_parent ORDER BY child, parent"),
        ask(
            "SELECT id, kind, live, conflict, place, happened, revision, headline, words, payload"
            " FROM record ORDER BY id"
        ),
        ask("SELECT chain, place, link, words FROM journal ORDER BY chain, place"),
        ask("SELECT record, sha256, pages FROM document ORDER BY record"),
        ask("SELECT record, page, words FROM page_text ORDER BY record, page"),
        ask("SELECT slot, name FROM person ORDER BY slot"),
    ]


def live(copy: Copy, step: tuple[str, int, str]) -> None:
    """Do one thing as a person does it."""
    what, which, words = step
    drawer, revisions = copy.drawer, copy.drawer.revisions
    record = KNOWN[which]
    record = replace(record, id=revisions.fixed_id(record))
    match what:
        case "retire":
            revisions.write([Removal(record.id)])
        case "erase":
            erase(drawer, copy.documents, record.id)
        case "paper":
            with drawer.transaction():
                if drawer.papers.get(PAPER.id) is None:
                    drawer.papers.add(
                        PAPER.id, KEPT, media_type="text/plain", original_name="a", pages=2
                    )
                    drawer.papers.put_texts(PAPER.id, ["", "page deux"])
                revisions.write([replace(PAPER, name=f"Papier {words}")])
        case _:
            revisions.write([_saying(record, words)])


def _saying(record: Record, words: str) -> Record:
    match record:
        case Allergy():
            return replace(record, substance=words)
        case Identity():
            return replace(record, given=words)
        case Declaration():
            return replace(record, date=PartialDate(f"2026-11-{10 + len(words)}"))
        case Illness() | Document():
            return replace(record, name=words)
    raise AssertionError


def lives(copy: Copy, days: list[tuple[str, int, str]]) -> None:
    copy.drawer.set_name(f"{len(days)}" * 16, f"nom {len(days)}")
    for day in days:
        live(copy, day)


quick = settings(max_examples=8, deadline=None)


@given(sides)
@quick
def test_any_order_gives_the_same(apart) -> None:
    """Commutative and associative: a with b then c, or c with b then a, and the other ways."""
    with copies(6) as made:
        for copy, days in zip(made[:3], apart, strict=True):
            lives(copy, days)
        for copy, order in zip(made[3:], ((0, 1, 2), (2, 1, 0), (1, 0, 2)), strict=True):
            for number in order:
                tell(made[number], copy)
        assert holds(made[3]) == holds(made[4]) == holds(made[5])
        assert made[3].drawer.search.whole()


@given(sides)
@quick
def test_two_sides_told_of_each_other_are_equal_and_again_changes_nothing(apart) -> None:
    """Idempotent; the view kept is the view derived, and every chain verifies."""
    with copies(2) as (one, other):
        for copy, days in zip((one, other), apart, strict=False):
            lives(copy, days[:3])
        tell(one, other)
        lives(one, apart[0][3:])
        lives(other, apart[2])
        tell(one, other)
        tell(other, one)
        equal = holds(one)
        assert equal == holds(other)
        assert tell(one, other) == tell(other, one) == Merged((), 0)
        assert holds(one) == holds(other) == equal
        for copy in (one, other):
            assert copy.drawer.journal.verify() == ()
            assert copy.drawer.revisions.rebuild_current() == ()
        assert holds(one) == holds(other) == equal


@given(sides)
@quick
def test_nothing_is_lost_but_what_was_erased(apart) -> None:
    """Each revision of each side is there; it is empty only if an erasing follows it."""
    with copies(3) as made:
        for copy, days in zip(made, apart, strict=True):
            lives(copy, days)
        before = [
            (revision.id, revision.payload)
            for copy in made
            for revision in copy.drawer.revisions.revisions()
        ]
        for copy in made[1:]:
            tell(copy, made[0])
        log = made[0].drawer.revisions.log
        for revision_id, payload in before:
            kept = log.one(revision_id)
            assert kept is not None
            assert kept.payload == payload or (
                kept.payload is None and kept.record_id in log.ended()
            )


def test_an_erased_paper_goes_on_both_sides(pair) -> None:
    """Its bytes, its words, its image, the words of the journal; what is not of it stays."""
    one, other = pair
    live(one, ("paper", 1, "un"))
    one.drawer.papers.put_thumbnail(PAPER.id, 2, b"png")
    one.drawer.revisions.write([ALLERGY])
    tell(one, other)
    assert other.drawer.papers.text(PAPER.id, 2) == "page deux"
    assert other.drawer.papers.thumbnail(PAPER.id, 2) == b"png"
    assert other.drawer.search.find("page") != ()
    erase(one.drawer, one.documents, PAPER.id)
    tell(one, other)
    assert other.drawer.papers.all() == ()
    assert other.drawer.search.find("page") == other.drawer.search.find("Papier") == ()
    assert [line.words for line in other.drawer.journal.lines()] == [None, "Pénicilline", None]
    tell(other, one)
    assert holds(one) == holds(other)


def test_a_paper_changed_where_the_eraser_did_not_look_stays_until_the_answer(pair) -> None:
    """The card is on both computers, and the paper with it."""
    one, other = pair
    live(one, ("paper", 1, "un"))
    tell(one, other)
    erase(one.drawer, one.documents, PAPER.id)
    other.drawer.revisions.write([replace(PAPER, name="Bilan")])
    tell(one, other)
    tell(other, one)
    assert holds(one) == holds(other)
    for copy in pair:
        assert [card.record_id for card in copy.drawer.revisions.conflicts()] == [PAPER.id]
        assert copy.drawer.papers.get(PAPER.id) is not None


def test_no_clock_decides(pair) -> None:
    """One side's clock stands years before the last change: the longest history is still shown."""
    one, other = pair
    one.drawer.revisions.write([ALLERGY], at=AT)
    tell(one, other)
    past = AT.replace(year=1999)
    other.drawer.revisions.write([LATEX], at=past)
    other.drawer.revisions.write([replace(LATEX, substance="Latex fin")], at=past)
    tell(other, one)
    assert one.drawer.revisions.records(Allergy)[0].substance == "Latex fin"
    assert one.drawer.revisions.conflicts() == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"payload": '{"substance": "Autre"}'},
        {"parents": (bytes(32),)},
        {"kind": "illness"},
        {"salt": None, "digest": None, "payload": None},
    ],
)
def test_a_revision_that_does_not_fit_is_refused_and_nothing_is_written(pair, damage) -> None:
    """Changed, without its parent, of another kind, or emptied by nothing."""
    one, other = pair
    one.drawer.revisions.write([ALLERGY])
    tell(one, other)
    one.drawer.revisions.write([LATEX, PAPER])
    kept = said(one)
    *first, last = kept.revisions
    wrong = replace(first[-1], **damage)
    wrong = wrong if damage.keys() & {"payload"} else named(wrong)
    before = holds(other)
    with pytest.raises(DamagedRecord):
        merge(other.drawer, other.documents, replace(kept, revisions=[*first[:-1], wrong, last]))
    assert holds(other) == before


@pytest.mark.parametrize(
    "damage", [{"words": "x"}, {"link": bytes(32)}, {"place": 5}, {"act": "closed"}]
)
def test_a_journal_line_that_does_not_fit_is_refused(pair, damage) -> None:
    """Neither changed nor out of its place; a line that is here already must be the same."""
    one, other = pair
    one.drawer.journal.append(Act.OPENED)
    line = next(one.drawer.journal.rows())
    with pytest.raises(DamagedJournal):
        merge(other.drawer, other.documents, Said(lines=[replace(line, **damage)]))
    tell(one, other)
    with pytest.raises(DamagedJournal):
        merge(other.drawer, other.documents, Said(lines=[replace(line, link=bytes(32))]))
    assert len(other.drawer.journal.lines()) == 1


def test_what_was_moved_is_not_shown_and_waits_for_the_other_drawer(pair) -> None:
    """Its revisions and its paper stay until they stand there too: `finish_moves`."""
    one, other = pair
    live(one, ("paper", 1, "un"))
    tell(one, other)
    head = one.drawer.revisions.log.heads(PAPER.id)[0]
    end = named(
        replace(
            next(one.drawer.revisions.revisions()),
            what=What.MOVED,
            sequence=2,
            parents=(head.id,),
        )
    )
    merge(other.drawer, other.documents, Said(revisions=[end]))
    assert other.drawer.revisions.ended(PAPER.id)
    assert other.drawer.revisions.records(Document) == ()
    assert other.drawer.revisions.log.left_behind() == (PAPER.id,)
    assert len(other.drawer.papers.all()) == 1
    assert other.drawer.journal.lines()[0].words is not None


def test_a_copy_becomes_one_of_its_own(pair) -> None:
    """It writes a new chain, and knows up to where it has all of the one it was copied from."""
    one, _other = pair
    one.drawer.revisions.write([ALLERGY])
    before, top = one.drawer.journal.chain, one.drawer.meetings.top()
    one.drawer.new_installation()
    assert one.drawer.journal.chain != before
    one.drawer.journal.append(Act.OPENED)
    assert one.drawer.journal.verify() == ()
    known = one.drawer.meetings.known()
    assert before in known.others()
    assert known.seen[before] == known.given[before] == top
    assert len({row.chain for row in one.drawer.journal.rows()}) == 2
    ((kept,),) = one.drawer.connection.rows("SELECT installation FROM folder")
    assert (kept, FOLDER_ID) == (one.drawer.journal.chain, FOLDER_ID)
