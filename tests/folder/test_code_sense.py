"""A code that a stranger would try first is told apart from one of one's own."""

import pytest

from ensdesk.folder.code_sense import obvious
from ensdesk.record.partial_date import PartialDate

BORN = PartialDate("1948-07-14")


@pytest.mark.parametrize(
    "code",
    ["000000", "121212", "123123", "123456", "654321", "890123", "147258"],
)
def test_what_anybody_would_try(code: str) -> None:
    """Repetitions, runs and rows of the keypad are obvious."""
    assert obvious(code)


@pytest.mark.parametrize("code", ["140748", "071448", "480714", "071948", "194807", "194814"])
def test_the_birth_date_in_any_order(code: str) -> None:
    """The birth date is obvious for whoever knows the person, and only for them."""
    assert obvious(code, BORN)
    assert not obvious(code)


@pytest.mark.parametrize("code", ["274915", "395026", "805213"])
def test_others_are_not(code: str) -> None:
    """Six digits without a pattern are left alone, also with half a birth date."""
    assert not obvious(code, BORN)
    assert not obvious(code, PartialDate("1948"))
