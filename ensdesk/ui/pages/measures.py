"""« Ma tension, mon poids »: the last values, those before, and what notes a new one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import loose, on_in_words
from ensdesk.record.wording import date_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.measure_words import in_order, latest, measure_in_words, pressure_of
from ensdesk.ui.pages.ways import record_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem
from ensdesk.ui.widgets.table import Table
from ensdesk.ui.widgets.told import Told

_IN_TABLE = 6
_TYPES = (MeasurementType.BLOOD_PRESSURE, MeasurementType.WEIGHT)


class Measures(Page):
    """The table is for reading, perhaps to a doctor; the lines are corrected on a page apart."""

    name = "measures"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(Measurement.section))
        self.add_primary(_(N_("Note my blood pressure")), self._note_pressure, icon="plus")
        self.add_secondary(_(N_("Note my weight")), self._note_weight, icon="plus")

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.records(Measurement), self._show)

    def _show(self, known: Sequence[Measurement]) -> None:
        if not known:
            self.add_text(_(N_("Nothing is noted yet.")), "lead")
            return
        last = ((one, latest(known, one)) for one in _TYPES)
        self.add(Told([(_last_words(one), _in_full(record)) for one, record in last if record]))
        ordered = in_order(known)
        today = self.session.today()
        lines = [_line(record, today) for record in ordered[:_IN_TABLE]]
        heads = (_(N_("When")), _(N_("Blood pressure")), _(N_("Weight")))
        title = _(N_("The last measurements"))
        self.add_text(title, "h2")
        self.add(Table(title, heads, lines))
        self.add_link(_(N_("See all, correct or take away")), self._correct, icon="pencil")

    def _note_pressure(self) -> None:
        from ensdesk.ui.pages.blood_pressure import NoteBloodPressure

        self.session.go(NoteBloodPressure)

    def _note_weight(self) -> None:
        from ensdesk.ui.pages.weight import NoteWeight

        self.session.go(NoteWeight)

    def _correct(self) -> None:
        self.session.go(MeasureLines)


class MeasureLines(Page):
    """Every measurement as a line to press, the latest first."""

    name = "measure-lines"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which line would you like to see?")))
        self.rows = self.add_list((), name=_(Measurement.section), shown=5)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.records(Measurement), self._show)

    def _show(self, known: Sequence[Measurement]) -> None:
        self.rows.set_rows(
            [
                RowItem(
                    measure_in_words(record) or _(record.title),
                    _moment(record.taken, self.session.today()),
                    self._open(record),
                    "weight" if record.type is MeasurementType.WEIGHT else Measurement.icon,
                )
                for record in in_order(known)
            ]
        )

    def _open(self, record: Measurement) -> Callable[[], None]:
        make = record_page(Measurement, record.id)
        return lambda: self.session.go(make)


def _last_words(wanted: MeasurementType) -> str:
    if wanted is MeasurementType.WEIGHT:
        return _(N_("My last weight"))
    return _(N_("My last blood pressure"))


def _in_full(record: Measurement) -> str:
    pressure = pressure_of(record)
    value = pressure.in_full() if pressure else measure_in_words(record)
    day = loose(on_in_words(PartialDate(record.taken.iso[:10]))) if record.taken else ""
    return ", ".join(filter(None, (value, day)))


def _line(record: Measurement, today: datetime.date) -> tuple[str, str, str]:
    value = measure_in_words(record)
    is_weight = record.type is MeasurementType.WEIGHT
    pressure, weight = ("", value) if is_weight else (value, "")
    return _moment(record.taken, today), pressure, weight


def _moment(taken: PartialDate | None, today: datetime.date) -> str:
    """Return `20 novembre à 8 h 30`, the year only when it is another one."""
    if taken is None:
        return _(N_("day not known"))
    words = loose(date_in_words(taken))
    if taken.day and taken.year == today.year:
        words = words.replace(f" {taken.year}", "", 1)
    return words
