"""What the home page says is due: three things at most, each with its button."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ensdesk.folder.choosing import waiting
from ensdesk.folder.ending_soon import ending_soon
from ensdesk.folder.envelopes import used
from ensdesk.folder.folder import Folder
from ensdesk.folder.known_doubles import double_due
from ensdesk.folder.printing import last_prints, sheets_to_redo
from ensdesk.folder.rehearsal import rehearsal_due
from ensdesk.folder.series import series_left_now
from ensdesk.language import N_
from ensdesk.paper.series_days import Half
from ensdesk.record.contents import Contents

AT_MOST = 3
KEEPS = datetime.timedelta(days=92)  # an emergency sheet is to be made again after three months


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do: English msgids of its sentence and of its button.

    The button opens the sheet of this name, else the page of this name; without any, a new key
    sheet. *count* stands in the words where they say `{count}`.
    """

    words: str
    button: str
    sheet: str = ""
    page: str = ""
    count: int = 0


REDO = (
    Due(N_("Your sheet on the fridge is out of date."), N_("Make it again"), "emergency"),
    Due(N_("Your table of medicines is out of date."), N_("Make the table again"), "week"),
    Due(N_("Your wallet card is out of date."), N_("Make the card again"), "card"),
    Due(N_("Your sheet of people to call is out of date."), N_("Make the list again"), "contacts"),
    Due(N_("Your summary for the doctor is out of date."), N_("Make the summary again"), "summary"),
)


SERIES, REHEARSAL = "series", "rehearsal"
DOUBLE, ENVELOPE, CHOOSE, ENDING = "double", "envelope", "choose", "ending"
_ONE_ENDS = N_("A paper or a card ends soon.")
_SERIES_WORDS = {
    (Half.MORNING, False): N_("This morning: 1 blood pressure to measure."),
    (Half.MORNING, True): N_("This morning: {count} blood pressures to measure."),
    (Half.EVENING, False): N_("This evening: 1 blood pressure to measure."),
    (Half.EVENING, True): N_("This evening: {count} blood pressures to measure."),
}


def due(folder: Folder, contents: Contents, today: datetime.date) -> tuple[Due, ...]:
    """Return what is due today, the gravest first."""
    found = []
    is_holder = folder.helped_by is None
    if is_holder and used(folder):
        words = N_("Your folder was opened with an envelope.")
        found.append(Due(words, N_("See"), page=ENVELOPE))
    if is_holder and not folder.key_sheet_proved():
        words = N_("Your key sheet is not ready. Without it, a forgotten code closes the folder.")
        found.append(Due(words, N_("Make my key sheet")))
    if is_holder and (choices := waiting(folder)):
        words = N_("{count} things to choose: your two computers differ.")
        found.append(Due(words, N_("Choose"), page=CHOOSE, count=choices))
    if folder.may_change and (series := _series_due(folder)):
        found.append(series)
    prints = last_prints(folder)
    to_redo = {sheet.name for sheet in sheets_to_redo(folder, contents)}
    if "emergency" in prints and today - prints["emergency"].on > KEEPS:
        words = N_("Your sheet on the fridge is more than three months old.")
        found.append(Due(words, N_("Make it again"), "emergency"))
        to_redo.discard("emergency")
    found += [due for due in REDO if due.sheet in to_redo]
    if "emergency" not in prints:
        words = N_("Your emergency sheet is not printed yet.")
        found.append(Due(words, N_("Make my emergency sheet"), "emergency"))
    if is_holder and not folder.is_example and (words := double_due(folder, today)):
        found.append(Due(words, N_("Make a double"), page=DOUBLE))
    if ends := len(ending_soon(folder, today)):
        words = N_("{count} papers or cards end soon.") if ends > 1 else _ONE_ENDS
        found.append(Due(words, N_("See them") if ends > 1 else N_("See"), page=ENDING, count=ends))
    if is_holder and rehearsal_due(folder, today):
        words = N_("Your key sheet: can you still find it?")
        found.append(Due(words, N_("Try it"), page=REHEARSAL))
    return tuple(found[:AT_MOST])


def _series_due(folder: Folder) -> Due | None:
    now = series_left_now(folder)
    if now is None:
        return None
    _series, half, left = now
    return Due(_SERIES_WORDS[half, left > 1], N_("Measure now"), page=SERIES, count=left)
