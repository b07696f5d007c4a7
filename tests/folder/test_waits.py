"""Growing waits after wrong codes."""

import pytest

from ensdesk.folder.waits import WaitFirst, Waits


class Clock:
    """A clock that the test turns."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_first_two_slips_cost_nothing():
    """Trembling fingers are not punished."""
    waits = Waits(Clock())
    waits.failed()
    waits.ask()
    waits.failed()
    waits.ask()


def test_the_wait_grows_and_ends():
    """The third wrong code asks for seconds of patience, later ones for more."""
    clock = Clock()
    waits = Waits(clock, wrong=2)
    waits.failed()
    with pytest.raises(WaitFirst) as told:
        waits.ask()
    assert told.value.facts["seconds"] == 5
    clock.now += 5
    waits.ask()
    waits.failed()
    clock.now += 14
    with pytest.raises(WaitFirst):
        waits.ask()
    clock.now += 1
    waits.ask()


def test_the_fifth_wrong_code_points_to_the_key_sheet():
    """Nobody is left guessing for ever."""
    waits = Waits(Clock())
    for _ in range(4):
        waits.failed()
        assert not waits.sheet_is_better
    waits.failed()
    assert waits.sheet_is_better
