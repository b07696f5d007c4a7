"""Dates as people type them."""

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.record.date_reading import read_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/07/1948", "1948-07-14"),
        ("14.7.1948", "1948-07-14"),
        ("14 07 1948", "1948-07-14"),
        ("14071948", "1948-07-14"),
        (" le 14 juillet 1948 ", "1948-07-14"),
        ("1er août 2003", "2003-08-01"),
        ("1ER AOUT 2003", "2003-08-01"),
        ("Février 1999", "1999-02"),
        ("sept. 2001", "2001-09"),
        ("07/1948", "1948-07"),
        ("1948", "1948"),
        ("1948-07-14", "1948-07-14"),
        ("14 July 1948", "1948-07-14"),
    ],
)
def test_what_people_type_is_understood(typed, meant):
    """Day before month, a name or a number, with any sign between."""
    assert str(read_date(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "hier", "48", "31/02/1950", "07/14/1948", "14/07/48", "ju 1950", "1/2/3/4", "٣/٤/١٩٤٨"],
)
def test_what_cannot_be_understood_is_refused(typed):
    """A doubt is never settled for the person."""
    with pytest.raises(ValueError):
        read_date(typed)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_comes_back(day):
    """As the French write it."""
    assert str(read_date(f"{day.day}/{day.month}/{day.year}")) == day.isoformat()


@given(st.text())
def test_nothing_else_breaks_it(typed):
    """ValueError is the only refusal."""
    with contextlib.suppress(ValueError):
        read_date(typed)
