"""The papers of a folder by kind, year and doctor: counted unread, read as they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from ensdesk.folder.folder import Folder
from ensdesk.kinds.document import Category, Document
from ensdesk.vault.revision import DamagedRecord

_SLUGS = (Document.slug,)
_AFTER_ALL = "9999"
_FIRST_DIGIT = "0"  # every date begins at or after it; a paper without one stands before


@dataclass(frozen=True, slots=True)
class Sorted:
    """How many papers each kind and each year has; the kind or year of "" is not known."""

    kinds: dict[str, int]
    years: dict[str, int]
    authors: dict[str, int]


@dataclass(frozen=True, slots=True)
class Together:
    """Papers that belong together: how many there are now, and some of them, the latest first."""

    count: Callable[[Folder], int]
    some: Callable[[Folder, int, int], tuple[Document, ...]]


def sorted_papers(folder: Folder) -> Sorted:
    """Return the kinds in their usual order and the years, the latest first (lane of the vault)."""
    parts = folder.parts(Document)
    known = {kind.value: parts[kind.value] for kind in Category if parts.get(kind.value)}
    others = sum(parts.values()) - sum(known.values())
    years = folder.vault.main.revisions.view.years(_SLUGS, _AFTER_ALL)
    undated = sum(parts.values()) - sum(years.values())
    authors = folder.vault.main.revisions.view.told(Document.slug, "author")
    return Sorted(known | _if_any(others), years | _if_any(undated), authors)


def of_kind(kind: str) -> Together:
    """Return the papers of one kind."""
    return Together(
        lambda folder: folder.count(Document, kind),
        lambda folder, first, count: folder.page_of(Document, first, count, kind),
    )


def of_year(year: str) -> Together:
    """Return the papers of one year, those without a date for ""."""
    before = f"{int(year) + 1:04}" if year else _FIRST_DIGIT

    def read(folder: Folder, first: int, count: int) -> tuple[Document, ...]:
        found = folder.vault.main.revisions.between(_SLUGS, year, before, first, count)
        return cast("tuple[Document, ...]", found)

    return Together(lambda folder: sorted_papers(folder).years.get(year, 0), read)


def of_author(author: str) -> Together:
    """Return the papers of one doctor."""

    def read(folder: Folder, first: int, count: int) -> tuple[Document, ...]:
        view = folder.vault.main.revisions.view
        rows, damaged = view.saying(Document.slug, "author", author, first, count)
        if damaged:
            raise DamagedRecord(damaged[0])
        return cast("tuple[Document, ...]", tuple(row.record() for row in rows))

    return Together(lambda folder: sorted_papers(folder).authors.get(author, 0), read)


def _if_any(count: int) -> dict[str, int]:
    return {"": count} if count > 0 else {}
