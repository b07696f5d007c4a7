"""Dates as people remember them."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.record.partial_date import PartialDate
from tests.kinds.samples import dates


def minutes_of(date: PartialDate) -> tuple[str, str]:
    """Return the first and the last minute that *date* may mean, as texts that sort."""
    last_day = calendar.monthrange(date.year, date.month or 12)[1]
    first = f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T{date.time or '00:00'}"
    last = f"{date.year:04}-{date.month or 12:02}-{date.day or last_day:02}T{date.time or '23:59'}"
    return first, last


@pytest.mark.parametrize("iso", ["2014", "2014-03", "2014-03-09", "2014-03-09T08:30", "2024-02-29"])
def test_the_four_precisions_are_read(iso: str) -> None:
    """A year, a month, a day and a minute are kept as they were written."""
    assert str(PartialDate(iso)) == iso


@pytest.mark.parametrize(
    "iso",
    [
        "",
        "14",
        "2014-3",
        "2014-13",
        "2014-00",
        "2014-02-30",
        "2023-02-29",
        "2014-03-9",
        "0000",
        "2014-03-09T8:30",
        "2014-03-09T24:00",
        "2014-03-09T08:60",
        "2014-03-09T08:30:00",
        "2014-03-09 08:30",
        "2014-03-09T08:30Z",
        " 2014",
        "2014\n",
        "09/03/2014",
        "２０１４",
        "-2014",
        "20140309",
        "2014-W10",
        "hier",
    ],
)
def test_nonsense_is_refused(iso: str) -> None:
    """A day that does not exist, or another way of writing, is no date."""
    with pytest.raises(ValueError):
        PartialDate(iso)


def test_the_parts_that_are_known() -> None:
    """A month has a year and a month, and neither day nor minute."""
    month = PartialDate("2014-03")
    assert (month.year, month.month, month.day, month.time) == (2014, 3, None, None)
    assert month.first_day() == datetime.date(2014, 3, 1)
    assert PartialDate("2014").first_day() == datetime.date(2014, 1, 1)
    minute = PartialDate("2014-03-09T08:30")
    assert (minute.month, minute.day, minute.time) == (3, 9, "08:30")


def test_a_day_and_a_minute_become_dates() -> None:
    """A day gives a day, a moment gives its minute, and a zone is left out."""
    assert PartialDate.of(datetime.date(2014, 3, 9)) == PartialDate("2014-03-09")
    moment = datetime.datetime(814, 3, 9, 8, 30, 59, tzinfo=datetime.UTC)
    assert PartialDate.of(moment) == PartialDate("0814-03-09T08:30")


@given(st.lists(dates(), max_size=8))
def test_dates_sort_by_their_first_minute(several: list[PartialDate]) -> None:
    """Sorted dates are in the order of the first minute they may mean."""
    firsts = [minutes_of(date)[0] for date in sorted(several)]
    assert firsts == sorted(firsts)


@given(dates(), dates())
def test_surely_before_is_what_the_days_say(one: PartialDate, other: PartialDate) -> None:
    """One is surely before the other when its last minute is before the other's first."""
    assert one.surely_before(other) == (minutes_of(one)[1] < minutes_of(other)[0])


@given(dates(), dates(), dates())
def test_surely_before_is_a_strict_order(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    """Nothing is before itself, nor before what is before it; and it carries over."""
    assert not a.surely_before(a)
    assert not (a.surely_before(b) and b.surely_before(a))
    assert a.surely_before(c) or not (a.surely_before(b) and b.surely_before(c))
