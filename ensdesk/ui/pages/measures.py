"""« Ma tension, mon poids »: the last values, what notes a new one, and where each is seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ensdesk.folder.measures import last_measures, measure_lines
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.series import Series
from ensdesk.language import N_, _
from ensdesk.paper.measure_lines import in_words, types_used
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import loose, on_in_words
from ensdesk.record.wording import date_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import for_me
from ensdesk.ui.pages.measure_words import latest, measure_in_words
from ensdesk.ui.pages.note_measure import OFFERED, note_page
from ensdesk.ui.pages.series.so_far import SeriesPage
from ensdesk.ui.pages.ways import record_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_T = MeasurementType
_ICONS = {_T.WEIGHT: "weight", _T.GLUCOSE: "droplets", _T.HEART_RATE: "heart-pulse"}


class Measures(Page):
    """What was never noted stays out of view, behind « Noter autre chose »."""

    name = "measures"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(Measurement.section))
        self.add_primary(
            _(N_("Note my blood pressure")), self._note(_T.BLOOD_PRESSURE), "plus", changes=True
        )
        self.add_secondary(
            _(N_("Note my weight")), self._note(_T.WEIGHT), icon="plus", changes=True
        )
        other = _(N_("Note something else"))
        self.add_secondary(other, lambda: session.go(OtherMeasures), "list", changes=True)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: last_measures(folder), self._show)

    def _show(self, known: Sequence[Measurement]) -> None:
        if not known:
            self.add_empty(Measurement.icon, _(N_("Nothing is noted yet.")))
            return
        self.add_text(_(N_("The last measurements")), "h2")
        rows = [self._row(one, last) for one in types_used(known) if (last := latest(known, one))]
        self.add_list(rows, name=_(N_("The last measurements")), shown=2)

    def _row(self, wanted: MeasurementType, last: Measurement) -> RowItem:
        from ensdesk.ui.pages.measure_course import CoursePage

        day = loose(on_in_words(PartialDate(last.taken.iso[:10]))) if last.taken else ""
        return RowItem(
            f"{type_words(wanted)}{_(': ')}{in_words(last)}",
            day or _(N_("day not known")),
            lambda: self.session.go(lambda session: CoursePage(session, wanted)),
            icon_of(wanted),
        )

    def _note(self, wanted: MeasurementType) -> Callable[[], None]:
        return lambda: self.session.go(note_page(wanted))


class OtherMeasures(Page):
    """All that can be noted, a few at a time."""

    name = "other-measures"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What would you like to note?")))
        series = RowItem(
            _(N_("My blood pressure over several days")),
            _(N_("In the morning and in the evening, with the average")),
            lambda: session.instead(SeriesPage),
            Series.icon,
        )
        rows = [
            RowItem(type_words(one), "", partial(session.instead, note_page(one)), icon_of(one))
            for one in OFFERED
            if one not in (_T.BLOOD_PRESSURE, _T.WEIGHT)
        ]
        self.add_list([series, *rows], shown=5)


class MeasureLines(Page):
    """Every measurement, or those of one type, as lines to press; the latest first."""

    name = "measure-lines"

    def __init__(self, session: Session, wanted: MeasurementType | None = None) -> None:
        super().__init__(session, _(N_("Which line would you like to see?")))
        self.wanted = wanted
        self.rows = self.add_list((), name=_(Measurement.section), shown=5)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: measure_lines(folder, self.wanted), self._show)

    def _show(self, known: Iterable[Measurement]) -> None:
        self.rows.set_rows(
            [
                RowItem(
                    measure_in_words(record) or _(record.title),
                    " · ".join(filter(None, (self._when(record), for_me(record)))),
                    self._open(record),
                    "eye-off" if record.private else icon_of(record.type),
                )
                for record in known
            ]
        )

    def _when(self, record: Measurement) -> str:
        return moment_in_words(record.taken, self.session.today())

    def _open(self, record: Measurement) -> Callable[[], None]:
        make = record_page(Measurement, record.id)
        return lambda: self.session.go(make)


def type_words(wanted: MeasurementType) -> str:
    """Return the name of what is measured, as a title."""
    words = _(wanted.words)
    return words[:1].upper() + words[1:]


def icon_of(wanted: MeasurementType) -> str:
    return _ICONS.get(wanted, Measurement.icon)


def moment_in_words(taken: PartialDate | None, today: datetime.date) -> str:
    """Return `20 novembre à 8 h 30`, the year only when it is another one."""
    if taken is None:
        return _(N_("day not known"))
    words = loose(date_in_words(taken))
    if taken.day and taken.year == today.year:
        words = words.replace(f" {taken.year}", "", 1)
    return words
