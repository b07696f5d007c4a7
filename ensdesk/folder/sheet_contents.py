"""What a sheet needs to show beyond the usual contents: of long lists, all that is in its time."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ensdesk.folder.folder import Folder
from ensdesk.folder.measures import measures_since
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.measures_sheet import first_day
from ensdesk.record.contents import Contents
from ensdesk.record.record import RecordId

_MEASURES, _SERIES, _LAB_RESULTS = "measures", "series", "lab-results"


def shown_on(
    folder: Folder, contents: Contents, name: str, months: int | None = 12, about: str = ""
) -> Contents:
    """Return *contents* with what the sheet *name* shows of the measurements, however many."""
    if name == _LAB_RESULTS:
        return contents.with_section(folder.section(LabResult, whole=True))
    known = contents.section(Measurement)
    if not known.parts or name not in (_MEASURES, _SERIES):
        return contents
    since = first_day(folder.today(), months)
    types = [one for one in MeasurementType if str(one) in known.parts]
    if name == _SERIES:
        types = [MeasurementType.BLOOD_PRESSURE]
        begun = _begun(folder, about)
        since = begun or since
    found = [measured for one in types for measured in _measured(folder, one, since)]
    return contents.with_section(replace(known, records=tuple(found), parts={}))


def _begun(folder: Folder, about: str) -> datetime.date | None:
    series = folder.record(RecordId(about)) if about else None
    started = series.when() if series is not None else None
    return started.first_day() if started is not None else None


def _measured(
    folder: Folder, wanted: MeasurementType, since: datetime.date | None
) -> tuple[Measurement, ...]:
    """Return those of one type; every height, of which the body mass index is computed."""
    return measures_since(folder, wanted, None if wanted is MeasurementType.HEIGHT else since)
