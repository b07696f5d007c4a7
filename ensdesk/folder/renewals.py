"""Medicines whose last day is near, or has just gone by: whether one goes on is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ensdesk.folder.folder import Folder
from ensdesk.kinds.medication import Medication

BEFORE = AFTER = datetime.timedelta(days=14)
_SHORT = datetime.timedelta(days=28)  # a treatment of some days ends, and is not renewed


def renewals(
    folder: Folder, medicines: Iterable[Medication], today: datetime.date
) -> tuple[Medication, ...]:
    """Return those of *medicines* to ask about, the soonest first.

    One that was written as ended, on its last day or since, is known to be over. One line more of
    the same name that goes on says the same. Asks the vault about those that may be returned
    alone (its lane).
    """
    every = tuple(medicines)
    going_on = {
        one.name.casefold() for one in every if one.taken_on(today) and not _near(one, today)
    }
    found = [
        one
        for one in every
        if _near(one, today)
        and not _is_short(one)
        and one.name.casefold() not in going_on
        and not _was_ended(folder, one)
    ]
    return tuple(sorted(found, key=_last_day))


def _near(one: Medication, today: datetime.date) -> bool:
    return bool(one.until and one.until.day) and today - AFTER <= _last_day(one) <= today + BEFORE


def _is_short(one: Medication) -> bool:
    began = one.since.first_day() if one.since and one.since.day else datetime.date.min
    return _last_day(one) - began <= _SHORT


def _was_ended(folder: Folder, one: Medication) -> bool:
    writing = folder.writing(one.id)
    return writing is not None and writing.at.date() >= _last_day(one)


def _last_day(one: Medication) -> datetime.date:
    return one.until.first_day() if one.until else datetime.date.max
