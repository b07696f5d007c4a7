"""Measurements as people type them."""

import pytest

from ensdesk.record.measure_reading import read_measure

SUGAR = ("g/L", "mg/dL", "mmol/L")


@pytest.mark.parametrize(
    ("typed", "unit", "known", "value", "meant"),
    [
        ("72,5", "kg", ("kg",), "72.5", "kg"),
        ("72.5 kg", "kg", ("kg",), "72.5", "kg"),
        ("1,10", "g/L", SUGAR, "1.10", "g/L"),
        ("110", "g/L", SUGAR, "110", "mg/dL"),
        ("110 mg/dL", "g/L", SUGAR, "110", "mg/dL"),
        ("6,1 mmol", "g/L", SUGAR, "6.1", "mmol/L"),
        ("1m65", "cm", ("cm",), "165", "cm"),
        ("1,65", "cm", ("cm",), "165", "cm"),
        ("165", "cm", ("cm",), "165", "cm"),
        ("36,8 °C", "Cel", ("Cel",), "36.8", "Cel"),
        ("54", "%", ("%", "mmol/mol"), "54", "mmol/mol"),
        ("7,1 %", "%", ("%", "mmol/mol"), "7.1", "%"),
        ("4 sur 10", "{score}", ("{score}",), "4", "{score}"),
        ("4 200", "/d", ("/d",), "4200", "/d"),
    ],
)
def test_it_is_understood(
    typed: str, unit: str, known: tuple[str, ...], value: str, meant: str
) -> None:
    """With or without its unit, as devices and laboratories write it."""
    read = read_measure(typed, unit, known)
    assert (str(read.value), read.unit) == (value, meant)


@pytest.mark.parametrize("typed", ["", "beaucoup", "72 lb", "13 8", "1,2,3"])
def test_it_is_not_guessed(typed: str) -> None:
    """What may mean something else is refused."""
    with pytest.raises(ValueError):
        read_measure(typed, "kg", ("kg",))
