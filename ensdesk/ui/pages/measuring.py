"""What notes a measurement: its moment is now unless told otherwise, and a doubt is asked once."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ensdesk.folder.measures import last_measure
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import N_, _
from ensdesk.record.hour_reading import read_hour
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem
from ensdesk.record.time_words import loose, on_in_words
from ensdesk.record.wording import date_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.measure_words import measure_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.date_field import DateField
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.flow import TileGrid


class Measuring(Page):
    """One measurement. What is unusual is asked once, then believed."""

    type: MeasurementType

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.last = self.add_text("", "example")
        self.last.hide()
        self._now = PartialDate.of(folder_of(session).now())
        self._doubted: Measurement | None = None
        self.dated = False  # the person says when, instead of now

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: last_measure(folder, self.type), self._show_last)

    def _show_last(self, last: Measurement | None) -> None:
        if last is not None:
            words = _("The last time: {value}, {day}.")
            day = loose(on_in_words(last.taken)) or _(N_("day not known"))
            self.last.setText(words.format(value=measure_in_words(last), day=day))
        self.last.setHidden(last is None)

    # -- when --------------------------------------------------------------------------------------

    def add_when(self) -> None:
        """Say that it is now, with a way to say another day or hour."""
        words = _("Measured now: {moment}.").format(moment=loose(date_in_words(self._now)))
        self.moment = self.add_text(words)
        self.other_day = self.add_link(
            _(N_("It was on another day, or at another hour")), self._ask_when
        )
        self.when = QWidget()
        grid = TileGrid(2)
        self.when.setLayout(grid)
        self.day = DateField(_(N_("Which day?")), _(N_("For example: 3 March 2026")))
        self.hour = Field(_(N_("At what hour?")), _(N_("For example: 8:30")), optional=True)
        for field in (self.day, self.hour):
            field.expect_numbers()
            field.on_enter(self.press_primary)
            grid.addWidget(field)
            self._inputs.append(field)
        self.add(self.when)
        self.when.hide()

    def _ask_when(self) -> None:
        self._show_when()
        if not self.day.text():
            self.day.set_date(PartialDate(self._now.iso[:10]))
        self.day.line.setFocus()
        self.day.line.selectAll()

    def _show_when(self) -> None:
        self.dated = True
        self.moment.hide()
        self.other_day.hide()
        self.when.show()

    def fold_when(self) -> None:
        """Make room: the day and the hour that were typed stand in one line of words."""
        if self.when.isHidden():
            return
        words = _("Measured: {moment}.").format(
            moment=" ".join(filter(None, (self.day.text(), self.hour.text())))
        )
        self.moment.setText(words)
        self.when.hide()
        self.moment.show()
        self.other_day.show()

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values)
        if self.day.text():
            self._show_when()

    def taken(self) -> PartialDate | None:
        """Return when it was measured, or show what cannot be read and return nothing."""
        if not self.dated:
            return self._now
        self._show_when()  # what cannot be read is in view
        if not self.day.ok():
            return None
        day = self.day.date()
        if day is None or day.day is None or not self.hour.text():
            return day
        try:
            return PartialDate(f"{day.iso[:10]}T{read_hour(self.hour.text())}")
        except ValueError:
            self.hour.error(_(N_("Write the hour like this: 8:30")))
            return None

    # -- keeping it --------------------------------------------------------------------------------

    def keep(self, record: Measurement, field: Field) -> None:
        """Save *record*, but ask once when a number is unusual; *field* is where it was typed."""
        problem = next(record.problems(self.session.today()), None)
        if problem is not None and problem.field == "taken":
            self._show_when()
            self.day.error(_(problem.words))
            return
        if problem is not None and not self._believed(record, problem):
            field.error(_(problem.words))
            return
        said = _("It is noted: {value}.").format(value=measure_in_words(record))
        act(self, lambda folder: folder.save(record), said, self.kept)

    def kept(self) -> None:
        """Go on once it is saved."""
        self.session.back()

    def _believed(self, record: Measurement, problem: Problem) -> bool:
        """Say whether this was asked already and may be meant; a wrong order never is."""
        again = self._doubted is not None and _numbers(self._doubted) == _numbers(record)
        self._doubted = record
        if problem.field == "diastolic" and not _in_order(record):
            return False
        if not again and self.primary is not None:
            self.primary.say(_(N_("It is right, note it")))
        return again


def _numbers(record: Measurement) -> tuple[object, ...]:
    return record.value, record.diastolic, record.pulse


def _in_order(record: Measurement) -> bool:
    return record.diastolic is None or record.diastolic.value < record.value.value
