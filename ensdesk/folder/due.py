"""What is due, each thing with its button; the home page shows the gravest three."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ensdesk.folder.choosing import waiting
from ensdesk.folder.coming import gone_by, near
from ensdesk.folder.ending_soon import ending_soon
from ensdesk.folder.envelopes import used
from ensdesk.folder.folder import Folder
from ensdesk.folder.known_doubles import double_due
from ensdesk.folder.printing import last_prints, sheets_to_redo
from ensdesk.folder.rehearsal import rehearsal_due
from ensdesk.folder.renewals import renewals
from ensdesk.folder.series import series_left_now
from ensdesk.folder.vaccine_dates import to_talk_about
from ensdesk.folder.vaccine_rules import vaccine_rules
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_
from ensdesk.paper.series_days import Half
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record
from ensdesk.record.sense import is_recent

AT_MOST = 3  # on the home page
SOON = 2  # days: what is nearer comes before papers to make again
SERIES, REHEARSAL = "series", "rehearsal"
DOUBLE, ENVELOPE, CHOOSE, ENDING = "double", "envelope", "choose", "ending"
RENEWALS, VACCINES = "renewals", "vaccines"
_NEW_KEY_SHEET = "key-sheet"
KEEPS = datetime.timedelta(days=93)  # an emergency sheet is to be made again after three months


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do: English msgids of its sentence and of its button.

    The button opens the page of the record that it is *about*, else the sheet of this name, else
    the page of this name; without any, a new key sheet. *count* stands in the words where they say
    `{count}`, the record and its day where they say `{name}` and `{moment}`.
    """

    words: str
    button: str
    sheet: str = ""
    page: str = ""
    count: int = 0
    about: Record | None = None

    @property
    def key(self) -> str:
        """Return what stays the same from one day to the next."""
        return self.about.id if self.about else self.sheet or self.page or _NEW_KEY_SHEET

    @property
    def may_wait(self) -> bool:
        """Say whether it may be put off: not what goes by itself, nor that somebody came in."""
        return self.page not in (ENVELOPE, SERIES)


REDO = (
    Due(N_("Your sheet on the fridge is out of date."), N_("Make it again"), "emergency"),
    Due(N_("Your table of medicines is out of date."), N_("Make the table again"), "week"),
    Due(N_("Your wallet card is out of date."), N_("Make the card again"), "card"),
    Due(N_("Your sheet of people to call is out of date."), N_("Make the list again"), "contacts"),
    Due(N_("Your summary for the doctor is out of date."), N_("Make the summary again"), "summary"),
)


_ONE_ENDS = N_("A paper or a card ends soon.")
_SERIES_WORDS = {
    (Half.MORNING, False): N_("This morning: 1 blood pressure to measure."),
    (Half.MORNING, True): N_("This morning: {count} blood pressures to measure."),
    (Half.EVENING, False): N_("This evening: 1 blood pressure to measure."),
    (Half.EVENING, True): N_("This evening: {count} blood pressures to measure."),
}


def due(folder: Folder, contents: Contents, today: datetime.date) -> tuple[Due, ...]:
    """Return what is due today, the gravest first."""
    every, now = near(contents.records(Appointment), today), folder.now()
    visits = [visit for visit in every if not gone_by(visit, now)]
    return (
        *_keys_due(folder),
        *_series_due(folder),
        *(_visit_due(visit) for visit in visits if _days_to(visit, today) < SOON),
        *_sheets_due(folder, contents, today),
        *_double_due(folder, today),
        *(_visit_due(visit) for visit in visits if _days_to(visit, today) >= SOON),
        *_renewals_due(renewals(folder, contents.records(Medication), today)),
        *_vaccines_due(to_talk_about(vaccine_rules(), contents, today)),
        *_ending_due(len(ending_soon(folder, today))),
        *_rehearsal_due(folder, today),
    )


def _keys_due(folder: Folder) -> Iterator[Due]:
    """Yield what holders alone are told: who came in, what opens the folder, what differs."""
    if folder.helped_by is not None:
        return
    if used(folder):
        yield Due(N_("Your folder was opened with an envelope."), N_("See"), page=ENVELOPE)
    if not folder.key_sheet_proved():
        words = N_("Your key sheet is not ready. Without it, a forgotten code closes the folder.")
        yield Due(words, N_("Make my key sheet"))
    if choices := waiting(folder):
        words = N_("{count} things to choose: your two computers differ.")
        yield Due(words, N_("Choose"), page=CHOOSE, count=choices)


def _series_due(folder: Folder) -> Iterator[Due]:
    now = series_left_now(folder) if folder.may_change else None
    if now is not None:
        _series, half, left = now
        yield Due(_SERIES_WORDS[half, left > 1], N_("Measure now"), page=SERIES, count=left)


def _sheets_due(folder: Folder, contents: Contents, today: datetime.date) -> Iterator[Due]:
    prints = last_prints(folder)
    to_redo = {sheet.name for sheet in sheets_to_redo(folder, contents)}
    printed = prints["emergency"].on if "emergency" in prints else today
    if not is_recent(printed, today, KEEPS):
        old = N_("Your sheet on the fridge is more than three months old.")
        yield replace(REDO[0], words=old) if printed < today else REDO[0]
        to_redo.discard("emergency")
    yield from (due for due in REDO if due.sheet in to_redo)
    if "emergency" not in prints:
        words = N_("Your emergency sheet is not printed yet.")
        yield Due(words, N_("Make my emergency sheet"), "emergency")


def _double_due(folder: Folder, today: datetime.date) -> Iterator[Due]:
    if folder.helped_by is None and not folder.is_example and (words := double_due(folder, today)):
        yield Due(words, N_("Make a double"), page=DOUBLE)


def _visit_due(visit: Appointment) -> Due:
    return Due(N_("Appointment {moment}: {name}."), N_("See"), about=visit)


def _days_to(visit: Appointment, today: datetime.date) -> int:
    return (visit.date.first_day() - today).days if visit.date else SOON


def _renewals_due(medicines: tuple[Medication, ...]) -> Iterator[Due]:
    if len(medicines) == 1:
        words = N_("{name}: {moment}. Does it go on?")
        yield Due(words, N_("See"), about=medicines[0])
    elif medicines:
        words = N_("{count} medicines end soon, or have just ended.")
        yield Due(words, N_("See them"), page=RENEWALS, count=len(medicines))


def _vaccines_due(count: int) -> Iterator[Due]:
    if count:
        one = N_("A vaccine to talk about with your pharmacist.")
        words = N_("{count} vaccines to talk about with your pharmacist.") if count > 1 else one
        yield Due(words, N_("See them") if count > 1 else N_("See"), page=VACCINES, count=count)


def _ending_due(ends: int) -> Iterator[Due]:
    if ends:
        words = N_("{count} papers or cards end soon.") if ends > 1 else _ONE_ENDS
        yield Due(words, N_("See them") if ends > 1 else N_("See"), page=ENDING, count=ends)


def _rehearsal_due(folder: Folder, today: datetime.date) -> Iterator[Due]:
    if folder.helped_by is None and rehearsal_due(folder, today):
        yield Due(N_("Your key sheet: can you still find it?"), N_("Try it"), page=REHEARSAL)
