"""Appointments for a calendar: RFC 5545, read back by a strict reader."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from ensdesk.exchange.calendar import calendar_of
from ensdesk.kinds.appointment import Appointment, AppointmentStatus
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId

MADE = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
DAY = PartialDate("2026-12-08T10:30")


def events_of(raw: bytes) -> list[dict[str, str]]:
    """Unfold, part and unescape, as the standard says."""
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert all((len(line) <= 75 and line.isascii()) or line.decode() for line in lines)
    assert all(len(line) <= 75 for line in lines)
    unfolded = raw.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    for line in unfolded:
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name not in {"BEGIN", "END"}:
            events[-1][name] = _unescaped(value)
    return events


def _unescaped(value: str) -> str:
    out, signs = "", iter(value)
    for sign in signs:
        if sign == "\\":
            following = next(signs)
            out += "\n" if following == "n" else following
        else:
            out += sign
    return out


def test_an_appointment_with_its_hour_and_one_for_the_whole_day() -> None:
    """Local time; a name that stays the same; what is cancelled says so."""
    one = Appointment(id=RecordId("a" * 32), name="Docteur Martin", date=DAY, reason="Le cœur")
    other = Appointment(
        name="Hôpital", date=PartialDate("2027-01-02"), status=AppointmentStatus.CANCELLED
    )
    first, second = events_of(calendar_of([one, other], MADE))
    assert first["UID"] == f"{'a' * 32}@ensdesk"
    assert first["DTSTAMP"] == "20261123T100000Z"
    assert first["DTSTART"] == "20261208T103000"
    assert first["SUMMARY"] == "Docteur Martin"
    assert first["DESCRIPTION"] == "Le cœur"
    assert second["DTSTART;VALUE=DATE"] == "20270102"
    assert second["STATUS"] == "CANCELLED"


def test_without_a_day_there_is_no_event() -> None:
    """A month is no place in a calendar; nothing at all is no file."""
    month = Appointment(name="a", date=PartialDate("2026-12"))
    assert calendar_of([month, Appointment(name="b")], MADE) == b""
    assert calendar_of([], MADE) == b""


@given(st.text(min_size=1), st.text())
def test_no_words_leave_their_value(name: str, place: str) -> None:
    """Ends of line, signs of the format, long lines and emoji come back as they were seen."""
    import unicodedata

    def seen(words: str) -> str:
        return "".join(s for s in words if s == "\n" or unicodedata.category(s)[0] != "C")

    record = Appointment(name=name, date=DAY, place=Prose(place) or None)
    (event,) = events_of(calendar_of([record], MADE))
    assert event["SUMMARY"] == seen(name)
    assert event.get("LOCATION", "") == seen(place)
    assert set(event) <= {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "LOCATION", "CLASS"}
