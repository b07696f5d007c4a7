"""Papers, insurances and cards that say until when they are valid, and that end about now."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.document import Document

SOON = datetime.timedelta(days=60)  # before; as long after, what ended is still spoken of

Ending = Document | Coverage


def ending_soon(folder: Folder, today: datetime.date) -> tuple[Ending, ...]:
    """Return what ends within SOON, or ended since, the soonest first.

    A year or a month alone counts by its beginning. Only what has a date is read (lane of the
    vault). Raises DamagedRecord.
    """
    since, before = today - SOON, (today + SOON).isoformat()
    found: list[Ending] = [
        *folder.drawers.ending(Document, str(since.year), before),
        *folder.drawers.ending(Coverage, str(since.year), before),
    ]
    first = since.isoformat()
    return tuple(sorted((one for one in found if _end(one) >= first[: len(_end(one))]), key=_end))


def _end(one: Ending) -> str:
    return one.until.iso if one.until else ""
