"""Measurements read from the folder a few at a time: a list of 100,000 is never read whole."""

from __future__ import annotations

import datetime

from ensdesk.folder.lists import Lists
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.measure_lines import with_body_mass

_LINES = 400  # what a list of lines to press shows at most: the search finds older ones


def last_measures(folder: Lists) -> tuple[Measurement, ...]:
    """Return the last measurement of each type, and the body mass index that follows of them."""
    parts = folder.parts(Measurement)
    found = (last_measure(folder, one) for one in MeasurementType if str(one) in parts)
    return with_body_mass([record for record in found if record])


def last_measure(folder: Lists, wanted: MeasurementType) -> Measurement | None:
    """Return the last measurement of one type."""
    return next(iter(folder.latest(Measurement, 1, str(wanted))), None)


def measures_since(
    folder: Lists, wanted: MeasurementType, since: datetime.date | None
) -> tuple[Measurement, ...]:
    """Return what was measured of one type from the day *since* on; None for everything."""
    if wanted is MeasurementType.BMI:
        heights = measures_since(folder, MeasurementType.HEIGHT, None)
        weights = measures_since(folder, MeasurementType.WEIGHT, since)
        return with_body_mass((*heights, *weights))
    first = since.isoformat() if since else ""
    slices = folder.since(Measurement, str(wanted), first)
    return tuple(one for some in slices for one in some)


def measure_lines(folder: Lists, wanted: MeasurementType | None) -> tuple[Measurement, ...]:
    """Return the latest measurements, of one type or of all, to be looked at one by one."""
    return folder.latest(Measurement, _LINES, str(wanted) if wanted else None)
