"""« Plus tard »: what is due and was put off, each thing until its day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable

from ensdesk.folder.coming import near
from ensdesk.folder.due import Due, due
from ensdesk.folder.folder import Folder
from ensdesk.kinds.appointment import Appointment
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.aside import Aside

WEEK = datetime.timedelta(days=7)
_DAY = datetime.timedelta(days=1)
_SOON = datetime.timedelta(hours=2)
_KEY = "put-off"
_KEPT = datetime.timedelta(days=31)  # a day further away comes from a clock that was wrong


def without_put_off(folder: Folder, dues: Iterable[Due], today: datetime.date) -> tuple[Due, ...]:
    """Return *dues* without what waits for a later day (lane of the vault)."""
    until = _read(folder)
    waiting = {key for key, day in until.items() if today < day <= today + _KEPT}
    return tuple(one for one in dues if one.key not in waiting)


def told_now(folder: Folder) -> frozenset[str]:
    """Return the keys of what is due at this moment, and of the appointments that are very near."""
    now = folder.now().replace(tzinfo=None)
    contents = folder.contents()
    dues = without_put_off(folder, due(folder, contents, now.date()), now.date())
    visits = near(contents.records(Appointment), now.date())
    soon = (f"{one.id}-soon" for one in visits if one.date and _is_soon(one.date, now))
    return frozenset((*(one.key for one in dues), *soon))


def _is_soon(date: PartialDate, now: datetime.datetime) -> bool:
    return bool(date.time) and now <= datetime.datetime.fromisoformat(date.iso) <= now + _SOON


def comes_back(one: Due, today: datetime.date) -> datetime.date:
    """Return the day on which *one* is told again, put off today.

    A week, but an appointment comes back on its eve.
    """
    if isinstance(one.about, Appointment) and one.about.date:
        eve = one.about.date.first_day() - _DAY
        return max(today + _DAY, min(eve, today + WEEK))
    return today + WEEK


def put_off(folder: Folder, one: Due, today: datetime.date) -> None:
    """Tell *one* no more until its day."""
    kept = {key: day for key, day in _read(folder).items() if today < day}
    _keep(folder, {**kept, one.key: comes_back(one, today)})


def tell_again(folder: Folder, dues: Iterable[Due]) -> None:
    """Forget that *dues* were put off."""
    told = {one.key for one in dues}
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
