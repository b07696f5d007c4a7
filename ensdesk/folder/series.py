"""The blood pressure series of a folder: where each was left, and which one is being measured."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.folder.measures import measures_since
from ensdesk.kinds.measurement import MeasurementType
from ensdesk.kinds.series import Series
from ensdesk.paper.series_days import Half, SeriesSoFar
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId

FORGOTTEN = datetime.timedelta(days=14)  # not spoken of any more on the home page


def series_so_far(folder: Folder, series_id: RecordId) -> SeriesSoFar | None:
    """Return a series and what was measured for it; None when it is no longer there."""
    series = folder.record(series_id)
    return _so_far(folder, series) if isinstance(series, Series) else None


def series_running(folder: Folder) -> SeriesSoFar | None:
    """Return the series that is being measured: of several, the one begun last."""
    begun = [one for one in folder.records(Series) if one.ended is None]
    found = (_so_far(folder, one) for one in reversed(begun))
    return next((one for one in found if one.running()), None)


def series_left_now(folder: Folder) -> tuple[SeriesSoFar, Half, int] | None:
    """Return the series of which something is due now, the half of the day, and how many."""
    now = folder.now()
    half = Half.of(now.strftime("%H:%M"))
    running = series_running(folder)
    if running is None or now.date() - _last_day(running, now.date()) > FORGOTTEN:
        return None
    left = running.left_at(now.date(), half)
    return (running, half, left) if left else None


def stop_series(folder: Folder, series: Series) -> None:
    """End *series* before its time: what was measured stays."""
    from dataclasses import replace

    folder.save(replace(series, ended=PartialDate.of(folder.today())))


def _so_far(folder: Folder, series: Series) -> SeriesSoFar:
    since = series.started.first_day() if series.started else None
    return SeriesSoFar.of(series, measures_since(folder, MeasurementType.BLOOD_PRESSURE, since))


def _last_day(running: SeriesSoFar, today: datetime.date) -> datetime.date:
    days = running.days()
    if days:
        return days[-1].day
    started = running.series.started
    return started.first_day() if started else today
