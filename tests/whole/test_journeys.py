"""Every journey with a number to hold, by the words in view: the mouse, or the keys alone.

By touch alone they are walked by `python3 packaging/journeys.py`: the taps that Qt's test library
makes up have once ended a whole run inside its event loop.
"""

import pytest

from tests.whole.journeys import JOURNEYS, Journey
from tests.whole.pace import EXPERT, SENIOR, Count


@pytest.mark.parametrize("hands", ["mouse", "keyboard"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_is_within_its_numbers(french, computer, light_codes, journey, hands):
    """No more presses, keys and seconds than were promised; a busy machine does not count."""
    count = journey.take(computer, hands)
    count.waited = 0
    assert journey.kept(count, hands), (count, count.seconds())


def test_one_press_too_many_is_told():
    """And one key, one second, or a click of somebody who has only the keys."""
    journey = Journey(name="x", begin=None, act=None, clicks=2, keys=5, seconds=30)
    assert journey.kept(Count(clicks=2, keys=5), "mouse")
    assert journey.kept(Count(keys=40), "keyboard")
    for too_many in (Count(clicks=3), Count(keys=6), Count(thoughts=14)):
        assert not journey.kept(too_many, "mouse")
    assert not journey.kept(Count(clicks=3), "touch")
    assert not journey.kept(Count(clicks=1), "keyboard")


def test_seconds_are_those_of_the_model():
    """Two presses, five keys, one way of the hand, three thoughts, ten words, one second."""
    count = Count(clicks=2, keys=5, hands=1, thoughts=3, words=10, waited=1)
    assert count.seconds(SENIOR) == pytest.approx(4.7 + 6 + 0.84 + 6.84 + 4 + 1)
    assert count.seconds(EXPERT) == pytest.approx(2.6 + 1.4 + 0.4 + 4.05 + 2.5 + 1)
