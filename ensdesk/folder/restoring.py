"""A folder taken back from a double, with the key sheet alone: on a new computer, or to try it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ensdesk.folder.folder import Clock, Folder, local_now
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.opening import open_folder
from ensdesk.folder.places import sticks
from ensdesk.folder.waits import Waits
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.clock import read_time
from ensdesk.vault.double_layout import Double, DoubleDamaged, NoDouble, Snapshot, doubles_in
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.restoring import open_snapshot, restore, whole_snapshots
from ensdesk.vault.secrets import Secret, WrongSecret
from ensdesk.vault.storage_trouble import PlaceGone


@dataclass(frozen=True, slots=True)
class Back:
    """What came back: where, as of which day, papers that are right, papers that are lost."""

    place: Path
    day: datetime.date
    papers: int
    lost: int


def the_double(place: Path) -> Double:
    """Return the only double in *place*. Raises NoDouble, also for several: one must be chosen."""
    found = doubles_in(place)
    if len(found) != 1:
        raise NoDouble
    return found[0]


def doubles_here() -> tuple[Double, ...]:
    """Return the doubles on USB keys and where people put them on a disk (lane of work)."""
    places = (*sticks(), platformdirs.user_documents_path())
    found: dict[Path, Double] = {}
    for place in dict.fromkeys(places):
        with contextlib.suppress(Trouble):  # of a newer program, or a key that fails
            found |= {double.path: double for double in doubles_in(place)}
    return tuple(found.values())


def last_day(double: Double) -> datetime.date:
    """Return the day of the latest whole state. Raises DoubleDamaged, NoDouble."""
    return day_of(whole_snapshots(double)[0])


def day_of(state: Snapshot) -> datetime.date:
    made = state.manifest.made if state.manifest else ""
    return read_time(made).astimezone().date()


def try_on(double: Double, secret: Secret, keychain: Keychain, waits: Waits) -> None:
    """Make sure that *secret* opens the double; nothing is written.

    Raises WrongSecret, WaitFirst, KeychainEmpty for a code, HolderOnly, DoubleDamaged, KeyGone.
    """
    waits.ask()
    try:
        with _of(double):
            open_snapshot(double, whole_snapshots(double)[0], secret, keychain)
    except WrongSecret:
        waits.failed()
        raise
    waits.wrong = 0


def bring_back_to(
    place: Path,
    double: Double,
    secret: Secret,
    keychain: Keychain,
    *,
    progress: Callable[[float], object] = lambda _part: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Back:
    """Make the folder again at *place* from the latest state that is whole (lane of work).

    Raises as `try_on`, FolderAlreadyThere, Stopped and the troubles of both places.
    """
    with _of(double):
        *later, last = whole_snapshots(double)
        for state in later:
            with contextlib.suppress(DoubleDamaged):
                return _brought(place, double, state, secret, keychain, progress, stopped)
        return _brought(place, double, last, secret, keychain, progress, stopped)


def open_restored(
    back: Back, secret: Secret, keychain: Keychain, clock: Clock = local_now
) -> Folder:
    """Open the folder that came back, and note it (lane of the vault)."""
    folder = open_folder(back.place, secret, keychain, clock=clock)
    folder.note(Act.DOUBLE_RESTORED, str(back.papers))
    return folder


def _brought(
    place: Path,
    double: Double,
    state: Snapshot,
    secret: Secret,
    keychain: Keychain,
    progress: Callable[[float], object],
    stopped: Callable[[], bool],
) -> Back:
    opened = open_snapshot(double, state, secret, keychain)
    restored = restore(opened, place, progress=progress, stopped=stopped)
    return Back(place, day_of(state), restored.papers, restored.lost)


@contextmanager
def _of(double: Double) -> Iterator[None]:
    try:
        yield
    except PlaceGone as trouble:
        raise gone_from(double.path, trouble) from None
