"""The stops of the tour for what is counted over days: series and laboratory results."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.kinds.series import Series
    from ensdesk.ui.session import MakePage, Session

_DONE = ((138, 82), (134, 80), (131, 79), (129, 78), (136, 84), (132, 80), (128, 77), (127, 79))


def series_stops() -> tuple[Stop, ...]:
    """Return the laboratory, then a series that begins, one going on, one that is done."""
    from ensdesk.kinds.lab_result import LabResult
    from ensdesk.ui.pages.lab_results import AnalysisLines, AnalysisPage
    from ensdesk.ui.pages.series.begin import BeginSeries
    from ensdesk.ui.pages.series.reading import SeriesReading
    from ensdesk.ui.pages.series.so_far import SeriesPage
    from ensdesk.ui.pages.ways import section_page

    def so_far(days: int) -> MakePage:
        return lambda s: SeriesPage(s, _measured(s, days).id)

    return (
        Stop("lab-results", section_page(LabResult)),
        Stop("analysis", lambda s: AnalysisPage(s, "Hémoglobine glyquée (HbA1c) (%)")),
        Stop("analysis-lines", lambda s: AnalysisLines(s, "Créatinine (mg/L)")),
        Stop("series-begin", BeginSeries),
        Stop("series-just-begun", so_far(0)),
        Stop("series-going-on", so_far(2)),
        Stop("series-reading", lambda s: SeriesReading(s, _measured(s, 2).id)),
        Stop("series-done", so_far(3)),
    )


def _measured(session: Session, days: int) -> Series:
    """Return an invented series of which *days* days are measured; made once."""
    from ensdesk.folder.pressure_rules import pressure_rules
    from ensdesk.kinds.series import Series

    folder = session.folder
    assert folder is not None  # noqa: S101 - the tour has one
    started = folder.today() - datetime.timedelta(days=days)
    known = folder.records(Series)
    found = next((one for one in known if str(one.started) == started.isoformat()), None)
    if found is None:
        found = pressure_rules().rules[0].begun(started)
        folder.save(found)
        _fill(folder, found, started, days)
    return found


def _fill(folder: Folder, series: Series, started: datetime.date, days: int) -> None:
    from ensdesk.kinds.measurement import Measurement, MeasurementType
    from ensdesk.record.fields import Link
    from ensdesk.record.partial_date import PartialDate
    from ensdesk.record.quantity import Quantity

    unit = MeasurementType.BLOOD_PRESSURE.unit
    for number in range(4 * days):
        high, low = _DONE[number % len(_DONE)]
        day = started + datetime.timedelta(days=number // 4)
        hour = ("08:05", "08:07", "19:40", "19:42")[number % 4]
        folder.save(
            Measurement(
                type=MeasurementType.BLOOD_PRESSURE,
                value=Quantity(Decimal(high), unit),
                diastolic=Quantity(Decimal(low), unit),
                taken=PartialDate(f"{day}T{hour}"),
                series=Link(series.id),
            )
        )
