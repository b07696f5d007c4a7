"""What two computers wrote differently: one version, or all, and back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.vault.answering import keep, keep_all, may_keep_all, put_apart
from ensdesk.vault.erasing import erase
from ensdesk.vault.revision import What
from ensdesk.vault.revision_store import AnyRecord, Conflict, Removal
from ensdesk.vault.unknown_record import UnknownRecord
from tests.vault.drawers import ALLERGY, PAPER
from tests.vault.test_merge import Copy, copies, holds, tell

LATEX = replace(ALLERGY, substance="Latex")
GLUTEN = replace(ALLERGY, substance="Gluten")


@pytest.fixture
def pair() -> Iterator[tuple[Copy, Copy]]:
    with copies(2) as made:
        yield made[0], made[1]


def differ(
    pair: tuple[Copy, Copy],
    first: AnyRecord | Removal,
    second: AnyRecord | Removal,
    before: AnyRecord | None = None,
) -> Conflict:
    """Let both computers write about one record, and meet."""
    one, other = pair
    if before is not None:
        one.drawer.revisions.write([before])
        tell(one, other)
    one.drawer.revisions.write([first])
    other.drawer.revisions.write([second])
    return meet(pair)[0]


def meet(pair: tuple[Copy, Copy]) -> tuple[Conflict, ...]:
    one, other = pair
    tell(one, other)
    tell(other, one)
    assert holds(one) == holds(other)
    return one.drawer.revisions.conflicts()


def names(copy: Copy) -> list[str]:
    return sorted(allergy.substance for allergy in copy.drawer.revisions.records(Allergy))


def test_one_version_is_kept_on_both(pair) -> None:
    """The answer follows all heads; taken back, the card waits on both computers again."""
    conflict = differ(pair, LATEX, GLUTEN, before=ALLERGY)
    one = pair[0]
    assert may_keep_all(one.drawer, conflict)
    chosen = next(version for version in conflict.versions if version.record == GLUTEN)
    keep(one.drawer, one.documents, conflict, chosen)
    assert meet(pair) == ()
    assert names(pair[1]) == ["Gluten"]
    put_apart(one.drawer, conflict)
    (again,) = meet(pair)
    assert [version.record for version in again.versions] == [
        version.record for version in conflict.versions
    ]


def test_both_computers_that_keep_both_make_the_same_record(pair) -> None:
    """Its id follows from the second version; taken back, it is retired again."""
    conflict = differ(pair, LATEX, GLUTEN, before=ALLERGY)
    for copy in pair:
        keep_all(copy.drawer, conflict)
    assert meet(pair) == ()
    assert names(pair[0]) == names(pair[1]) == ["Gluten", "Latex"]
    put_apart(pair[0].drawer, conflict)
    assert len(meet(pair)) == 1
    assert len(pair[1].drawer.revisions.records(Allergy)) == 1


def test_both_papers_have_the_bytes(pair) -> None:
    """Two rows name one file, which stays until both are erased."""
    one, other = pair
    kept = one.documents.keep(io.BytesIO(b"Bilan"))
    one.drawer.papers.add(PAPER.id, kept, media_type="text/plain", original_name="b", pages=1)
    one.drawer.papers.put_texts(PAPER.id, ["hémoglobine"])
    one.drawer.papers.put_thumbnail(PAPER.id, 1, b"png")
    conflict = differ(pair, replace(PAPER, name="Bilan"), replace(PAPER, name="Sang"), before=PAPER)
    keep_all(one.drawer, conflict)
    rows = one.drawer.papers.all()
    assert [row.kept.name for row in rows] == [kept.name] * 2
    assert {one.drawer.papers.thumbnail(row.record_id) for row in rows} == {b"png"}
    assert len(one.drawer.search.find("hemoglobine")) == 2
    erase(one.drawer, one.documents, PAPER.id)
    assert list(one.documents.names()) == [kept.name]
    del other


def test_taken_away_here_and_changed_there(pair) -> None:
    """No line of its own can be made of nothing; either answer can be taken back."""
    conflict = differ(pair, Removal(ALLERGY.id), LATEX, before=ALLERGY)
    one = pair[0]
    assert not may_keep_all(one.drawer, conflict)
    gone = next(version for version in conflict.versions if version.record is None)
    assert gone.what == What.RETIRED
    keep(one.drawer, one.documents, conflict, gone)
    assert (meet(pair), names(one)) == ((), [])
    put_apart(one.drawer, conflict)
    assert len(meet(pair)) == 1
    value = next(version for version in conflict.versions if version.record is not None)
    keep(one.drawer, one.documents, conflict, value)
    assert (meet(pair), names(one)) == ((), ["Latex"])


@pytest.mark.parametrize("wins", ["erased", "value"])
def test_erased_here_and_changed_there(pair, wins) -> None:
    """Kept, it comes back on both; erased, nothing of it stays on either."""
    one, other = pair
    one.drawer.revisions.write([ALLERGY])
    tell(one, other)
    erase(one.drawer, one.documents, ALLERGY.id)
    other.drawer.revisions.write([LATEX])
    (conflict,) = meet(pair)
    version = next(version for version in conflict.versions if version.what == wins)
    keep(other.drawer, other.documents, conflict, version)
    assert meet(pair) == ()
    assert names(one) == names(other) == ([] if wins == "erased" else ["Latex"])
    kept = other.drawer.connection.rows(
        "SELECT count(*) FROM revision WHERE what = 'value' AND payload IS NOT NULL"
    )
    assert (kept == [(0,)]) == (wins == "erased")


def test_of_a_kind_of_which_there_is_one_only_one_stays(pair) -> None:
    """Two identities cannot stand side by side."""
    fixed = pair[0].drawer.revisions.single_id(Identity)
    jeanne = Identity(id=fixed, given="Jeanne", family="Essai", born=PartialDate("1948-07-14"))
    conflict = differ(pair, jeanne, replace(jeanne, given="Jeannette"))
    assert not may_keep_all(pair[0].drawer, conflict)


def test_kinds_of_a_newer_program_are_chosen_too(pair) -> None:
    """Their payload is carried along untouched."""
    later = UnknownRecord(id=RecordId("1" * 32), kind="tattoo", payload={"where": "bras"})
    conflict = differ(pair, later, replace(later, payload={"where": "dos"}))
    assert may_keep_all(pair[0].drawer, conflict)
    keep_all(pair[0].drawer, conflict)
    put_apart(pair[0].drawer, conflict)
    (again,) = meet(pair)
    assert [version.record.payload for version in again.versions] == [
        version.record.payload for version in conflict.versions
    ]
