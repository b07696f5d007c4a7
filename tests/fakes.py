"""Fakes that tests share: a keychain in memory, and folders that open in no time."""

from __future__ import annotations

import datetime
from pathlib import Path

from ensdesk.folder.example_person import example_folder
from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import NewFolder, make_folder
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.secrets import SheetWords

SHEET = SheetWords(
    "abaisser abaisser abaisser abaisser abaisser abaisser "
    "abaisser abaisser abaisser abaisser abaisser abeille"
)
NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()


class MemoryKeychain:
    """A keychain that forgets everything with the test."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def read(self, folder_id: str) -> bytes | None:
        return self.kept.get(folder_id)

    def write(self, folder_id: str, raw: bytes) -> None:
        self.kept[folder_id] = raw

    def forget(self, folder_id: str) -> None:
        self.kept.pop(folder_id, None)


def empty_folder(place: Path, keychain: MemoryKeychain | None = None) -> Folder:
    """Make the folder of Jeanne Essai, with nothing in it but her name and her consent."""
    plan = NewFolder(
        place=place,
        identity=Identity(given="Jeanne", family="Essai", born=PartialDate("1948-07-14")),
        consent=Consent(given_on=PartialDate.of(TODAY)),
        secrets=(SHEET,),
    )
    return make_folder(plan, keychain or MemoryKeychain(), clock=lambda: NOW)


def filled_folder(place: Path) -> Folder:
    """Make the folder of the invented person of the program."""
    return example_folder(place, (SHEET,), MemoryKeychain())
