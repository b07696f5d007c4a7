"""Records of one kind that belong together: counted unread, and read as they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.record.record import Record


@dataclass(frozen=True, slots=True)
class Together:
    """How many there are now, and how to read some of them, the latest first: first, count."""

    count: Callable[[Folder], int]
    some: Callable[[Folder, int, int], tuple[Record, ...]]


def saying(kind: type[Record], field: str, said: str) -> Together:
    """Return the records of *kind* that are filed under what they say (`Record.filed_under`)."""

    def count(folder: Folder) -> int:
        return folder.drawers.telling(field, said).get(kind.slug, 0)

    def some(folder: Folder, first: int, count: int) -> tuple[Record, ...]:
        return folder.drawers.saying(kind, field, said, first, count)

    return Together(count, some)
