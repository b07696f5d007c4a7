"""The corpora in small: see `tests.faults.hostile` and `tests.faults.injection`."""

from __future__ import annotations

import pytest

from tests.faults.hostile import DOORS, QUICK, bring_all
from tests.faults.hostile import caught as caught_at
from tests.faults.injection import WAYS, caught, injected


def test_wicked_papers_are_told_or_kept(tmp_path):
    """All of them at once; nothing outside is touched or taken in."""
    count, broken = bring_all(tmp_path, QUICK)
    assert count > 30
    assert broken == []


@pytest.mark.parametrize("name", DOORS)
def test_a_door_with_a_rule_broken_is_caught(tmp_path, name):
    """Or bringing everything in would not prove anything."""
    assert caught_at(DOORS[name], tmp_path)


def test_text_out_is_text_in(tmp_path, french, qapp):
    """On paper, on the screen, in forms, by the search, in everything that a copy holds."""
    assert {way: lost for way, lost in injected(tmp_path).items() if lost} == {}


def test_a_program_that_reads_words_as_something_else_is_caught(tmp_path, french, qapp):
    """On each way out, or the look at it would not prove anything."""
    found = caught(tmp_path)
    assert set(found) == set(WAYS)
    assert all(found.values())
