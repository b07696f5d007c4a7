"""A small turn of the bench whose disk fails: see `tests.faults.failing`."""

from __future__ import annotations

import pytest

from tests.faults.disk import with_eyes


@pytest.mark.timeout(180)  # every scenario, with its control, also on a slow computer
def test_a_disk_that_fails_loses_nothing_and_is_told_in_words(capfd):
    """An error, no room, half a write, anywhere; a program that does not listen is caught."""
    assert with_eyes("tests.faults.failing") == 0, capfd.readouterr().out
