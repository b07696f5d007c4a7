"""What leaves the first page when it is full: the end of the longest list, never a short one."""

from hypothesis import given
from hypothesis import strategies as st

from ensdesk.paper.parts import trimmed

WEIGHTS = {"short": 1.0, "long": 1.0}


def test_a_short_list_loses_nothing_to_a_long_one() -> None:
    """Two allergies stay when forty medicines do not fit."""
    heights = {"short": [20.0] * 2, "long": [20.0] * 40}
    kept = trimmed(heights, WEIGHTS, {"short": 2, "long": 40}, {}, 600)
    assert kept == {"short": 2, "long": 10}


def test_a_least_holds_as_long_as_another_can_give() -> None:
    """Two phones and a doctor stay, unless nothing else is left."""
    heights = {"short": [20.0] * 3, "long": [20.0] * 2}
    assert trimmed(heights, WEIGHTS, {"short": 3, "long": 2}, {"short": 3}, 40)["short"] == 3
    assert trimmed(heights, WEIGHTS, {"short": 3, "long": 2}, {"short": 3}, 60)["short"] == 2


@given(
    st.lists(st.floats(5, 300), max_size=12),
    st.lists(st.floats(5, 300), max_size=12),
    st.floats(0, 5000),
)
def test_it_ends_and_keeps_counts_that_make_sense(
    short: list[float], long: list[float], too_much: float
) -> None:
    """Whatever the heights, no part keeps less than nothing or more than it has."""
    heights = {"short": short, "long": long}
    whole = {key: len(lines) for key, lines in heights.items()}
    kept = trimmed(heights, WEIGHTS, whole, {"short": 2}, too_much)
    assert all(0 <= kept[key] <= whole[key] for key in whole)
