"""The papers of a folder by kind, year, doctor and illness: counted unread, read as shown."""

from __future__ import annotations

from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.folder.together import Together, saying
from ensdesk.kinds.document import Category, Document
from ensdesk.record.record import Record, RecordId
from ensdesk.record.topic import ABOUT

_SLUGS = (Document.slug,)
_AFTER_ALL = "9999"
_FIRST_DIGIT = "0"  # every date begins at or after it; a paper without one stands before


@dataclass(frozen=True, slots=True)
class Sorted:
    """How many papers there are of each kind and year ("" is not known), doctor and illness."""

    kinds: dict[str, int]
    years: dict[str, int]
    authors: dict[str, int]
    topics: tuple[tuple[Record, int], ...]


def sorted_papers(folder: Folder) -> Sorted:
    """Return the kinds in their usual order and the years, the latest first (lane of the vault)."""
    parts = folder.parts(Document)
    known = {kind.value: parts[kind.value] for kind in Category if parts.get(kind.value)}
    others = sum(parts.values()) - sum(known.values())
    years = folder.drawers.years(_SLUGS, _AFTER_ALL)
    undated = sum(parts.values()) - sum(years.values())
    authors = folder.drawers.told(Document, "author")
    return Sorted(known | _if_any(others), years | _if_any(undated), authors, _topics(folder))


def of_kind(kind: str) -> Together:
    """Return the papers of one kind."""
    return Together(
        lambda folder: folder.count(Document, kind),
        lambda folder, first, count: folder.page_of(Document, first, count, kind),
    )


def of_year(year: str) -> Together:
    """Return the papers of one year, those without a date for ""."""
    before = f"{int(year) + 1:04}" if year else _FIRST_DIGIT

    def read(folder: Folder, first: int, count: int) -> tuple[Record, ...]:
        return folder.drawers.between(_SLUGS, year, before, first, count)

    return Together(lambda folder: sorted_papers(folder).years.get(year, 0), read)


def of_author(author: str) -> Together:
    """Return the papers of one doctor."""
    return saying(Document, "author", author)


def of_topic(topic: RecordId) -> Together:
    """Return the papers about one illness, allergy or stay."""
    return saying(Document, ABOUT, topic)


def _topics(folder: Folder) -> tuple[tuple[Record, int], ...]:
    """Return what papers are about, most papers first; what was retired or erased is not named."""
    counts = folder.drawers.told(Document, ABOUT)
    live = folder.drawers.many(tuple(map(RecordId, counts)))
    return tuple((live[RecordId(one)], count) for one, count in counts.items() if one in live)


def _if_any(count: int) -> dict[str, int]:
    return {"": count} if count > 0 else {}
