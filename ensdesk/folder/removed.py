"""What was taken out of the lists: kept until the person puts it back or erases it for good."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial

from ensdesk.folder.folder import Folder, Writing
from ensdesk.folder.printing import forget_shown
from ensdesk.kinds.declaration import Declaration
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.erasing import erase, forget_words
from ensdesk.vault.locks import HolderOnly

RECENT = datetime.timedelta(days=30)  # what the first page shows; nothing goes by a clock


@dataclass(frozen=True, slots=True)
class Removed:
    """A record as it was when it was retired, by whom and when."""

    record: Record
    writing: Writing


def removed(folder: Folder, *, recent: bool) -> tuple[Removed, ...]:
    """Return what was retired in the last 30 days, or all of it, the latest first."""
    since = folder.now() - RECENT
    found = (removed_one(folder, record.id) for record in folder.drawers.removed())
    return tuple(one for one in found if one and (not recent or one.writing.at >= since))


def removed_one(folder: Folder, record_id: RecordId) -> Removed | None:
    """Return one retired record; None when it is back, erased, or of an unknown kind."""
    drawers = folder.drawers
    record = None if drawers.get(record_id) else drawers.last(record_id)
    writing = folder.writing(record_id)
    if writing is None or not isinstance(record, Record) or isinstance(record, Declaration):
        return None
    return Removed(record, writing)


def erase_for_ever(folder: Folder, record: Record) -> bool:
    """Erase everything written about *record*; it cannot be undone. False when it is gone.

    Copies, doubles and sheets made before keep it. Raises HolderOnly: whoever helps takes away,
    and only the person erases.
    """
    vault = folder.vault
    if folder.helped_by is not None:
        raise HolderOnly
    shown = partial(forget_shown, folder)
    drawer = folder.drawers.of(record.id)
    try:
        done = erase(drawer, vault.documents, record.id, folder.now(), shown)
        for other in vault.drawers:
            forget_words(other, record.id)
    finally:
        folder.forget_changes(record.id)  # also when only the file of the paper could not go
    folder.changed(frozenset({type(record)}))
    return done
