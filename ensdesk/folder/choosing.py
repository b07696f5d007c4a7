"""What two computers wrote differently: the holder chooses, one question at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ensdesk.folder.folder import Folder, Writing
from ensdesk.folder.topics import names_for
from ensdesk.language import N_, _
from ensdesk.record.fields import fields_of
from ensdesk.record.record import Record
from ensdesk.record.wording import in_words
from ensdesk.vault import answering
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.revision import ENDS
from ensdesk.vault.revision_store import Conflict, Version
from ensdesk.vault.taking import answer_list, waiting_list


@dataclass(frozen=True, slots=True)
class Side:
    """One version, as it is shown: what it says where they differ, who wrote it and when."""

    version: Version
    writing: Writing
    lines: tuple[tuple[str, str], ...]

    @property
    def gone(self) -> bool:
        """Say whether it took the record away."""
        return self.version.record is None

    @property
    def for_ever(self) -> bool:
        return self.version.what in ENDS


@dataclass(frozen=True, slots=True)
class Card:
    """One record to choose for. `all_may_stay`: each version can be a line of its own."""

    drawer: str
    conflict: Conflict
    kind: type[Record] | None
    headline: str
    sides: tuple[Side, ...]
    all_may_stay: bool


def waiting(folder: Folder) -> int:
    """Return how many choices wait for the holder, reading none of them."""
    if folder.helped_by is not None:
        return 0
    records = sum(len(drawer.revisions.view.conflicts()) for drawer in folder.vault.drawers)
    return records + (waiting_list(folder.vault) is not None)


def next_card(folder: Folder) -> Card | None:
    """Return the first record to choose for; None when nothing is left."""
    for drawer in folder.vault.drawers:
        for conflict in drawer.revisions.conflicts():
            return _card(folder, drawer, conflict)
    return None


@dataclass(frozen=True, slots=True)
class KeyLists:
    """The people whom only one of two lists of keys lets in, by their names."""

    here: tuple[str, ...]
    there: tuple[str, ...]


def other_list(folder: Folder) -> KeyLists | None:
    """Return how the list of keys of the other computer differs; None when none waits."""
    other = waiting_list(folder.vault)
    if other is None:
        return None
    own = {slot.id for slot in folder.vault.locks.slots()}
    theirs = {slot.id for slot in other.slots}
    return KeyLists(_names(folder, own - theirs), _names(folder, theirs - own))


def choose_list(folder: Folder, which: str) -> None:
    """Let those in whom the list `here`, `there`, or `both` let in. Raises StoppedHere."""
    answer_list(folder.vault, which)


def _names(folder: Folder, slots: Collection[str]) -> tuple[str, ...]:
    names = (folder.vault.main.name_of(slot) or _(N_("Somebody")) for slot in slots)
    return tuple(sorted(set(names)))


def keep_one(folder: Folder, card: Card, side: Side) -> None:
    """Let the record say what one side says."""
    drawer = _drawer(folder, card)
    answering.keep(drawer, folder.vault.documents, card.conflict, side.version, folder.now())
    _told(folder, card)


def keep_all(folder: Folder, card: Card) -> None:
    """Keep every version, each as a line of its own."""
    answering.keep_all(_drawer(folder, card), card.conflict, folder.now())
    _told(folder, card)


def choose_again(folder: Folder, card: Card) -> None:
    """Take the answer back: the card waits again."""
    answering.put_apart(_drawer(folder, card), card.conflict, folder.now())
    _told(folder, card)


def _told(folder: Folder, card: Card) -> None:
    folder.forget_changes(card.conflict.record_id)
    folder.changed(frozenset({card.kind} if card.kind else ()))


def _drawer(folder: Folder, card: Card) -> Drawer:
    return next(drawer for drawer in folder.vault.drawers if drawer.name == card.drawer)


def _card(folder: Folder, drawer: Drawer, conflict: Conflict) -> Card:
    records = [version.record for version in conflict.versions]
    known = [record for record in records if isinstance(record, Record)]
    differing = _differing(known)
    last = drawer.revisions.last(conflict.record_id)
    return Card(
        drawer=drawer.name,
        conflict=conflict,
        kind=type(known[0]) if known else None,
        headline=last.headline() if isinstance(last, Record) else "",
        sides=tuple(_side(folder, version, differing) for version in conflict.versions),
        all_may_stay=answering.may_keep_all(drawer, conflict),
    )


def _differing(records: list[Record]) -> frozenset[str]:
    """Return the names of the lines that are not the same in all; with one record, all."""
    if len(records) < 2:
        return frozenset(field.name for record in records for field in fields_of(type(record)))
    first, *others = records
    return frozenset(
        field.name
        for field in fields_of(type(first))
        if any(getattr(other, field.name) != getattr(first, field.name) for other in others)
    )


def _side(folder: Folder, version: Version, differing: frozenset[str]) -> Side:
    who = folder.vault.main.name_of(version.written.author)
    lines = tuple(_lines(folder, version.record, differing))
    return Side(version, Writing(who, version.written.at.astimezone()), lines)


def _lines(folder: Folder, record: object, differing: frozenset[str]) -> Iterator[tuple[str, str]]:
    if isinstance(record, Record):
        name_of = names_for(folder, record)
        for field in fields_of(type(record)):
            if field.name in differing:
                yield _(field.label.text), in_words(field, getattr(record, field.name), name_of)
