"""Rules of plain sense on dates."""

import datetime

import pytest

from ensdesk.record.partial_date import PartialDate
from ensdesk.record.sense import in_order, not_later

TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize("iso", ["2026", "2026-11", "2026-11-23", "2026-11-23T23:59", "1948-07-14"])
def test_a_day_that_may_have_come_is_fine(iso: str) -> None:
    """This year, this month and today are not the future."""
    assert list(not_later("since", PartialDate(iso), TODAY)) == []


@pytest.mark.parametrize("iso", ["2027", "2026-12", "2026-11-24", "2026-11-24T00:00"])
def test_a_day_to_come_is_told(iso: str) -> None:
    """Tomorrow has not come yet."""
    (problem,) = not_later("since", PartialDate(iso), TODAY)
    assert problem.field == "since"
    assert "Check the year" in problem.words


def test_an_empty_date_is_fine() -> None:
    """Nothing written, nothing wrong."""
    assert list(not_later("since", None, TODAY)) == []
    assert list(in_order("until", None, PartialDate("2014"))) == []
    assert list(in_order("until", PartialDate("2014"), None)) == []


def test_the_end_comes_after_the_beginning() -> None:
    """An end before the beginning is told; the same year is not."""
    assert list(in_order("until", PartialDate("2014-03"), PartialDate("2014"))) == []
    (problem,) = in_order("until", PartialDate("2014-03"), PartialDate("2013"))
    assert problem.field == "until"
