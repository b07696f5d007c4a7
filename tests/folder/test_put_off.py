"""« Plus tard »: put off for a week, told again, and nothing of it for whoever helps."""

from __future__ import annotations

import datetime

from ensdesk.folder.due import ENVELOPE, SERIES, Due, due
from ensdesk.folder.put_off import comes_back, put_off, tell_again, without_put_off
from ensdesk.kinds.appointment import Appointment
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY

DAY = datetime.timedelta(days=1)


def told(folder, today=TODAY):
    return without_put_off(folder, due(folder, folder.contents(), today), today)


def test_a_thing_put_off_is_told_again_after_a_week(folder):
    """The others stay; the words « annuler » bring it back at once."""
    first, second = told(folder)
    put_off(folder, first, TODAY)
    assert told(folder) == (second,)
    assert first not in told(folder, TODAY + 6 * DAY)
    assert first in told(folder, TODAY + 7 * DAY)
    tell_again(folder, [first])
    assert told(folder) == (first, second)


def test_an_appointment_comes_back_on_its_eve(folder):
    """However long the week; on the eve itself it waits for the next day."""
    at = TODAY + 4 * DAY
    one = Due("", "", about=Appointment(name="a", date=PartialDate(f"{at}T10:30")))
    assert comes_back(one, TODAY) == at - DAY
    assert comes_back(one, at - DAY) == at


def test_two_appointments_are_put_off_one_by_one(folder):
    """Each is known by itself."""
    for name in ("a", "b"):
        folder.save(Appointment(name=name, date=PartialDate.of(TODAY + 4 * DAY)))
    put_off(folder, next(one for one in told(folder) if one.about), TODAY)
    assert [one.about.name for one in told(folder) if one.about] == ["b"]


def test_what_a_wrong_clock_put_off_for_years_is_told(folder):
    """A computer whose clock was a year ahead hides nothing for a year."""
    first, *_others = told(folder)
    put_off(folder, first, TODAY + 365 * DAY)
    assert first in told(folder)


def test_what_goes_by_itself_or_is_an_alarm_is_not_put_off():
    """This morning’s measure is no more tonight; that somebody came in must be seen."""
    assert not Due("", "", page=SERIES).may_wait
    assert not Due("", "", page=ENVELOPE).may_wait
    assert Due("", "").may_wait


def test_whoever_helps_does_not_read_what_was_put_off(folder):
    """The id of a private record would tell that there is one."""
    put_off(folder, told(folder)[0], TODAY)
    assert folder.vault.main.aside.get("put-off") is None
