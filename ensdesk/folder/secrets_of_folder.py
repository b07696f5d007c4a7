"""The ways that open a folder: which there are, trying one again, changing them."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.key_file import key_for
from ensdesk.folder.opening import open_folder
from ensdesk.folder.waits import Waits
from ensdesk.vault.acts import Act
from ensdesk.vault.ending import go_on_erasing
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import SlotInfo, open_locks, ways_in
from ensdesk.vault.recovery_words import canonical, new_words
from ensdesk.vault.secrets import Code, Secret, SheetWords, Words, WrongSecret


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


def ways_of_folder(folder: Folder) -> frozenset[Way]:
    """Return what the open folder opens with."""
    return _ways(folder.vault.locks.slots())


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


def try_again(folder: Folder, secrets: Sequence[Secret], keychain: Keychain, waits: Waits) -> None:
    """Make sure that one of *secrets* opens the folder: asked before a secret is changed.

    Raises WrongSecret, WaitFirst, the troubles of the keychain.
    """
    waits.ask()
    *others, last = secrets
    for secret in others:
        with contextlib.suppress(WrongSecret):
            open_locks(folder.vault.path, secret, keychain)
            return
    try:
        open_locks(folder.vault.path, last, keychain)
    except WrongSecret:
        waits.failed()
        raise
    waits.wrong = 0


def set_code(folder: Folder, digits: str) -> None:
    """Give the folder this code on this computer. A code made on another computer stays."""
    locks = folder.vault.locks
    here = locks.code_here()
    if here is None:
        locks.add(Code(digits))
    else:
        locks.change(here, Code(digits))
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
    old = [slot.id for slot in locks.slots() if slot.type == way and slot.role == locks.role]
    if old:
        locks.change(old[0], secret)
    else:
        locks.add(secret)
    folder.note(Act.CODE_CHANGED, way)


def _ways(slots: tuple[SlotInfo, ...]) -> frozenset[Way]:
    known = set(Way)
    return frozenset(Way(slot.type) for slot in slots if slot.type in known)
