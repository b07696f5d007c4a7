"""The ways that open a folder: which there are, trying one again, changing them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.key_file import key_for
from ensdesk.folder.opening import open_folder
from ensdesk.folder.waits import Waits
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.ending import go_on_erasing
from ensdesk.vault.key_slots import wrong_secret
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import open_locks
from ensdesk.vault.recovery_words import canonical, new_words
from ensdesk.vault.roots import type_of
from ensdesk.vault.secrets import Code, Secret, SheetWords, Words, WrongSecret
from ensdesk.vault.slot_info import SlotInfo, somebody_was_stopped, ways_in


class Way(StrEnum):
    """What a person has: the types of slots that this version knows."""

    CODE = "code"
    KEY = "key"
    WORDS = "words"
    SHEET = "sheet"


def ways_of_place(place: Path) -> frozenset[Way]:
    """Return what the folder at *place* opens with. Raises the troubles of its header.

    An erasing that was cut short goes on here, before anything is asked: FolderErased.
    """
    go_on_erasing(place)
    return _ways(ways_in(place))


def ways_offered(place: Path) -> tuple[frozenset[Way], Way]:
    """Return the ways to ask for at *place*, and the first one. Raises as `ways_of_place`.

    Once somebody was stopped all are asked for: their own still reads as a wrong one, and the
    page does not tell them.
    """
    ways = ways_of_place(place)
    first = next((way for way in (Way.CODE, Way.WORDS, Way.KEY) if way in ways), Way.SHEET)
    return (frozenset(Way) if somebody_was_stopped(place) else ways), first


def ways_of_folder(folder: Folder) -> frozenset[Way]:
    """Return what opens the folder for whoever opened it: their own ways, nobody else's."""
    return _ways(_own(folder))


def ways_of_holder(folder: Folder) -> frozenset[Way]:
    """Return what opens the folder for the person whose folder it is."""
    return _ways(slot for slot in folder.vault.locks.slots() if slot.role == HOLDER)


def open_with_any(
    place: Path, secrets: Sequence[Secret], keychain: Keychain, waits: Waits
) -> Folder:
    """Open the folder with the first of *secrets* that fits (several USB keys may be plugged in).

    Raises as `open_folder` does for the last one.
    """
    *others, last = secrets
    for secret in others:
        with contextlib.suppress(WrongSecret):
            return open_folder(place, secret, keychain)
    return open_folder(place, last, keychain, waits)


def try_again(
    folder: Folder,
    secrets: Sequence[Secret],
    keychain: Keychain,
    waits: Waits,
    *,
    of_holder: bool = False,
) -> None:
    """Make sure that one of *secrets* is of whoever opened the folder, or of the holder.

    Asked before a secret is changed, and *of_holder* before something leaves the folder or
    somebody is let in. Raises WrongSecret, WaitFirst, the troubles of the keychain.
    """
    waits.ask()
    *others, last = secrets
    for secret in others:
        with contextlib.suppress(WrongSecret):
            _try(folder, secret, keychain, of_holder=of_holder)
            return
    try:
        _try(folder, last, keychain, of_holder=of_holder)
    except WrongSecret:
        waits.failed()
        raise
    waits.wrong = 0


def set_code(folder: Folder, digits: str) -> None:
    """Give the folder this code on this computer. A code made on another computer stays."""
    locks = folder.vault.locks
    own = {slot.id for slot in _own(folder)}
    here = [slot_id for slot_id in locks.codes_here() if slot_id in own]
    if here:
        locks.change(here[0], Code(digits))
    else:
        locks.add(Code(digits))
    folder.note(Act.CODE_CHANGED, Way.CODE)


def set_words(folder: Folder, text: str) -> None:
    """Give the folder these words instead of those before."""
    _set(folder, Way.WORDS, Words(text))


def set_key(folder: Folder, stick: Path) -> None:
    """Make *stick* the key of the folder; a key before it no longer opens."""
    _set(folder, Way.KEY, key_for(stick))


def start_sheet(folder: Folder) -> SheetWords:
    """Return the 12 words of a new key sheet.

    A proved sheet stays the good one until the new one is proved; an unproved one is replaced
    now: nobody may have its words.
    """
    words = SheetWords(new_words())
    if not folder.key_sheet_proved():
        set_sheet(folder, words)
    return words


def prove_sheet(folder: Folder, words: SheetWords) -> None:
    """Note that two words were found again on the paper; an older key sheet no longer opens."""
    if folder.key_sheet_proved():
        set_sheet(folder, words)
    folder.prove_key_sheet()


def set_sheet(folder: Folder, words: SheetWords) -> None:
    """Let these 12 words open the folder instead of those before."""
    folder.forget_key_sheet()
    _set(folder, Way.SHEET, SheetWords(canonical(words.words)))


def _set(folder: Folder, way: Way, secret: Secret) -> None:
    locks = folder.vault.locks
    old = [slot.id for slot in _own(folder) if slot.type == way]
    if old:
        locks.change(old[0], secret)
    else:
        locks.add(secret)
    folder.note(Act.CODE_CHANGED, way)


def _own(folder: Folder) -> tuple[SlotInfo, ...]:
    """Return the ways of whoever opened the folder: one for a helper, all of a holder's."""
    locks = folder.vault.locks
    return tuple(
        slot
        for slot in locks.slots()
        if slot.id == locks.slot_id or slot.role == locks.role == HOLDER
    )


def _try(folder: Folder, secret: Secret, keychain: Keychain, *, of_holder: bool) -> None:
    opened = open_locks(folder.vault.path, secret, keychain)
    same = not of_holder and opened.slot_id == folder.vault.locks.slot_id
    if opened.role != HOLDER and not same:
        raise wrong_secret(type_of(secret))


def _ways(slots: Iterable[SlotInfo]) -> frozenset[Way]:
    known = set(Way)
    return frozenset(Way(slot.type) for slot in slots if slot.type in known)
