"""What records are about: the illnesses, allergies and stays to choose from, and who points there.

Every function here reads: call it from the lane of the vault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.folder.together import saying
from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.kinds.illness import Illness
from ensdesk.language import _
from ensdesk.record.fields import Shape, fields_of
from ensdesk.record.record import Record, RecordId
from ensdesk.record.topic import ABOUT, topics_of
from ensdesk.record.wording import NameOf, no_longer_there

_NAMED = 3  # of those that are about something, how many are named at once


@dataclass(frozen=True, slots=True)
class Tied:
    """The records of one kind that are about something: how many, and the latest of them."""

    kind: type[Record]
    count: int
    latest: tuple[Record, ...]


def topics_for(folder: Folder, record: Record) -> tuple[Record, ...]:
    """Return what *record* may be about: what it is about already, then illnesses that hold."""
    kinds = (kind for kind in KINDS if kind.topic and kind is not type(record))
    found = (one for kind in kinds for one in folder.records(kind))
    already, today = topics_of(record), folder.today()

    def place(one: Record) -> tuple[bool, ...]:
        return one.id not in already, one.over_on(today), not isinstance(one, Illness)

    return tuple(sorted(found, key=place))


def tied_to(folder: Folder, record: Record) -> tuple[Tied, ...]:
    """Return the papers, medicines and stays that are about *record*, by kind."""
    counts = folder.drawers.telling(ABOUT, record.id)
    kinds = (kind for slug, kind in BY_SLUG.items() if slug in counts)
    return tuple(
        Tied(kind, counts[kind.slug], saying(kind, ABOUT, record.id).some(folder, 0, _NAMED))
        for kind in kinds
    )


def names_for(folder: Folder, record: Record) -> NameOf:
    """Return what names the live records that *record* points to."""
    found = folder.drawers.many(tuple(_links_in(record)))
    names = {str(one.id): one.headline() or _(one.title) for one in found.values()}
    return lambda record_id: names.get(record_id) or no_longer_there(record_id)


def _links_in(holder: object) -> Iterable[RecordId]:
    for field in fields_of(type(holder)):
        value = getattr(holder, field.name)
        if field.shape is Shape.LINK and value:
            yield RecordId(value)
        elif field.shape is Shape.ROWS:
            for row in value:
                yield from _links_in(row)
