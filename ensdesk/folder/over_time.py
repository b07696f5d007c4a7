"""What happened to the person, year after year: records of several kinds in one order."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.device import Device
from ensdesk.kinds.disability import Disability
from ensdesk.kinds.document import Document
from ensdesk.kinds.habit import Habit
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.note import Note
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.kinds.wish import Wish
from ensdesk.record.record import Record

# Measurements have charts of their own; the date of a card is its end.
TOLD: tuple[type[Record], ...] = (
    Allergy,
    Illness,
    Medication,
    Vaccination,
    LabResult,
    Operation,
    Device,
    Disability,
    Habit,
    Appointment,
    Wish,
    Document,
    Note,
)
_SLUGS = tuple(kind.slug for kind in TOLD)


def years(folder: Folder, today: datetime.date) -> dict[int, int]:
    """Return how many records each year up to *today* has, the latest first, reading none."""
    counted = folder.drawers.years(_SLUGS, _end_of(today))
    return {int(year): count for year, count in counted.items()}


def happened(
    folder: Folder, today: datetime.date, year: int | None, offset: int, count: int
) -> tuple[Record, ...]:
    """Return some records of *year*, or of all years up to *today*, the latest first."""
    since = f"{year:04d}" if year else "0"
    before = f"{year + 1:04d}" if year else "A"
    before = min(before, _end_of(today))
    return folder.drawers.between(_SLUGS, since, before, offset, count)


def _end_of(today: datetime.date) -> str:
    """Return what sorts after every moment of *today*, and before tomorrow."""
    return f"{today.isoformat()}U"
