"""What the home page says of an open folder, read in one go."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.folder.coming import to_come
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _, plural
from ensdesk.record.contents import Contents, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.time_words import on_in_words
from ensdesk.record.wording import day_in_words
from ensdesk.ui.pages.appointments import moment_in_short
from ensdesk.ui.pages.double_words import last_double
from ensdesk.ui.pages.measure_words import latest, measure_in_words
from ensdesk.ui.pages.since_words import since_in_words

if TYPE_CHECKING:
    from ensdesk.folder.due import Due
    from ensdesk.folder.folder import Folder

Draft = tuple[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class AtHome:
    """Words ready to be shown, what is due, and a page that was left half filled."""

    greeting: str
    place: str
    due: tuple[Due, ...]
    emergency: str
    medicines: str
    appointments: str
    papers: str
    measures: str
    draft: Draft | None
    since: str = ""


def look_at(folder: Folder, today: datetime.date) -> AtHome:
    """Read the folder (lane of the vault)."""
    from ensdesk.folder.due import due
    from ensdesk.folder.printing import last_prints
    from ensdesk.folder.put_off import without_put_off

    contents = folder.contents()
    last = last_prints(folder).get("emergency")
    printed = _("Printed {day}").format(day=on_in_words(PartialDate.of(last.on))) if last else ""
    return AtHome(
        greeting=_greeting(contents, today),
        place=" ".join(filter(None, (_place(folder), last_double(folder, today)))),
        due=without_put_off(folder, due(folder, contents, today), today),
        emergency=printed or _(N_("Not printed yet")),
        medicines=_medicines(contents, today),
        appointments=_appointments(contents, today),
        papers=_count(contents, Document, _papers),
        measures=_measures(contents, today),
        draft=folder.take_draft(),
        since=since_in_words(folder.drawers.since_last_opening(), today),
    )


def _greeting(contents: Contents, today: datetime.date) -> str:
    identity, consent = contents.single(Identity), contents.single(Consent)
    given = identity.given if identity else ""
    day = day_in_words(today)
    day = day[:1].upper() + day[1:]
    words = N_("Hello {name}. {day}.")
    if consent and consent.written_by:
        words = N_("Folder of {name}. {day}.")
    elif not given:
        words = N_("Hello. {day}.")
    return _(words).format(name=given, day=day)


def _place(folder: Folder) -> str:
    from ensdesk.folder.found import Where, where_is

    if where_is(folder.vault.path) is Where.STICK:
        return _(N_("This folder is on your USB key."))
    return _(N_("This folder is on this computer."))


def _medicines(contents: Contents, today: datetime.date) -> str:
    medicines = contents.records(Medication)
    taken = sum(medicine.taken_on(today) for medicine in medicines)
    if medicines and not taken:
        return _(N_("All of them are stopped"))
    words = plural("{count} medicine", "{count} medicines", taken)
    return _count(contents, Medication, lambda _all: words)


def _appointments(contents: Contents, today: datetime.date) -> str:
    coming = to_come(contents.records(Appointment), today)
    if not coming:
        return _(N_("None to come"))
    return moment_in_short(coming[0].date, today)


def _papers(count: int) -> str:
    return plural("{count} paper", "{count} papers", count)


def _measures(contents: Contents, today: datetime.date) -> str:
    last = latest(contents.records(Measurement), MeasurementType.BLOOD_PRESSURE)
    if last is None:
        return _(N_("Nothing noted yet"))
    return " · ".join(filter(None, (measure_in_words(last), _day(last.taken, today))))


def _day(taken: PartialDate | None, today: datetime.date) -> str:
    """Return `vendredi` in the week that follows, `octobre` in the year, else the year."""
    if taken is None:
        return ""
    weekday, _number, month = day_in_words(taken.first_day()).split(" ", 2)
    if taken.day and (today - taken.first_day()).days < 7:
        return weekday
    return month if taken.month and taken.year == today.year else str(taken.year)


def _count(contents: Contents, kind: type[Record], words: Callable[[int], str]) -> str:
    section = contents.section(kind)
    match section.state:
        case State.LIST:
            return words(section.count)
        case State.NONE:
            return _(kind.none)
        case State.NOT_FILLED:
            return _(N_("None yet")) if kind is Document else _(N_("Not filled in"))
