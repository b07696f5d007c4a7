"""A series of blood pressures, counted day by day."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ensdesk.folder.pressure_rules import PressureRule
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.series import Series
from ensdesk.paper.printed import Printed
from ensdesk.paper.series_days import Half, SeriesSoFar
from ensdesk.paper.series_sheet import series_sheet
from ensdesk.record.fields import Link
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from tests.paper import people, reading
from tests.paper.pdfua import faults

DAY = datetime.date(2026, 11, 21)
UNIT = MeasurementType.BLOOD_PRESSURE.unit
TWO = PressureRule("ESC 2024 (2-2-3)", 2, 3).begun(DAY)
WEEK = PressureRule("ESH 2021 (2-2-7)", 2, 7, 1).begun(DAY)


def one(series: Series, day: int, hour: str, high: int = 130, low: int = 80) -> Measurement:
    return Measurement(
        type=MeasurementType.BLOOD_PRESSURE,
        value=Quantity(Decimal(high), UNIT),
        diastolic=Quantity(Decimal(low), UNIT),
        taken=PartialDate(f"{DAY + datetime.timedelta(days=day)}T{hour}"),
        series=Link(series.id),
    )


def days(series: Series, count: int, highs: list[int]) -> list[Measurement]:
    """Return *count* whole days; the first number of day n is `highs[n]`."""
    hours = ("08:00", "08:02", "20:00", "20:02")
    return [one(series, day, hour, highs[day]) for day in range(count) for hour in hours]


def test_it_is_done_after_three_mornings_and_three_evenings() -> None:
    """Twelve measurements, all of which make the average."""
    shown = SeriesSoFar.of(TWO, days(TWO, 3, [140, 130, 120]))
    assert shown.done()
    assert shown.next_after(DAY, Half.MORNING) is None
    average = shown.average()
    assert average is not None
    assert average.in_words() == "13/8"
    assert len(shown.counted()) == 12


def test_the_first_of_seven_days_does_not_count() -> None:
    """As the rule says: 24 measurements make the average."""
    shown = SeriesSoFar.of(WEEK, days(WEEK, 7, [190, *[130] * 6]))
    average = shown.average()
    assert average is not None
    assert average.in_words() == "13/8"
    assert len(shown.counted()) == 24


def test_what_was_missed_is_measured_later() -> None:
    """An evening begins it, a morning has one measurement: the series goes on, not anew."""
    shown = SeriesSoFar.of(TWO, [one(TWO, 0, "20:00"), one(TWO, 0, "20:02"), one(TWO, 1, "08:00")])
    tomorrow = DAY + datetime.timedelta(days=1)
    assert shown.made_in_all() == 1
    assert shown.next_after(DAY, Half.EVENING) == (tomorrow, Half.MORNING, 1)
    assert shown.left_at(DAY + datetime.timedelta(days=9), Half.MORNING) == 2


def test_what_is_not_of_the_series_does_not_count() -> None:
    """Another series, no series, another type."""
    mine = one(TWO, 0, "08:00")
    others = [
        one(WEEK, 0, "08:00", 200),
        replace(one(TWO, 0, "08:00", 200), series=None),
        replace(one(TWO, 0, "08:00", 200), type=MeasurementType.WEIGHT),
    ]
    assert SeriesSoFar.of(TWO, [*others, mine]).records == (mine,)


def test_a_stopped_series_asks_for_nothing() -> None:
    """Neither this morning nor ever."""
    stopped = replace(TWO, ended=PartialDate.of(DAY))
    assert SeriesSoFar.of(stopped, []).left_at(DAY, Half.MORNING) == 0


@example([(day, hour) for day in (0, 1) for hour in (0, 0, 15, 15)])  # tomorrow is measured already
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 23)), max_size=40))
def test_it_never_asks_for_too_much(taken: list[tuple[int, int]]) -> None:
    """Whenever one measures: what is asked for leads to the end, and never beyond it."""
    shown = SeriesSoFar.of(TWO, [one(TWO, day, f"{hour:02}:00") for day, hour in taken])
    assert 0 <= shown.made_in_all() <= shown.wanted
    assert len(shown.records) == len(taken)
    for half in Half:
        assert 0 <= shown.left_at(DAY, half) <= shown.times
    assert shown.done() == (shown.next_after(DAY, Half.MORNING) is None)


@pytest.mark.usefixtures("french")
def test_the_sheet_shows_and_judges_nothing() -> None:
    """Each day, morning and evening, the average and the rule; sound for who hears it."""
    contents = people.jeanne().with_record(WEEK)
    for record in days(WEEK, 7, [190, *[130] * 6]):
        contents = contents.with_record(record)
    pdf = series_sheet(contents, Printed(people.TODAY, about=WEEK.id))
    page = reading.text(pdf)
    for expected in (
        "Ma tension sur plusieurs jours",
        "Règle : ESH 2021 (2-2-7)",
        "Moyenne : 13/8 (130/80)",
        "Sur 24 mesures.",
        "La règle ne compte pas le premier jour.",
        "21 novembre 2026 19/8 (190/80)",
        "ne juge rien",
    ):
        assert expected in page, expected
    assert faults(pdf) == []
