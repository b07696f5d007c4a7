"""Making a folder, opening one, and the secrets that open it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ensdesk.folder.envelopes import void_used
from ensdesk.folder.folder import Clock, Folder, local_now
from ensdesk.folder.found import stick_of
from ensdesk.folder.people import end_what_is_over, must_not_be_over
from ensdesk.folder.this_computer import where_it_lies
from ensdesk.folder.waits import Waits
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.identity import Identity
from ensdesk.record.contents import Contents
from ensdesk.vault.folder_lock import closed_everywhere
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.recovery_words import (
    NotTwelveWords,
    WordsDoNotFit,
    WrongWord,
    canonical,
    new_words,
)
from ensdesk.vault.secrets import Code, Secret, SheetWords, Words, WrongSecret
from ensdesk.vault.vault import Vault


@dataclass(frozen=True, kw_only=True)
class NewFolder:
    """Everything that was answered before the yes; nothing of it is on disk before `make_folder`.

    `secrets` holds what opens it every day (code, words or USB key) and the words of the key sheet.
    `contents` is a sheet that was filled before there was a folder.
    """

    place: Path
    identity: Identity
    consent: Consent
    secrets: tuple[Secret, ...]
    contents: Contents = field(default_factory=Contents.of)
    writer: str = ""


def make_folder(plan: NewFolder, keychain: Keychain, clock: Clock = local_now) -> Folder:
    """Write the folder at `plan.place`, whole or not at all, and return it open."""
    writer = plan.writer or plan.identity.given
    vault = Vault.make(plan.place, plan.secrets, keychain, author_name=writer)
    _note_where(vault)
    folder = Folder(vault, clock)
    folder.begin(plan.contents.with_record(plan.identity).with_record(plan.consent))
    return folder


def open_folder(
    place: Path,
    secret: Secret,
    keychain: Keychain,
    waits: Waits | None = None,
    clock: Clock = local_now,
) -> Folder:
    """Open the folder at *place*. Wrong tries are counted in *waits*.

    Raises WrongSecret, WaitFirst and the troubles of the vault.
    """
    waits = waits or Waits()
    waits.ask()
    if stick_of(place):
        closed_everywhere(place)  # a key is in one computer at a time
    try:
        vault = Vault.open(place, secret, keychain)
    except WrongSecret:
        waits.failed()
        raise
    folder = Folder(vault, clock)
    try:
        must_not_be_over(folder)
    except WrongSecret:
        folder.vault.close()
        waits.failed()
        raise
    _note_where(vault)
    folder.opened(wrong_tries=waits.wrong)
    waits.wrong = 0
    end_what_is_over(folder)
    void_used(folder)
    return folder


def _note_where(vault: Vault) -> None:
    """Before anything is written: two copies that go on as one can never be joined again."""
    if computer := where_it_lies(vault.path, vault.folder_id):
        vault.lies_on(computer)


def new_sheet() -> SheetWords:
    """Return the 12 words of a new key sheet."""
    return SheetWords(new_words())


def secret_of(typed: str) -> Secret:
    """Return what *typed* is: the 12 words of a key sheet, six digits, or words of one's own."""
    if len(typed) == 6 and typed.isdecimal():
        return Code(typed)
    try:
        return SheetWords(canonical(typed))
    except (WrongWord, WordsDoNotFit, NotTwelveWords):
        return Words(typed)
