"""Doses are read as people write them, and go up and down by steps."""

import pytest

from ensdesk.record.doses import dose_of, next_dose, previous_dose


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("", ""),
        ("0", ""),
        ("1", "1 comprimé"),
        ("2", "2 comprimés"),
        ("½", "½ comprimé"),
        ("1/2", "½ comprimé"),
        ("0,5", "½ comprimé"),
        ("1,5", "1½ comprimé"),
        ("0,25", "0,25 comprimé"),
        ("1\u00a0comprimé", "1 comprimé"),
        ("2 comprimé", "2 comprimés"),
        ("10 gouttes", "10 gouttes"),
        (" une  cuillère ", "une cuillère"),
        ("1 ou 2 comprimés", "1 ou 2 comprimés"),
        ("1-2", "1-2"),
    ],
)
def test_what_is_meant(french: None, typed: str, dose: str) -> None:
    """A bare number counts tablets; anything else stays as it was typed."""
    assert dose_of(typed) == dose


def test_steps_of_tablets(french: None) -> None:
    """Nothing, 1, 2, then back to ½ and nothing."""
    one = next_dose("")
    two = next_dose(one)
    assert [one, two] == ["1 comprimé", "2 comprimés"]
    assert previous_dose(two) == one
    half = previous_dose(one)
    assert half == "½ comprimé"
    assert previous_dose(half) == ""
    assert previous_dose("") == ""
    assert next_dose(half) == one


def test_steps_of_another_unit(french: None) -> None:
    """Drops go by whole ones, and keep their word."""
    assert next_dose("10 gouttes") == "11 gouttes"
    assert previous_dose("1 goutte") == ""
    assert next_dose("99") == "99 comprimés"


def test_words_have_no_steps(french: None) -> None:
    """What is no number stays, or goes."""
    assert next_dose("une cuillère") == "une cuillère"
    assert previous_dose("une cuillère") == ""
