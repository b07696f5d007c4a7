"""What the person hid from those who help, and left on the emergency sheet."""

from __future__ import annotations

from ensdesk.folder.folder import Folder
from ensdesk.record.record import Record, RecordId
from ensdesk.vault import beside

EMERGENCY = "emergency"


def staying(folder: Folder) -> tuple[Record, ...]:
    """Return the private records that the emergency sheet shows (none for who helps)."""
    private = folder.vault.private
    ids = beside.staying(private) if private else ()
    found = (folder.record(record_id) for record_id in ids)
    return tuple(record for record in found if record and record.private)


def let_stay(folder: Folder, record_id: RecordId, *, stays: bool) -> None:
    """Remember whether a private record stays on the emergency sheet."""
    private = folder.vault.private
    if private is not None:
        beside.let_stay(private, record_id, stays=stays)
