"""« Mes rendez-vous et mes questions »: what is to come, and what to ask there."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import cast

from ensdesk.folder.coming import to_come
from ensdesk.kinds.appointment import Appointment
from ensdesk.language import N_, _, plural
from ensdesk.record.contents import Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record, RecordId
from ensdesk.record.wording import date_in_words, day_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import icon_of, second_line, state_in_words
from ensdesk.ui.pages.ways import add_page, record_page, sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem, ShowRows

_WEEK = 7
_NEAR = {0: N_("today"), 1: N_("tomorrow")}
_SOON = 300  # days: a date in them is told by its weekday, without its year


class Appointments(Page):
    """The next one first; those without a date are still to be made."""

    name = "appointments"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(Appointment.section))
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.section(Appointment), self._show)

    def _show(self, section: Section[Appointment]) -> None:
        today = self.session.today()
        coming = to_come(section.records, today)
        gone_by = section.count - len(coming)
        if coming:
            rows = [appointment_row(self.session, one, today) for one in coming]
            self.add_list(rows, name=_(N_("To come")), shown=2)
        elif section.state is State.NONE:
            self.add_text(state_in_words(cast("Section[Record]", section)), "lead")
        else:
            self.add_empty(Appointment.icon, _(N_("No appointment to come.")))
        self.add_primary(
            _(Appointment.add),
            lambda: self.session.go(add_page(Appointment)),
            icon="plus",
            changes=True,
        )
        questions = _(N_("My questions for the doctor"))
        self.add_secondary(questions, self._ask, icon="message-circle-question-mark", changes=True)
        if coming:
            words = _(N_("Print the sheet of the appointment"))
            sheet = sheet_page("appointment", coming[0].id)
            self.add_secondary(words, lambda: self.session.go(sheet), icon="printer")
        if section.state is State.NOT_FILLED:
            self.add_secondary(_(Appointment.none), self._declare_none, changes=True)
        if gone_by:
            words = plural("{count} past appointment", "{count} past appointments", gone_by)
            first = sum(one.date is not None for one in coming)
            self.add_link(
                words,
                lambda: self.session.go(lambda session: Past(session, first, gone_by)),
                icon="archive",
            )

    def _ask(self) -> None:
        from ensdesk.ui.pages.questions import Questions

        self.session.go(Questions)

    def _declare_none(self) -> None:
        said = _(N_("It is noted."))
        act(self, lambda folder: folder.declare_none(Appointment), said)


class Past(Page):
    """Those gone by, the latest first, read as they are shown: *count*, from the place *first*."""

    name = "past-appointments"

    def __init__(self, session: Session, first: int, count: int) -> None:
        super().__init__(session, _(N_("My past appointments")))
        self._from, self._count = first, count
        self.rows = self.add_list(())

    def entered(self) -> None:
        self.rows.set_pages(self._count, self._read)

    def _read(self, place: int, wanted: int, show: ShowRows) -> None:
        folder, today = folder_of(self.session), self.session.today()
        wanted = min(wanted, self._count - place)
        self.ask(
            lambda: folder.page_of(Appointment, self._from + place, wanted),
            lambda found: show([appointment_row(self.session, one, today) for one in found]),
        )


def appointment_row(session: Session, record: Appointment, today: datetime.date) -> RowItem:
    """Return the line of an appointment: with whom, then when, what for, how many questions."""
    asked = len(record.questions)
    words = (
        moment_in_words(record.date, today),
        second_line(record),
        plural("{count} question", "{count} questions", asked) if asked else "",
    )
    detail = " · ".join(filter(None, words))
    return RowItem(record.name, detail, _opens(session, record.id), icon_of(record))


def moment_in_words(date: PartialDate | None, today: datetime.date) -> str:
    """Return `mardi 8 décembre à 10 h 30`; with its year when it is far away."""
    if date is None:
        return _(N_("day to be agreed"))
    if date.day is None or abs((date.first_day() - today).days) > _SOON:
        return date_in_words(date)
    return _at(day_in_words(date.first_day()), date)


def moment_in_short(date: PartialDate | None, today: datetime.date) -> str:
    """Return `demain à 10 h 30`, `mardi à 10 h 30` in the week that comes, else `8 décembre`."""
    if date is None or date.day is None or abs((date.first_day() - today).days) > _SOON:
        return moment_in_words(date, today)
    days = (date.first_day() - today).days
    weekday, day = day_in_words(date.first_day()).split(" ", 1)
    near = _(_NEAR[days]) if days in _NEAR else weekday
    return _at(near, date) if days < _WEEK else day


def _at(day: str, date: PartialDate) -> str:
    if not date.time:
        return day
    hour, minute = date.time.split(":")
    words = _("{day} at {hour}:{minute}")
    day_held = words.replace(" ", "\u00a0").replace("{day}\u00a0", "{day} ")  # the hour, unbroken
    return day_held.format(day=day, hour=int(hour), minute=minute)


def _opens(session: Session, record_id: RecordId) -> Callable[[], None]:
    return lambda: session.go(record_page(Appointment, record_id))
