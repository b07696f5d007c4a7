"""What the person hid from those who help, and left on the emergency sheet."""

from __future__ import annotations

import json

from ensdesk.folder.folder import Folder
from ensdesk.record.record import Record, RecordId

EMERGENCY = "emergency"
_STAYS = "stays-on-emergency-sheet"


def staying(folder: Folder) -> tuple[Record, ...]:
    """Return the private records that the emergency sheet shows (none for who helps)."""
    ids = _ids(folder) if folder.vault.private else ()
    found = (folder.record(record_id) for record_id in ids)
    return tuple(record for record in found if record and record.private)


def let_stay(folder: Folder, record_id: RecordId, *, stays: bool) -> None:
    """Remember whether a private record stays on the emergency sheet."""
    private = folder.vault.private
    if private is not None:
        others = [one for one in _ids(folder) if one != record_id]
        ids = [*others, record_id] if stays else others
        private.aside.put(_STAYS, json.dumps(ids).encode() if ids else None)


def _ids(folder: Folder) -> tuple[RecordId, ...]:
    private = folder.vault.private
    kept = private.aside.get(_STAYS) if private else None
    return tuple(map(RecordId, json.loads(kept))) if kept else ()
