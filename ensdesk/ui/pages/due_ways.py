"""What is due in words, and where its button leads."""

from __future__ import annotations

import datetime

from ensdesk.folder.due import (
    CHOOSE,
    DOUBLE,
    ENDING,
    ENVELOPE,
    REHEARSAL,
    RENEWALS,
    SERIES,
    VACCINES,
    Due,
)
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.medication import Medication
from ensdesk.language import _
from ensdesk.record.time_words import until_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.appointments import moment_in_short
from ensdesk.ui.pages.ways import record_page, sheet_page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.beside import Beside


def due_in_words(due: Due, today: datetime.date) -> tuple[str, str]:
    """Return the sentence of *due*, and what is spoken after the words of its buttons."""
    about = due.about
    name, moment = about.headline() if about else "", ""
    if isinstance(about, Appointment):
        moment = moment_in_short(about.date, today)
    elif isinstance(about, Medication):
        moment = until_in_words(about.until)
    words = _(due.words).format(count=due.count, name=name, moment=moment)
    return words, f"{name}, {moment}" if about else ""


def due_line(session: Session, due: Due) -> Beside:
    """Return the sentence of *due* with its button, which is spoken with what it is about."""
    words, about = due_in_words(due, session.today())
    line = Beside(words, _(due.button), lambda: session.go(page_of(due)), "circle-alert")
    if about:  # two buttons of one page say the same
        line.button.setAccessibleName(f"{_(due.button)}{_(': ')}{about}")
    return line


def page_of(due: Due) -> MakePage:
    """Return where the button of *due* leads."""
    if due.about:
        return record_page(type(due.about), due.about.id)
    if due.page:
        return _PAGES[due.page]
    return sheet_page(due.sheet) if due.sheet else _key_sheet


def _series(session: Session) -> Page:
    from ensdesk.ui.pages.series.so_far import SeriesPage

    return SeriesPage(session)


def _rehearsal(session: Session) -> Page:
    from ensdesk.ui.pages.rehearsal import Rehearsal

    return Rehearsal(session)


def _double(session: Session) -> Page:
    from ensdesk.ui.pages.doubles import MakeDouble

    return MakeDouble(session)


def _choose(session: Session) -> Page:
    from ensdesk.ui.pages.choosing import Choosing

    return Choosing(session)


def _envelope(session: Session) -> Page:
    from ensdesk.ui.pages.envelope.used import EnvelopeUsed

    return EnvelopeUsed(session)


def _ending(session: Session) -> Page:
    from ensdesk.ui.pages.ending_soon import EndingSoon

    return EndingSoon(session)


def _renewals(session: Session) -> Page:
    from ensdesk.ui.pages.ending_soon import Renewals

    return Renewals(session)


def _vaccines(session: Session) -> Page:
    from ensdesk.ui.pages.vaccines import VaccineDates

    return VaccineDates(session)


def _key_sheet(session: Session) -> Page:
    from ensdesk.ui.pages.my_secrets import new_key_sheet

    return new_key_sheet(session)


_PAGES: dict[str, MakePage] = {
    SERIES: _series,
    REHEARSAL: _rehearsal,
    DOUBLE: _double,
    CHOOSE: _choose,
    ENVELOPE: _envelope,
    ENDING: _ending,
    RENEWALS: _renewals,
    VACCINES: _vaccines,
}
