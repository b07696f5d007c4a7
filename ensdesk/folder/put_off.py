"""« Plus tard »: what is due and was put off, each thing until its day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable

from ensdesk.folder.due import Due
from ensdesk.folder.folder import Folder
from ensdesk.kinds.appointment import Appointment
from ensdesk.vault.aside import Aside

WEEK = datetime.timedelta(days=7)
_DAY = datetime.timedelta(days=1)
_KEY = "put-off"
_KEPT = datetime.timedelta(days=31)  # a day further away comes from a clock that was wrong


def without_put_off(folder: Folder, dues: Iterable[Due], today: datetime.date) -> tuple[Due, ...]:
    """Return *dues* without what waits for a later day (lane of the vault)."""
    until = _read(folder)
    waiting = {key for key, day in until.items() if today < day <= today + _KEPT}
    return tuple(due for due in dues if due.key not in waiting)


def comes_back(due: Due, today: datetime.date) -> datetime.date:
    """Return the day on which *due* is told again, put off today.

    A week, but an appointment comes back on its eve.
    """
    if isinstance(due.about, Appointment) and due.about.date:
        eve = due.about.date.first_day() - _DAY
        return max(today + _DAY, min(eve, today + WEEK))
    return today + WEEK


def put_off(folder: Folder, due: Due, today: datetime.date) -> None:
    """Tell *due* no more until its day."""
    kept = {key: day for key, day in _read(folder).items() if today < day}
    _keep(folder, {**kept, due.key: comes_back(due, today)})


def tell_again(folder: Folder, dues: Iterable[Due]) -> None:
    """Forget that *dues* were put off."""
    told = {due.key for due in dues}
    _keep(folder, {key: day for key, day in _read(folder).items() if key not in told})


def _read(folder: Folder) -> dict[str, datetime.date]:
    kept = json.loads(_aside(folder).get(_KEY) or b"{}")
    return {key: datetime.date.fromisoformat(day) for key, day in kept.items()}


def _keep(folder: Folder, until: dict[str, datetime.date]) -> None:
    kept = {key: day.isoformat() for key, day in until.items()}
    _aside(folder).put(_KEY, json.dumps(kept).encode())


def _aside(folder: Folder) -> Aside:
    """Return where whoever helps does not read what the holder put off."""
    return folder.vault.drawers[-1].aside
