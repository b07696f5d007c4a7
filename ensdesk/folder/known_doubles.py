"""What the folder remembers of its doubles: on which key, when, whether they start alone."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.places import sticks
from ensdesk.language import N_
from ensdesk.record.sense import is_recent
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import WRITTEN
from ensdesk.vault.clock import read_time
from ensdesk.vault.double_layout import doubles_in

FIRST, EVERY = datetime.timedelta(days=7), datetime.timedelta(days=31)
_ASIDE = "doubles"
_MOST = 10


@dataclass(frozen=True, slots=True)
class KnownDouble:
    """One double: its id, how its key is called, when it was made last, how many times.

    `place` is empty for one on a key. `by_itself` is None until the person was asked.
    """

    id: str
    label: str
    made: str
    number: int
    place: str = ""
    by_itself: bool | None = None

    @property
    def day(self) -> datetime.date:
        return read_time(self.made).astimezone().date()


def known_doubles(folder: Folder) -> tuple[KnownDouble, ...]:
    """Return the doubles that were made, the latest first (lane of the vault)."""
    kept = json.loads(folder.vault.kept_aside(_ASIDE) or b"[]")
    return tuple(KnownDouble(**each) for each in kept)


def remember(folder: Folder, double: KnownDouble) -> None:
    """Put *double* first; what the person said about starting by itself stays."""
    before = known_doubles(folder)
    said = next((each.by_itself for each in before if each.id == double.id), None)
    others = (each for each in before if each.id != double.id)
    _keep(folder, (replace(double, by_itself=said), *others))


def start_by_itself(folder: Folder, double_id: str, *, yes: bool) -> None:
    """Keep what the person answered: when this key is plugged in, the double starts, or not."""
    _keep(
        folder,
        (
            replace(each, by_itself=yes) if each.id == double_id else each
            for each in known_doubles(folder)
        ),
    )


def double_due(folder: Folder, today: datetime.date) -> str:
    """Return why a double should be made (an English msgid); nothing while there is no reason.

    A week is left to begin with, then a month between two if something was written.
    """
    last = next(iter(known_doubles(folder)), None)
    if last is None:
        first = folder.vault.main.journal.first_after(0)
        began = first.at.astimezone().date() if first else today
        return N_("Your folder has no double yet.") if today - began >= FIRST else ""
    if is_recent(last.day, today, EVERY):
        return ""
    if last.day > today:
        return N_("The day of your last double cannot be right.")
    return N_("Your last double is more than a month old.") if written_since(folder, last) else ""


def written_since(folder: Folder, last: KnownDouble) -> bool:
    """Say whether something was written in the folder since a double was made."""
    lines = folder.journal(1, acts=WRITTEN)
    return bool(lines) and lines[0].at > read_time(last.made)


def wanted(folder: Folder) -> tuple[KnownDouble, ...]:
    """Return the doubles that lack something and that nobody said no to (lane of the vault)."""
    return tuple(
        each
        for each in known_doubles(folder)
        if each.by_itself is not False and written_since(folder, each)
    )


def plugged(known: Iterable[KnownDouble]) -> tuple[tuple[KnownDouble, Path], ...]:
    """Return the known doubles whose key is plugged in, and where it is (lane of work)."""
    by_id = {each.id: each for each in known}
    found = []
    for stick in sticks():
        try:
            here = doubles_in(stick)
        except Trouble:
            continue  # of a newer program, or a key that fails
        found += [(by_id[double.id], stick) for double in here if double.id in by_id]
    return tuple(found)


def _keep(folder: Folder, doubles: Iterable[KnownDouble]) -> None:
    kept = [asdict(each) for each in doubles][:_MOST]
    folder.vault.keep_aside(_ASIDE, json.dumps(kept).encode())
