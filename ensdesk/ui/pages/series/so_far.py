"""One series: how far it is, what comes next, its values day by day and their average."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.folder.series import series_running, series_so_far, stop_series
from ensdesk.language import N_, _
from ensdesk.paper.series_days import Half, SeriesDay, SeriesSoFar
from ensdesk.record.record import RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.hiding import add_hiding
from ensdesk.ui.pages.measure_words import measure_in_words
from ensdesk.ui.pages.series.series_words import (
    average_in_words,
    day_in_short,
    done_in_words,
    next_in_words,
)
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.table import Table


class SeriesPage(Page):
    """Comes back where it was left: what is next is computed of what was measured.

    Without *series_id* it is the one being measured; without any, the page that begins one.
    """

    name = "series"

    def __init__(self, session: Session, series_id: RecordId | None = None) -> None:
        super().__init__(session, _(N_("My blood pressure over several days")))
        self.series_id = series_id
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(
            lambda: (self._read(folder), folder.now()),
            lambda read: self._show(*read),
        )

    def _read(self, folder: Folder) -> SeriesSoFar | None:
        if self.series_id is None:
            return series_running(folder)
        return series_so_far(folder, self.series_id)

    def _show(self, shown: SeriesSoFar | None, now: datetime.datetime) -> None:
        if shown is None and self.series_id is None:
            self.session.instead(_begin_series)
            return
        if shown is None:
            self.add_text(_(N_("This is no longer in your lists.")), "lead")
            self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")
            return
        following = next_in_words(shown, now)
        self.add_text(" ".join(filter(None, (done_in_words(shown), following))), "lead")
        half = Half.of(now.strftime("%H:%M"))
        self._add_buttons(shown, left=shown.left_at(now.date(), half))
        for number, words in enumerate(average_in_words(shown)):
            self.add_text(words, "text" if number else "h2")
        if days := shown.days():
            heads = (_(N_("Day")), _(N_("Morning")), _(N_("Evening")))
            lines = [_line(day, self.session.today()) for day in days]
            self.add(Table(self.heading.text(), heads, lines))

    def _add_buttons(self, shown: SeriesSoFar, left: int) -> None:
        series = shown.series
        if left:
            self.add_primary(
                _(N_("Measure now")), lambda: self._measure(series.id), icon="plus", changes=True
            )
        if shown.records:
            add = self.add_secondary if left else self.add_primary
            add(_(N_("Print this series")), lambda: self._print(series.id), icon="printer")
        if shown.running():
            self.add_link(
                _(N_("Stop this series")), lambda: self._stop(shown), icon="circle-x", changes=True
            )
        else:
            words = _(N_("Begin another series"))
            self.add_secondary(
                words, lambda: self.session.go(_begin_series), icon="plus", changes=True
            )
            take = _(N_("Take this series away"))
            self.add_link(take, lambda: self._take_away(shown), icon="x", changes=True)
        add_hiding(self, series)

    def _measure(self, series_id: RecordId) -> None:
        from ensdesk.ui.pages.series.reading import SeriesReading

        self.session.go(lambda session: SeriesReading(session, series_id))

    def _print(self, series_id: RecordId) -> None:
        from ensdesk.ui.pages.ways import sheet_page

        self.session.go(sheet_page("series", series_id))

    def _take_away(self, shown: SeriesSoFar) -> None:
        said = _(N_("The series is taken away. What was measured stays."))
        act(self, lambda folder: folder.retire(shown.series), said, self.session.back)

    def _stop(self, shown: SeriesSoFar) -> None:
        said = _(N_("The series is stopped. What was measured stays."))
        act(self, lambda folder: stop_series(folder, shown.series), said)


def _begin_series(session: Session) -> Page:
    from ensdesk.ui.pages.series.begin import BeginSeries

    return BeginSeries(session)


def _line(day: SeriesDay, today: datetime.date) -> list[str]:
    values = [" · ".join(map(measure_in_words, day.at(half))) for half in Half]
    return [day_in_short(day.day, today), *values]
