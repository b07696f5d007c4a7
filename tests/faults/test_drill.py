"""One folder for each loss: see `tests.faults.drill`."""

from __future__ import annotations

import pytest

from tests.faults.drill import LOSSES, _everything, drill


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_left_brings_everything_back(tmp_path, loss):
    """With the 12 words, and where they are not enough, the double."""
    assert drill(LOSSES[loss], tmp_path, seed=1) == []


def test_the_drill_sees_when_nothing_comes_back(tmp_path):
    """Without folder and double."""
    assert drill(_everything, tmp_path, seed=1)
