"""The ways into a folder as they may be shown, without any secret."""

from dataclasses import dataclass
from pathlib import Path

from ensdesk.vault.header import Header, read_header


@dataclass(frozen=True)
class SlotInfo:
    """One way in, as it may be shown."""

    id: str
    type: str
    role: str


def ways_in(path: Path) -> tuple[SlotInfo, ...]:
    """Return what a folder may be opened with, without any secret. Raises as `read_header`."""
    return slot_infos(read_header(path))


def somebody_was_stopped(path: Path) -> bool:
    """Say whether the main database has had another key before. Raises as `read_header`."""
    return read_header(path).key_versions.get("main", 1) > 1


def slot_infos(header: Header) -> tuple[SlotInfo, ...]:
    """Return every slot of a header, those of newer versions too."""
    return tuple(SlotInfo(slot.id, slot.type, slot.role) for slot in header.slots)
