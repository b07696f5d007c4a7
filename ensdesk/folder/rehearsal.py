"""Trying the key sheet once in a while: a paper that is lost or misread is found out in time."""

from __future__ import annotations

import datetime

from ensdesk.folder.folder import Folder
from ensdesk.folder.waits import Waits
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import open_locks
from ensdesk.vault.secrets import SheetWords, WrongSecret, WrongSheet

FIRST = datetime.timedelta(days=7)  # after the sheet was proved: is it still at hand?
EVERY = datetime.timedelta(days=365)


def rehearsal_due(folder: Folder, today: datetime.date) -> bool:
    """Say whether the key sheet should be tried: a week after it was proved, then each year."""
    seen = folder.key_sheet_seen()
    if seen is None:
        return False
    how, day = seen
    return today - day >= (EVERY if how == "tried" else FIRST)


def rehearse(folder: Folder, sheet: SheetWords, keychain: Keychain, waits: Waits) -> None:
    """Open the locks with *sheet*, as on the day when the code is forgotten, and note it.

    Raises WrongSheet, WaitFirst.
    """
    waits.ask()
    try:
        if open_locks(folder.vault.path, sheet, keychain).role != HOLDER:
            raise WrongSheet  # a sheet of somebody who helps
    except WrongSecret:
        waits.failed()
        raise
    waits.wrong = 0
    folder.try_key_sheet()
