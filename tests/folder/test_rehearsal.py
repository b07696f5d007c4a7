"""The key sheet is tried a week after it was proved, then each year."""

import datetime

import pytest

from ensdesk.folder.due import REHEARSAL, due
from ensdesk.folder.opening import new_sheet
from ensdesk.folder.rehearsal import EVERY, FIRST, rehearsal_due, rehearse
from ensdesk.folder.secrets_of_folder import prove_sheet
from ensdesk.folder.waits import WaitFirst, Waits
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.secrets import WrongSheet
from tests.fakes import SHEET, TODAY, MemoryKeychain

DAY = datetime.timedelta(days=1)


def test_nothing_to_try_before_it_is_proved(folder):
    """Making it comes first."""
    assert not rehearsal_due(folder, TODAY + 9 * EVERY)


def test_it_is_due_after_a_week_then_after_a_year(folder):
    """And the home page says so."""
    folder.prove_key_sheet()
    assert not rehearsal_due(folder, TODAY + FIRST - DAY)
    assert rehearsal_due(folder, TODAY + FIRST)
    assert REHEARSAL in [one.page for one in due(folder, folder.contents(), TODAY + FIRST)]
    rehearse(folder, SHEET, MemoryKeychain(), Waits())
    assert folder.journal(1)[0].act == Act.KEY_SHEET_TRIED
    assert not rehearsal_due(folder, TODAY + EVERY - DAY)
    assert rehearsal_due(folder, TODAY + EVERY)


def test_a_new_sheet_begins_again(folder):
    """It was proved today: in a week it is tried."""
    folder.prove_key_sheet()
    rehearse(folder, SHEET, MemoryKeychain(), Waits())
    prove_sheet(folder, new_sheet())
    assert not rehearsal_due(folder, TODAY + FIRST - DAY)
    assert rehearsal_due(folder, TODAY + FIRST)


def test_a_wrong_clock_asks_nothing(folder):
    """Before the day on which it was proved, nothing is due."""
    folder.prove_key_sheet()
    assert not rehearsal_due(folder, TODAY - 9 * EVERY)


def test_other_words_are_no_key_sheet(folder):
    """Nothing is noted, and somebody who guesses has to wait."""
    folder.prove_key_sheet()
    waits = Waits(clock=lambda: 0.0)
    for _ in range(3):
        with pytest.raises(WrongSheet):
            rehearse(folder, new_sheet(), MemoryKeychain(), waits)
    with pytest.raises(WaitFirst):
        rehearse(folder, SHEET, MemoryKeychain(), waits)
    assert Act.KEY_SHEET_TRIED not in [line.act for line in folder.journal()]


def test_the_sheet_of_somebody_who_helps_is_not_mine(folder):
    """It opens, but it would not give me my folder back."""
    theirs = new_sheet()
    folder.vault.locks.add(theirs, HELPER)
    with pytest.raises(WrongSheet):
        rehearse(folder, theirs, MemoryKeychain(), Waits())
