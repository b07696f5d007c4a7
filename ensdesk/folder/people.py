"""The people who help: named, until a date if wished, stopped in one press."""

from __future__ import annotations

import contextlib
import datetime
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ensdesk.folder.folder import Clock, Folder, local_now
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HELPER, HOLDER, READER
from ensdesk.vault.drawer import ABOUT
from ensdesk.vault.handed import hand
from ensdesk.vault.key_slots import wrong_secret
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.secrets import Secret
from ensdesk.vault.slot_info import SlotInfo
from ensdesk.vault.vault import Vault

__all__ = ["HELPER", "READER", "Somebody", "add_person", "people", "stop_helping"]


class PersonGone(Trouble):
    """Somebody who was stopped meanwhile."""

    words = N_("This person cannot open your folder any more.")
    advice = N_("Go back to the people who help you.")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who may open the folder; `way` is a `Way`, `until` the last day, if there is one."""

    slot: str
    name: str
    way: str
    role: str
    until: datetime.date | None = None
    opened: datetime.datetime | None = None

    @property
    def changes(self) -> bool:
        return self.role in {HOLDER, HELPER}


def people(
    folder: Folder, types: Collection[str] = (), but: Collection[str] = (HOLDER,)
) -> tuple[Somebody, ...]:
    """Return whom the keys let in, in the order of the list: everybody but the holder.

    Or those of some *types* of slots, and of any role *but* these.
    """
    slots, ends = folder.vault.locks.slots(), _ends(folder)
    wanted = (slot for slot in slots if slot.role not in but and (not types or slot.type in types))
    return tuple(_somebody(folder, slot, ends) for slot in wanted)


def somebody(folder: Folder, slot_id: str) -> Somebody:
    """Return one person. Raises PersonGone."""
    for one in people(folder):
        if one.slot == slot_id:
            return one
    raise PersonGone


def add_person(
    folder: Folder, name: str, role: str, secret: Secret, until: datetime.date | None = None
) -> str:
    """Let *secret* open the folder for somebody; return their slot.

    What is known of them is written before the way in: nobody comes in without a name. Raises
    HolderOnly, SecretTaken and the troubles of the keychain.
    """
    slot_id = expect_person(folder, name, until)
    folder.vault.locks.add(secret, role, slot_id)
    folder.note(Act.PERSON_ADDED, name)
    return slot_id


def expect_person(folder: Folder, name: str, until: datetime.date | None = None) -> str:
    """Write what is known of somebody before their way in; return the slot that it shall have."""
    main, slot_id = folder.vault.main, secrets.token_hex(8)
    about = {"until": until.isoformat()} if until else {}

    def write() -> None:
        main.set_name(slot_id, name)
        main.aside.put(ABOUT + slot_id, json.dumps(about).encode())

    main.commit(write)
    return slot_id


def stop_helping(folder: Folder, *slot_ids: str) -> None:
    """Close the ways of these people for good, without notice; a new key for everybody else.

    From the header's switch on their secrets get the answer of a wrong one. Raises as
    `Vault.close_way`; what could not be rewritten is rewritten at the next opening.
    """
    names = [folder.vault.main.name_of(slot_id) for slot_id in slot_ids]
    for name in names:
        folder.note(Act.PERSON_STOPPED, name)
    folder.vault.close_way(*slot_ids)


def must_not_be_over(folder: Folder) -> None:
    """Raise the trouble of a wrong secret when the last day of whoever opened it has passed."""
    locks = folder.vault.locks
    if locks.role != HOLDER and locks.slot_id in _over(folder):
        raise wrong_secret(next(slot.type for slot in locks.slots() if slot.id == locks.slot_id))


def end_what_is_over(folder: Folder) -> None:
    """Close the ways whose last day has passed, and end what was cut short (a holder only).

    A place that cannot be written is told by something else: here the opening goes on.
    """
    if folder.vault.locks.role != HOLDER:
        return
    others = {slot.id for slot in folder.vault.locks.slots() if slot.role != HOLDER}
    over = others & _over(folder)
    with contextlib.suppress(Trouble):
        if over:
            stop_helping(folder, *over)
        elif folder.vault.key_is_old:
            folder.vault.renew_key()


def hand_to(folder: Folder, name: str) -> bytes:
    """Note that *name* helps from now on; return what the program hands to itself.

    It is a secret, for a pipe alone. Somebody of the same name signs as last time.
    """
    main, slots = folder.vault.main, folder.vault.locks.slots()
    taken = {slot.id for slot in slots}
    before = (slot for slot, known in main.people().items() if known == name and slot not in taken)
    author = next(before, "") or secrets.token_hex(8)
    main.set_name(author, name)
    folder.note(Act.HELP_BEGUN, name)
    return hand(folder.vault.locks, author)


def names_before(folder: Folder) -> tuple[str, ...]:
    """Return the first names of those who help or helped, but for those who were stopped."""
    main, roles = folder.vault.main, {slot.id: slot.role for slot in folder.vault.locks.slots()}
    let_in = {key.removeprefix(ABOUT) for key in main.aside.starting(ABOUT)}
    stopped = let_in - set(roles)
    found = {
        name
        for slot, name in main.people().items()
        if name and slot not in stopped and roles.get(slot) != HOLDER
    }
    return tuple(sorted(found))


def open_handed(place: Path, handed: bytes, keychain: Keychain, clock: Clock = local_now) -> Folder:
    """Open the folder at *place* for the person whom the holder lets help now."""
    return Folder(Vault.open_handed(place, handed, keychain), clock)


def _somebody(folder: Folder, slot: SlotInfo, ends: Mapping[str, datetime.date]) -> Somebody:
    main = folder.vault.main
    return Somebody(
        slot=slot.id,
        name=main.name_of(slot.id),
        way=slot.type,
        role=slot.role,
        until=ends.get(slot.id),
        opened=main.journal.last_opening(slot.id),
    )


def _ends(folder: Folder) -> dict[str, datetime.date]:
    """Return the last day of everybody who has one, by their slot."""
    kept = folder.vault.main.aside.starting(ABOUT)
    days = {key.removeprefix(ABOUT): json.loads(about).get("until") for key, about in kept.items()}
    return {slot_id: datetime.date.fromisoformat(day) for slot_id, day in days.items() if day}


def _over(folder: Folder) -> set[str]:
    today = folder.today()
    return {slot_id for slot_id, last in _ends(folder).items() if last < today}
