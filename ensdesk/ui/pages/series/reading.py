"""One measurement of a series: the same two numbers, then the next one by itself."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ensdesk.folder.folder import Folder
from ensdesk.folder.series import series_running, series_so_far
from ensdesk.kinds.measurement import Measurement
from ensdesk.language import N_, _
from ensdesk.paper.series_days import Half, SeriesSoFar
from ensdesk.record.fields import Link
from ensdesk.record.record import RecordId
from ensdesk.ui.pages.blood_pressure import NoteBloodPressure
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.series.series_words import half_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.field import Field


class SeriesReading(NoteBloodPressure):
    """Without *series_id* it is of the series that is being measured."""

    name = "series-reading"

    def __init__(self, session: Session, series_id: RecordId | None = None) -> None:
        super().__init__(session, _(N_("My blood pressure, for my series")))
        self.series_id = series_id
        self.left = 0

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: (self._read(folder), folder.now()), lambda read: self._say_which(*read))

    def keep(self, record: Measurement, field: Field) -> None:
        series = Link(self.series_id) if self.series_id else None
        super().keep(replace(record, series=series), field)

    def kept(self) -> None:
        """Go on with the next measurement of this half of the day; after the last one, go back."""
        if self.left > 1 and not self.dated:
            self.session.instead(lambda session: SeriesReading(session, self.series_id))
        else:
            self.session.back()

    def _read(self, folder: Folder) -> SeriesSoFar | None:
        if self.series_id is None:
            return series_running(folder)
        return series_so_far(folder, self.series_id)

    def _say_which(self, shown: SeriesSoFar | None, now: datetime.datetime) -> None:
        if shown is None:
            return
        self.series_id = shown.series.id
        half = Half.of(now.strftime("%H:%M"))
        self.left = shown.left_at(now.date(), half)
        number = min(shown.times, shown.times - self.left + 1)
        self.set_title(
            _("{when}: measurement {number} of {count}").format(
                when=half_in_words(half), number=number, count=shown.times
            )
        )
