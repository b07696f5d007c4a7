"""What was taken away: it waits, comes back, or is erased for good."""

import datetime

import pytest

from ensdesk.folder.bringing_back import bring_back
from ensdesk.folder.copying import CopyPlan, make_copy
from ensdesk.folder.printing import last_prints, printed, sheets_to_redo
from ensdesk.folder.removed import erase_for_ever, removed, removed_one
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from tests.fakes import NOW
from tests.kinds.samples import sample

LATEX = Allergy(substance="Latex")


def test_what_is_taken_away_waits_with_who_and_when(folder):
    """By whom and when is told; the data is the same."""
    folder.save(LATEX)
    folder.retire(LATEX)
    (one,) = removed(folder, recent=True)
    assert (one.record, one.writing.who, one.writing.at) == (LATEX, "Jeanne", NOW)
    folder.put_back(one.record)
    assert folder.records(Allergy) == (LATEX,)
    assert removed(folder, recent=False) == ()


def test_no_clock_empties_it(folder):
    """After 30 days a thing leaves the first page, and stays among all."""
    folder.save(LATEX)
    folder.retire(LATEX)
    folder._clock = lambda: NOW + datetime.timedelta(days=31)
    assert removed(folder, recent=True) == ()
    assert [one.record for one in removed(folder, recent=False)] == [LATEX]


@pytest.mark.parametrize("retired", [False, True])
def test_erasing_cannot_be_undone(folder, retired):
    """Undo and redo forget it, and do what was done before and after it."""
    other = Allergy(substance="Pollen")
    folder.save(other)
    folder.save(LATEX)
    if retired:
        folder.retire(LATEX)
        folder.undo()
    assert erase_for_ever(folder, LATEX)
    assert removed_one(folder, LATEX.id) is None
    assert folder.redoes is None
    assert folder.undo().after == (other,)
    assert folder.undo() is None
    assert folder.records(Allergy) == ()


def test_a_printed_sheet_that_showed_it_is_to_be_made_again(folder):
    """Of what it showed not even a digest stays; a sheet without it stays right."""
    folder.save(LATEX)
    for name in ("emergency", "consent"):
        printed(folder, name, folder.contents())
    shown = last_prints(folder)["consent"].shown
    erase_for_ever(folder, LATEX)
    assert [sheet.name for sheet in sheets_to_redo(folder, folder.contents())] == ["emergency"]
    assert last_prints(folder)["emergency"].shown == ""
    assert last_prints(folder)["consent"].shown == shown


def test_a_copy_made_before_does_not_bring_it_back(folder, tmp_path):
    """What was erased here stays away, and is counted in words."""
    folder.save(LATEX)
    plan = CopyPlan(
        out=tmp_path / "copy.zip",
        kinds=frozenset({Allergy}),
        papers=frozenset(),
        for_whom="moi",
        why="essai",
    )
    make_copy(folder, plan)
    erase_for_ever(folder, LATEX)
    back = bring_back(folder, tmp_path / "copy.zip")
    assert (back.new, back.erased) == (0, 1)
    assert folder.records(Allergy) == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_act_undone_gives_the_same_data(folder, kind):
    """Add, change, take away and put back, of every kind: back to each state, and forth again."""
    record = folder._placed(sample(kind))

    def state():
        return tuple(map(repr, folder.records(kind)))

    states = [state()]
    for act in (folder.save, folder.retire, folder.put_back):
        act(record)
        states.append(state())
    for before in reversed(states[:-1]):
        folder.undo()
        assert sorted(state()) == sorted(before)
    for after in states[1:]:
        folder.redo()
        assert sorted(state()) == sorted(after)
