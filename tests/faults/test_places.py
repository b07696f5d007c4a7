"""Each scenario once in each bad place: see `tests.faults.places`."""

from __future__ import annotations

import pytest

from tests.faults.failing import deaf
from tests.faults.places import PLACES, try_often
from tests.faults.scenarios import SCENARIOS


@pytest.mark.parametrize("scenario", ["edit", "paper", "double", "merge"])
@pytest.mark.parametrize("bad", PLACES, ids=lambda bad: bad.name)
def test_a_bad_place_is_told_and_loses_nothing(tmp_path, bad, scenario):
    """Full, no larger files, closed, thrown away."""
    assert try_often(SCENARIOS[scenario], bad, 1, tmp_path) == []


def test_a_program_that_does_not_listen_is_caught(tmp_path, monkeypatch):
    """Where no file may grow, which needs no administrator."""
    deaf(monkeypatch)
    assert try_often(SCENARIOS["edit"], PLACES[1], 4, tmp_path)
