"""What moves on one computer while the other one writes, erases or moves it too."""

from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.beside import Beside, let_stay, lines_of, staying, take_beside
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.merge import Said, merge
from ensdesk.vault.moving import finish_moves
from ensdesk.vault.revision import What, named
from ensdesk.vault.vault import Vault
from tests.fakes import MemoryKeychain
from tests.vault.drawers import ALLERGY, open_vault
from tests.vault.test_moving import (
    MARIE,
    MARK,
    OTHER,
    PAPER,
    SECRET,
    _beside,
    clear,
    hide,
    private_of,
    show,
    take,
    told,
    values,
    written,
)
from tests.vault.test_news import Two, add_paper, copied, two

__all__ = ["two", "written"]


def test_what_a_moved_revision_follows_is_not_taken_again(written: Vault) -> None:
    """What the mover never saw stays, to be moved too."""
    before = tuple(written.main.revisions.log.of_record(SECRET.id))
    hide(written, SECRET)
    (moved,) = written.main.revisions.log.of_record(SECRET.id)
    assert moved.what == What.MOVED
    assert set(moved.parents) == {revision.id for revision in before}
    assert take(written, *before) == ()
    unseen = named(replace(_beside(before[0]), parents=(before[-1].id,)))
    assert take(written, unseen) == (SECRET.id,)
    assert written.main.revisions.get(SECRET.id) is not None
    finish_moves(written.main, private_of(written), written.documents)
    assert written.main.revisions.get(SECRET.id) is None
    assert len(values(private_of(written), SECRET)) == 3


def test_a_paper_that_comes_late_stays_until_its_bytes_are_in_the_other_drawer(
    written: Vault,
) -> None:
    """Its only bytes are never thrown away."""
    every = tuple(written.main.revisions.log.of_record(PAPER.id))
    said = written.main.papers.said(PAPER.id)
    hide(written, PAPER)
    private, kept = private_of(written), private_of(written).papers.said(PAPER.id)
    unseen = named(replace(_beside(every[0]), parents=(every[-1].id,)))
    merge(written.main, written.documents, Said([unseen], papers=[said]))
    private.papers.forget(PAPER.id)
    finish_moves(written.main, private, written.documents)
    assert written.main.papers.get(PAPER.id) is not None
    private.papers.add(PAPER.id, kept.row.kept, media_type="", original_name="")
    finish_moves(written.main, private, written.documents)
    assert written.main.papers.get(PAPER.id) is None
    assert private.papers.get(PAPER.id) is not None


def test_what_was_moved_is_out_of_main_whatever_came_first(written: Vault) -> None:
    """In any order the same."""
    every = list(written.main.revisions.log.of_record(OTHER.id))
    hide(written, OTHER)
    every += written.main.revisions.log.of_record(OTHER.id)
    for order in (every, every[::-1]):
        other = Vault.make(
            written.path.with_name(f"other-{id(order)}"), [MARIE], MemoryKeychain(), author_name=""
        )
        for revision in order:
            take(other, revision)
        finish_moves(other.main, private_of(other), other.documents)
        assert [one.what for one in other.main.revisions.log.of_record(OTHER.id)] == ["moved"]
        assert other.main.revisions.records(Allergy) == ()
        other.close()


@pytest.mark.parametrize("changed_there", [False, True])
def test_what_is_hidden_on_one_computer_is_hidden_on_both(two: Two, changed_there) -> None:
    """Also what the other one wrote before it knew; shown again, it is so on both."""
    paper = add_paper(two.one)
    two.tell(two.one, two.other)
    hide(two.one, ALLERGY)
    hide(two.one, paper)
    if changed_there:
        two.other.main.revisions.write([replace(ALLERGY, reaction=MARK), replace(paper, name=MARK)])
    for _time in range(2):
        two.tell(two.one, two.other)
        two.tell(two.other, two.one)
    for vault in (two.one, two.other):
        assert vault.main.revisions.records(Allergy) == ()
        assert vault.main.papers.all() == ()
        (allergy,) = private_of(vault).revisions.records(Allergy)
        assert allergy.reaction == (MARK if changed_there else None)
        row = private_of(vault).papers.get(paper.id)
        assert clear(vault, row) == b"Bilan"
        assert list(vault.documents.names()) == [row.kept.name]
        assert not private_of(vault).revisions.conflicts()
        assert vault.check().findings == ()
    show(two.one, ALLERGY)
    two.tell(two.one, two.other)
    two.tell(two.other, two.one)
    for vault in (two.one, two.other):
        assert len(vault.main.revisions.records(Allergy)) == 1
        assert private_of(vault).revisions.records(Allergy) == ()


# -- the note of what is pending -----------------------------------------------------------------


def test_a_damaged_note_of_what_is_pending_is_left_out(drawer: Drawer) -> None:
    """The same is noted once, and forgotten."""
    record = {"record": RecordId("1" * 32)}
    for _time in range(2):
        drawer.pending.add("move", record)
    assert drawer.pending.all("move") == (record,)
    drawer.connection.write("UPDATE pending SET value = x'00'")
    assert drawer.pending.all("move") == ()
    drawer.pending.add("move", record)
    drawer.pending.done("move", record)
    assert drawer.pending.all("move") == ()


def both_ways(two: Two) -> None:
    for _time in range(2):
        two.tell(two.one, two.other)
        two.tell(two.other, two.one)


def live(vault: Vault) -> list[Record]:
    return [
        record
        for drawer in vault.drawers
        for kind in (Allergy, Document)
        for record in drawer.revisions.records(kind)
    ]


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("shown", [False, True])
def test_what_was_erased_is_erased_however_often_it_moved_elsewhere(
    two: Two, times: int, shown: bool
) -> None:
    """No card: nobody wrote anything that the eraser did not see."""
    paper = add_paper(two.one)
    two.tell(two.one, two.other)
    for record in (ALLERGY, paper):
        erase(two.one.main, two.one.documents, record.id)
        for _time in range(times):
            hide(two.other, record)
            show(two.other, record)
        if not shown:
            hide(two.other, record)
    both_ways(two)
    for vault in (two.one, two.other):
        assert live(vault) == []
        assert not any(drawer.revisions.conflicts() for drawer in vault.drawers)
        assert not any(drawer.papers.all() for drawer in vault.drawers)
        assert list(vault.documents.names()) == []
        report = vault.check()
        assert (report.findings, report.strays) == ((), ())


def test_what_was_changed_between_two_moves_asks_who_erased(two: Two) -> None:
    """The eraser never saw it: a card, on both computers."""
    erase(two.one.main, two.one.documents, ALLERGY.id)
    hide(two.other, ALLERGY)
    private_of(two.other).revisions.write([replace(ALLERGY, reaction=MARK)])
    show(two.other, ALLERGY)
    hide(two.other, ALLERGY)
    both_ways(two)
    for vault in (two.one, two.other):
        ((card,), ()) = (drawer.revisions.conflicts() for drawer in vault.drawers[::-1])
        assert {version.what for version in card.versions} == {What.VALUE, What.ERASED}
        assert private_of(vault).revisions.get(ALLERGY.id) is not None


def test_what_one_shows_while_the_other_hides_it_is_hidden_and_whole(two: Two) -> None:
    """Its history and the bytes of its paper are there, once, on both computers."""
    paper = add_paper(two.one)
    two.tell(two.one, two.other)
    for record in (ALLERGY, paper):
        hide(two.one, record)
        show(two.one, record)
        hide(two.other, record)
    both_ways(two)
    for vault in (two.one, two.other):
        private = private_of(vault)
        assert [*vault.main.revisions.records(Allergy), *vault.main.papers.all()] == []
        assert live(vault) == [ALLERGY, paper]
        row = private.papers.get(paper.id)
        assert clear(vault, row) == b"Bilan"
        assert list(vault.documents.names()) == [row.kept.name]
        assert private.papers.text(paper.id, 1) == "hémoglobine"
        report = vault.check()
        assert (report.findings, report.strays) == ((), ())


def test_what_a_third_copy_still_has_does_not_come_back(two: Two, tmp_path: Path) -> None:
    """Hidden on one computer, erased on another one; the third knew neither."""
    two.one.close()
    third = copied(tmp_path, "third")
    two.one = open_vault(two.one.path)
    erase(two.one.main, two.one.documents, ALLERGY.id)
    hide(two.other, ALLERGY)
    both_ways(two)
    trio = Two(third, two.one, two.key)
    both_ways(trio)
    both_ways(two)
    for vault in (two.one, two.other, third):
        assert live(vault) == []
        assert vault.check().findings == ()
    third.close()


def test_what_lies_beside_a_private_record_goes_to_the_other_computer(two: Two) -> None:
    """Words of main's journal that it never had, and the place on the emergency sheet."""
    new = Allergy(substance="Latex")
    two.one.main.revisions.write([new])
    hide(two.one, new)
    let_stay(private_of(two.one), new.id, stays=True)
    two.tell(two.one, two.other)
    other = private_of(two.other)
    assert [words for *_place, words in lines_of(other, new.id)] == ["Latex"]
    assert staying(other) == (new.id,)
    show(two.other, new)
    assert ("record-added", "Latex") in told(two.other.main)
    assert two.other.check().findings == ()


def test_each_computer_keeps_its_own_place_on_the_emergency_sheet(two: Two) -> None:
    """What was taken off here does not come back because it was never taken off there."""
    hide(two.one, ALLERGY)
    let_stay(private_of(two.one), ALLERGY.id, stays=True)
    both_ways(two)
    let_stay(private_of(two.other), ALLERGY.id, stays=False)
    both_ways(two)
    assert staying(private_of(two.other)) == ()
    assert staying(private_of(two.one)) == (ALLERGY.id,)


def test_words_that_do_not_fit_their_line_are_not_kept(two: Two) -> None:
    """Nor those about what is not private here."""
    two.one.main.revisions.write([OTHER])
    hide(two.one, OTHER)
    main, private = two.one.main, private_of(two.one)
    ((chain, place, salt, words),) = lines_of(private, OTHER.id)
    wrong = Beside(OTHER.id, lines=((chain, place, salt, "autre"), (chain, 99, salt, words)))
    take_beside(main, private, (wrong, Beside(ALLERGY.id, stays=True)), ())
    assert lines_of(private, OTHER.id) == ((chain, place, salt, words),)
    assert staying(private) == ()


def test_words_that_come_late_about_what_is_private_are_kept_there(two: Two) -> None:
    """The other computer wrote them before it knew; main's journal does not hold them."""
    hide(two.one, ALLERGY)
    two.other.main.revisions.write([replace(ALLERGY, substance="Amoxicilline")])
    two.tell(two.other, two.one)
    assert "Amoxicilline" in {words for *_line, words in lines_of(private_of(two.one), ALLERGY.id)}
    assert "Amoxicilline" not in {words for _act, words in told(two.one.main, hidden=True)}
