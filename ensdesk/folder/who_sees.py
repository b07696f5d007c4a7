"""Who can see the folder: read from the true keys and from the journal."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.folder.known_doubles import KnownDouble, known_doubles
from ensdesk.folder.people import Somebody, people
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.journal import JournalLine

_OPENINGS = 5


@dataclass(frozen=True, slots=True)
class WhoSees:
    """The holder's name and ways (types of slots), everybody else, the last openings, doubles."""

    holder: str
    ways: tuple[str, ...]
    people: tuple[Somebody, ...]
    openings: tuple[tuple[datetime.datetime, str], ...]
    doubles: tuple[KnownDouble, ...]


def who_sees(folder: Folder) -> WhoSees:
    """Look into the list of keys (lane of the vault)."""
    own = [slot for slot in folder.vault.locks.slots() if slot.role == HOLDER]
    lines = folder.journal(_OPENINGS, acts={Act.OPENED, Act.HELP_BEGUN})
    return WhoSees(
        holder=folder.who(own[0].id),
        ways=tuple(dict.fromkeys(slot.type for slot in own)),
        people=people(folder),
        openings=tuple((line.at.astimezone(), _who(folder, line)) for line in lines),
        doubles=known_doubles(folder),
    )


def _who(folder: Folder, line: JournalLine) -> str:
    """Return who came in: help for one session is begun by the holder, for somebody named."""
    if line.act == Act.HELP_BEGUN:
        return line.words or ""
    return folder.who(line.author)
