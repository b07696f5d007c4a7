"""Numbers as people type them, and their units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.record.quantity import Quantity, decimal_of


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("72,5", "72.5"),
        ("72.5", "72.5"),
        (" 72 ", "72"),
        ("1 200", "1200"),
        ("1\u00a0200,5", "1200.5"),
        ("1\u202f200", "1200"),
        ("12 345 678", "12345678"),
        ("-3", "-3"),
        ("0", "0"),
        ("0,75", "0.75"),
        ("72,", "72"),
    ],
)
def test_a_typed_number_is_read(typed: str, number: str) -> None:
    """Comma or point, and spaces between thousands."""
    assert decimal_of(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "13 8",
        "13/8",
        "1 20",
        "12 3456",
        "1e5",
        "1_000",
        "NaN",
        "Infinity",
        "72,5,1",
        "٧٢",
        "½",
        "--3",
        ",",
        "72 kg",
        "1" * 13,
        "0." + "1" * 10,
        "- 3",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    """Two numbers side by side are not one; neither are words."""
    with pytest.raises(ValueError, match="not a number"):
        decimal_of(typed)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_written_in_french_is_read_again(number: Decimal) -> None:
    """With a comma and spaces between thousands, the same number comes back."""
    written = f"{number:,.2f}".replace(",", "\u202f").replace(".", ",")
    assert decimal_of(written) == number


def test_units_are_written_as_in_france() -> None:
    """A known code has its sign; an unknown one is shown as it is."""
    assert Quantity(Decimal(130), "mm[Hg]").sign() == "mmHg"
    assert Quantity(Decimal(37), "Cel").sign() == "°C"
    assert Quantity(Decimal(5), "mmol/L").sign() == "mmol/L"
