"""Appointments for a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Iterator

from ensdesk.kinds.appointment import Appointment, AppointmentStatus
from ensdesk.record.partial_date import PartialDate

_LONGEST = 75  # octets of a line, without its end


def calendar_of(records: Iterable[Appointment], made: datetime.datetime) -> bytes:
    """Return the appointments whose day is known; nothing when there is none.

    Hours are local, without a zone: an appointment is where its person lives. Brought into a
    calendar again, an event takes the place of the same one.
    """
    dated = [(one, one.date) for one in records if one.date and one.date.day]
    if not dated:
        return b""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ensdesk//FR"]
    for one, date in dated:
        lines += _event(one, date, made)
    return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(one: Appointment, date: PartialDate, made: datetime.datetime) -> Iterator[str]:
    day = date.first_day().strftime("%Y%m%d")
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}@ensdesk"
    yield made.astimezone(datetime.UTC).strftime("DTSTAMP:%Y%m%dT%H%M%SZ")
    yield f"DTSTART:{day}T{date.time.replace(':', '')}00" if date.time else _whole_day(day)
    yield f"SUMMARY:{_escaped(one.name)}"
    if one.place:
        yield f"LOCATION:{_escaped(one.place)}"
    if said := "\n".join(filter(None, (one.speciality, one.reason))):
        yield f"DESCRIPTION:{_escaped(said)}"
    if one.status is AppointmentStatus.CANCELLED:
        yield "STATUS:CANCELLED"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _whole_day(day: str) -> str:
    return f"DTSTART;VALUE=DATE:{day}"


def _escaped(words: str) -> str:
    """Return a TEXT value: nothing in it ends the line or the value."""
    kept = (sign for sign in words if sign == "\n" or unicodedata.category(sign)[0] != "C")
    text = "".join(kept)
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return the line cut into pieces of 75 octets at most, never inside a sign."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
