"""Appointments that are near, and medicines whose last day is: the home page speaks of them."""

from __future__ import annotations

import datetime

from ensdesk.folder.due import due
from ensdesk.folder.renewals import renewals
from ensdesk.kinds.appointment import Appointment, AppointmentStatus
from ensdesk.kinds.medication import Medication
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY


def day(days: int) -> PartialDate:
    return PartialDate.of(TODAY + datetime.timedelta(days=days))


def about(folder):
    """Return the names of what the home page says of one record, in their order."""
    found = due(folder, folder.contents(), TODAY)
    return [one.about.headline() for one in found if one.about]


def asked(folder, today=TODAY):
    return [one.name for one in renewals(folder, folder.records(Medication), today)]


def test_appointments_of_the_week(folder):
    """Neither those far away, nor those without a day, nor what was cancelled or gone by."""
    for name, date in (
        ("in a week", day(7)),
        ("today", day(0)),
        ("far", day(8)),
        ("yesterday", day(-1)),
        ("some day", None),
        ("this month", PartialDate(TODAY.isoformat()[:7])),
    ):
        folder.save(Appointment(name=name, date=date))
    folder.save(Appointment(name="no", date=day(1), status=AppointmentStatus.CANCELLED))
    assert about(folder) == ["today", "in a week"]


def test_an_appointment_of_this_morning_is_no_more_told_in_the_evening(folder):
    """Three hours after its time; one without an hour holds the whole day."""
    folder.save(Appointment(name="early", date=PartialDate(f"{TODAY}T07:29")))
    folder.save(Appointment(name="late", date=PartialDate(f"{TODAY}T07:30")))
    folder.save(Appointment(name="some time", date=day(0)))
    assert sorted(about(folder)) == ["late", "some time"]


def test_one_of_tomorrow_comes_before_a_paper_to_make(folder):
    """A sheet can wait, a doctor does not."""
    folder.prove_key_sheet()
    for days in (1, 5):
        folder.save(Appointment(name=str(days), date=day(days)))
    found = due(folder, folder.contents(), TODAY)
    assert [one.sheet or one.about.name for one in found] == ["1", "emergency", "5"]


def test_a_medicine_whose_last_day_is_near_or_just_gone(folder):
    """Two weeks before, two weeks after; an exact day alone is spoken of."""
    for name, until in (
        ("soon", day(14)),
        ("later", day(15)),
        ("gone", day(-14)),
        ("long gone", day(-15)),
        ("goes on", None),
        ("this year", PartialDate(str(TODAY.year))),
    ):
        folder.save(Medication(name=name, until=until))
    written_today = ["soon"]  # that it ended was known when it was written
    assert asked(folder) == written_today
    assert "soon" in about(folder)
    later = TODAY + datetime.timedelta(days=20)
    assert asked(folder, later) == ["soon", "later"]


def test_a_medicine_that_was_stopped_or_that_goes_on_by_another_line(folder):
    """« Je ne le prends plus » is no question; nor is a treatment of a few days."""
    folder.save(Medication(name="stopped", until=day(0)))
    folder.save(Medication(name="antibiotic", since=day(-2), until=day(5)))
    folder.save(Medication(name="Kardegic", until=day(3)))
    folder.save(Medication(name="kardegic", since=day(3)))
    assert asked(folder) == []


def test_several_medicines_are_one_line(folder):
    """A prescription of ten ends as one thing."""
    for name in ("a", "b"):
        folder.save(Medication(name=name, until=day(3)))
    (line,) = [one for one in due(folder, folder.contents(), TODAY) if one.page == "renewals"]
    assert line.count == 2
