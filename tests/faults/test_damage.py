"""A small turn of the bench that damages files: see `tests.faults.damage`."""

from __future__ import annotations

import pytest

from tests.faults.damage import (
    damage_headers,
    damage_often,
    empty_each_page,
    make_sound,
    without_digests,
)


@pytest.mark.timeout(180)
def test_what_is_damaged_is_told(tmp_path):
    """Nothing differs in silence, and whatever is said is said in words."""
    sound = make_sound(tmp_path / "sound")
    for found in (damage_often(sound, 40, tmp_path), empty_each_page(sound, tmp_path)):
        assert (found.silent, found.uncaught) == ([], [])
    headers = damage_headers(sound, 4999, tmp_path)
    assert (headers.silent, headers.uncaught) == ([], [])
    assert headers.ends["whole"] == headers.ends.total() > 20


@pytest.mark.timeout(180)
def test_the_bench_sees_what_is_not_told(tmp_path):
    """Without the digests of the rows, zeros in the place of words are shown."""
    with without_digests():
        found = empty_each_page(make_sound(tmp_path / "sound"), tmp_path)
    assert found.silent
    assert found.uncaught
