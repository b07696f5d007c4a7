"""What a sheet shows: of long lists all that is in its time, of private records the chosen ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from ensdesk.folder.folder import Folder
from ensdesk.folder.measures import measures_since
from ensdesk.folder.stays_on_sheet import EMERGENCY, staying
from ensdesk.kinds import KINDS
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.measures_sheet import first_day
from ensdesk.paper.sheets import sheet_named
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record, RecordId

_MEASURES, _SERIES, _LAB_RESULTS = "measures", "series", "lab-results"


def shown_on(
    folder: Folder,
    contents: Contents,
    name: str,
    months: int | None = 12,
    about: str = "",
    private: Iterable[Record] = (),
) -> Contents:
    """Return *contents*, which anybody may see, with what the sheet *name* shows besides.

    Of measurements all in its time, however many; of private records those that stay on it, and
    those of *private*.
    """
    shown = _in_its_time(folder, contents, name, months, about)
    stay = staying(folder) if name == EMERGENCY else ()
    itself = folder.record(RecordId(about)) if about else None
    for record in (*stay, *private, itself):
        shown = shown.with_record(record) if record else shown
    return shown


def private_of(folder: Folder, name: str, about: str = "") -> tuple[Record, ...]:
    """Return the private records that the sheet *name* would show if they were not private.

    A sheet that is about one thing may show any.
    """
    kinds = sheet_named(name).kinds or KINDS
    hidden = folder.drawers.hidden()
    return tuple(one for one in hidden if type(one) in kinds and one.id != about)


def _in_its_time(
    folder: Folder, contents: Contents, name: str, months: int | None, about: str
) -> Contents:
    if name == _LAB_RESULTS:
        return contents.with_section(folder.open_part.section(LabResult, whole=True))
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
    return measures_since(
        folder.open_part, wanted, None if wanted is MeasurementType.HEIGHT else since
    )
