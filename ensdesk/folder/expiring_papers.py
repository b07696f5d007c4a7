"""Papers that say until when they are valid, and that end soon or have ended."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.kinds.document import Document

SOON = datetime.timedelta(days=60)


def expiring_papers(folder: Folder, today: datetime.date) -> tuple[Document, ...]:
    """Return the papers whose last day is past or within SOON, the soonest first.

    A year or a month alone counts by its beginning. Only these papers are read (lane of the vault).
    Raises DamagedRecord.
    """
    before = (today + SOON).isoformat()
    found = folder.drawers.holding(Document, "until", before)
    return tuple(sorted(found, key=lambda paper: paper.until.iso if paper.until else ""))
