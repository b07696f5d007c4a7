"""An envelope, or two of three relatives: who opens the folder when its holder cannot any more."""

from __future__ import annotations

from itertools import permutations

import pytest

from ensdesk.folder.envelopes import (
    SameSheetTwice,
    forget_used,
    give_envelope,
    give_three,
    given,
    new_envelopes,
    secrets_of_paper,
    secrets_of_two,
    take_back,
    used,
)
from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.folder.secrets_of_folder import open_with_any
from ensdesk.folder.waits import Waits
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HELPER, HOLDER
from ensdesk.vault.secrets import SheetWords, WrongPair, WrongSheet
from tests.fakes import NOW, SHEET, MemoryKeychain

NAMES = ("Marie", "Paul", "Luc")


def opened(place, secrets) -> Folder:
    """Open a folder that is closed, with papers."""
    return open_with_any(place, secrets, MemoryKeychain(), Waits())


def closed(folder):
    """Close the folder and say where it is."""
    folder.close()
    return folder.vault.path


def by_holder(place) -> Folder:
    """Open it as its holder does, on the day of the tests."""
    return open_folder(place, SHEET, MemoryKeychain(), clock=lambda: NOW)


def test_an_envelope_opens_for_one_person_and_not_what_is_private(folder):
    """Under the name of whom it was given to; the key sheet opens as before."""
    (words,) = new_envelopes(1)
    give_envelope(folder, "Marie", HELPER, words)
    assert folder.journal(1)[0].act == Act.ENVELOPE_GIVEN
    assert [one.name for one in given(folder)] == ["Marie"]
    there = opened(closed(folder), secrets_of_paper(words))
    assert there.vault.private is None
    assert there.vault.main.name_of(there.vault.locks.slot_id) == "Marie"
    there.close()
    opened(there.vault.path, secrets_of_paper(SHEET)).close()


def test_the_holder_may_let_it_open_everything(folder):
    """It is asked, and it is not the usual answer."""
    (words,) = new_envelopes(1)
    give_envelope(folder, "Marie", HOLDER, words)
    there = opened(closed(folder), secrets_of_paper(words))
    assert there.vault.private is not None
    assert [one.name for one in given(there)] == ["Marie"]  # it does not void itself
    there.close()


def test_an_envelope_that_was_used_opens_nothing_more_and_is_told(folder):
    """At the next opening of the holder: who, and when."""
    (words,) = new_envelopes(1)
    give_envelope(folder, "Marie", HELPER, words)
    place = closed(folder)
    opened(place, secrets_of_paper(words)).close()
    mine = by_holder(place)
    assert given(mine) == ()
    name, _day = used(mine)
    assert name == "Marie"
    forget_used(mine)
    assert used(mine) is None
    mine.close()
    with pytest.raises(WrongSheet):
        opened(place, secrets_of_paper(words))


def test_an_unused_one_stays(folder):
    """Opening by oneself voids nothing."""
    (words,) = new_envelopes(1)
    give_envelope(folder, "Marie", HELPER, words)
    mine = by_holder(closed(folder))
    assert [one.name for one in given(mine)] == ["Marie"]
    assert used(mine) is None
    mine.close()


@pytest.mark.parametrize("two", list(permutations(range(3), 2)))
def test_any_two_of_three_sheets_open_in_any_order(folder, two):
    """Nobody has to know which is A, B or C."""
    sheets = new_envelopes(3)
    folder.save(Allergy(substance="Latex"))
    give_three(folder, NAMES, HELPER, sheets)
    assert [one.name for one in given(folder)] == ["Marie, Paul", "Marie, Luc", "Paul, Luc"]
    there = opened(closed(folder), secrets_of_two(sheets[two[0]], sheets[two[1]]))
    assert [one.substance for one in there.records(Allergy)] == ["Latex"]
    there.close()


def test_one_sheet_alone_opens_nothing(folder):
    """Not by itself, not twice, not with a stranger's."""
    sheets = new_envelopes(3)
    give_three(folder, NAMES, HELPER, sheets)
    place = closed(folder)
    with pytest.raises(WrongSheet):
        opened(place, secrets_of_paper(sheets[0]))
    with pytest.raises(SameSheetTwice):
        secrets_of_two(sheets[0], SheetWords(sheets[0].words))
    with pytest.raises(WrongPair):
        opened(place, secrets_of_two(sheets[0], new_envelopes(1)[0]))


def test_a_new_gift_takes_the_place_of_the_one_before(folder):
    """Old papers open nothing."""
    (old,) = new_envelopes(1)
    give_envelope(folder, "Marie", HELPER, old)
    sheets = new_envelopes(3)
    give_three(folder, NAMES, HELPER, sheets)
    assert len(given(folder)) == 3
    take_back(folder)
    assert given(folder) == ()
    take_back(folder)
    place = closed(folder)
    for secrets in (secrets_of_paper(old), secrets_of_two(sheets[0], sheets[1])):
        with pytest.raises((WrongSheet, WrongPair)):
            opened(place, secrets)
