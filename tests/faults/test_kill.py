"""A small turn of the bench that kills: see `tests.faults.kill`."""

from __future__ import annotations

from tests.faults.kill import kill_often


def test_nothing_that_was_acknowledged_is_lost(tmp_path):
    """Killed at random moments, and opened again each time."""
    found = kill_often(8, tmp_path)
    assert found.turns == 8
    assert found.acknowledged > 8
    assert (found.lost, found.closed) == ([], [])


def test_the_bench_sees_what_is_lost(tmp_path):
    """A program that acknowledges before it writes is caught."""
    assert kill_often(40, tmp_path, early=True).lost
