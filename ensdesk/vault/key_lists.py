"""The lists of keys of two computers: which one wins, and what the other one adds to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.header_bytes import Header, Slot


class SideStopped(Trouble):
    """The news were made with a way in that was closed here."""

    words = N_("The way in used on the other computer was closed here.")
    advice = N_("Open the folder there in another way, then put what is new on the key again.")


class StoppedHere(Trouble):
    """Our own way in was closed, or given another secret, on the other computer."""

    words = N_("Your way in was closed or changed on the other computer.")
    advice = N_("Open your folder here in another way, then read the key again.")


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in of a folder, and those that were closed for good."""

    slots: tuple[Slot, ...]
    closed: tuple[str, ...]

    @classmethod
    def of(cls, header: Header) -> Ways:
        return cls(header.slots, header.closed)

    def says(self) -> object:
        """Return what must be equal for two lists to say the same."""
        return (
            sorted((slot.id, slot.type, slot.role, slot.public) for slot in self.slots),
            sorted(self.closed),
        )

    def with_those_of(self, lower: Ways) -> Ways:
        """Return this list, with what only a lower one has: new slots, and slots to close."""
        known = {slot.id for slot in self.slots} | set(self.closed)
        new = tuple(slot for slot in lower.slots if slot.id not in known)
        return Ways(
            tuple(slot for slot in (*self.slots, *new) if slot.id not in lower.closed),
            tuple(dict.fromkeys((*self.closed, *lower.closed))),
        )


def must_let_in(here: Header, own_slot: Slot, theirs: Header, their_slot: str) -> None:
    """Raise SideStopped or StoppedHere when one side was stopped by the other."""
    if their_slot in here.closed:
        raise SideStopped
    if own_slot.id in theirs.closed:
        raise StoppedHere
    if theirs.generation > here.generation and own_slot.id in {slot.id for slot in theirs.slots}:
        must_keep(own_slot, theirs)


def must_keep(own_slot: Slot, wanted: Header) -> None:
    """Raise StoppedHere when *wanted* has not the way in use, or another secret for it."""
    if (own_slot.id, own_slot.public) not in {(slot.id, slot.public) for slot in wanted.slots}:
        raise StoppedHere


def agreed(here: Header, theirs: Header) -> Header | None:
    """Return the list that both follow from now on, before it is signed and sealed.

    None when nothing changes here, or when only the holder can tell (`differ`). Its generation is
    one less than the one it is signed as.
    """
    ours, other = Ways.of(here), Ways.of(theirs)
    if ours.says() == other.says() or here.generation == theirs.generation:
        return None
    higher, lower = (ours, other) if here.generation > theirs.generation else (other, ours)
    both = higher.with_those_of(lower)
    if both.says() == ours.says():
        return None
    generation = max(here.generation, theirs.generation)
    added = both.says() != higher.says()
    return replace(
        here,
        slots=_own_where_known(both.slots, here),
        closed=both.closed,
        generation=generation if added else generation - 1,
    )


def differ(here: Header, theirs: Header) -> bool:
    """Say whether two lists of one generation say different things."""
    same = Ways.of(here).says() == Ways.of(theirs).says()
    return here.generation == theirs.generation and not same


def answered(here: Header, theirs: Header, which: str) -> Header:
    """Return the list that the holder chose: `here`, `there` or `both`, before it is signed."""
    ours, other = Ways.of(here), Ways.of(theirs)
    chosen = {"here": ours, "there": other, "both": ours.with_those_of(other)}[which]
    gone = {slot.id for slot in (*ours.slots, *other.slots)} - {slot.id for slot in chosen.slots}
    closed = tuple(dict.fromkeys((*ours.closed, *other.closed, *sorted(gone))))
    return replace(here, slots=_own_where_known(chosen.slots, here), closed=closed)


def _own_where_known(slots: tuple[Slot, ...], here: Header) -> tuple[Slot, ...]:
    """Return *slots* with this computer's wraps for those that did not change."""
    own = {(slot.id, slot.type, slot.role, slot.public): slot for slot in here.slots}
    return tuple(own.get((slot.id, slot.type, slot.role, slot.public), slot) for slot in slots)
