"""Blood pressures are understood as people say them and as devices show them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.record.pressure_reading import Pressure, holds_both, read_pressure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("13", "8"),
        ("130", "80"),
        ("13/8", ""),
        ("13 / 8", ""),
        ("13 8", ""),
        ("13-8", ""),
        ("13 sur 8", ""),
        ("130/80", ""),
        (" 13 ", " 80 "),
        ("", "13/8"),
        ("13,0", "8.0"),
    ],
)
def test_thirteen_over_eight(first: str, second: str) -> None:
    """All these are 130 and 80 millimetres."""
    assert read_pressure(first, second) == Pressure(Decimal(130), Decimal(80))


@pytest.mark.parametrize(
    ("first", "second"), [("13,5", "8,5"), ("13,5/8,5", ""), ("13,5 8,5", ""), ("135/85", "")]
)
def test_halves(first: str, second: str) -> None:
    """A comma parts centimetres from millimetres."""
    assert read_pressure(first, second) == Pressure(Decimal(135), Decimal(85))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("13", ""),
        ("13,5", ""),
        ("13/8", "8"),
        ("13/8/4", ""),
        ("treize", "8"),
        ("-13", "8,555"),
        ("1300", "8"),
        ("١٣", "8"),
    ],
)
def test_not_a_pressure(first: str, second: str) -> None:
    """Anything else than two numbers is refused, never guessed."""
    with pytest.raises(ValueError):
        read_pressure(first, second)


@pytest.mark.parametrize(
    ("high", "low", "words"),
    [
        (130, 80, "13/8 (130/80)"),
        (135, 82, "13,5/8,2 (135/82)"),
        (100, 100, "10/10 (100/100)"),
        (99, 60, "9,9/6 (99/60)"),
    ],
)
def test_said_back(french: None, high: int, low: int, words: str) -> None:
    """It is said back as people say it, then as the device shows it."""
    assert Pressure(Decimal(high), Decimal(low)).in_full() == words


def test_one_line_holds_both() -> None:
    """The first line alone may be enough."""
    assert holds_both("13/8")
    assert not holds_both("13,5")
    assert not holds_both("treize")


@given(st.integers(30, 299), st.integers(30, 299))
def test_what_is_said_is_read_again(high: int, low: int) -> None:
    """What the program says can be typed."""
    pressure = Pressure(Decimal(high), Decimal(low))
    assert read_pressure(pressure.in_words()) == pressure
