"""« Essayer mon double »: it is taken back into a place that goes away again, and compared."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.known_doubles import known_doubles
from ensdesk.folder.places import default_place
from ensdesk.folder.restoring import day_of, doubles_here
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.double import take_off
from ensdesk.vault.double_layout import Double, Mark, NoDouble, Snapshot, doubles_in
from ensdesk.vault.header import read_header
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.restoring import Opened, Restored, open_snapshot, restore, whole_snapshots
from ensdesk.vault.secrets import SheetWords
from ensdesk.vault.staging import goes_on_from
from ensdesk.vault.storage_trouble import PlaceGone

_PLACE = "essai.part"


class KeysChangedSince(Trouble):
    """The keys of the folder are newer than the double: somebody was stopped since."""

    words = N_("This double was made before the keys of the folder changed.")
    advice = N_("Make a new double, then try it.")


@dataclass(frozen=True, slots=True)
class Tried:
    """What the double gave back: of which day, how much, and where its journal ends."""

    day: datetime.date
    restored: Restored
    mark: Mark


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether the folder knows all of it, and how much the folder itself has now."""

    same: bool
    records: int
    papers: int


def own_double(folder: Folder, places: tuple[str, ...]) -> Double:
    """Return a double of this folder within reach, *places* too (lane of work). Raises NoDouble."""
    found = {double.path: double for double in doubles_here()}
    for place in places:
        with contextlib.suppress(Trouble):
            found |= {double.path: double for double in doubles_in(Path(place))}
    own = [each for each in found.values() if each.folder_id == folder.vault.folder_id]
    if not own:
        raise NoDouble
    return own[0]


def places_of_doubles(folder: Folder) -> tuple[str, ...]:
    """Return where doubles lie that are on no key (lane of the vault)."""
    return tuple(each.place for each in known_doubles(folder) if each.place)


def try_double(
    folder: Folder,
    double: Double,
    typed: tuple[SheetWords, Keychain] | None = None,
    *,
    progress: Callable[[float], object] = lambda _part: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Tried:
    """Take the latest state back into a place of the program, then clear it (lane of work).

    With a key sheet *typed*, nothing but its words opens the double, as on a new computer; else
    the keys of the open folder do. A paper that came back damaged is taken off the double if the
    folder still has it right: the next double brings it again. Raises KeysChangedSince, WrongSheet,
    DoubleDamaged, Stopped, KeyGone and the troubles of the places.
    """
    place = default_place().with_name(_PLACE)
    _clear(place)
    try:
        state = whole_snapshots(double)[0]
        opened = open_snapshot(double, state, *typed) if typed else _by_open(folder, double, state)
        restored = restore(opened, place, progress=progress, stopped=stopped)
        take_off(double, folder.vault.documents, restored.damaged)
        assert state.manifest is not None  # noqa: S101 - a whole one has it
        return Tried(day_of(state), restored, state.manifest.mark)
    except PlaceGone as trouble:
        raise gone_from(double.path, trouble) from None
    finally:
        _clear(place)


def compare(folder: Folder, tried: Tried) -> Compared:
    """Say whether the folder knows all that the double knows, and note it (lane of the vault)."""
    drawers = folder.vault.drawers
    same = goes_on_from(folder.vault.main.journal, tried.mark)
    folder.note(Act.DOUBLE_TRIED)
    return Compared(
        same,
        sum(
            sum(parts.values())
            for drawer in drawers
            for parts in drawer.revisions.view.counts().values()
        ),
        len({row.kept.name for drawer in drawers for row in drawer.papers.all()}),
    )


def _by_open(folder: Folder, double: Double, state: Snapshot) -> Opened:
    header, locks = read_header(state.path), folder.vault.locks
    if header.file_names != locks.file_names:
        raise KeysChangedSince
    return Opened(double, state, header.folder_id, header.file_names, locks.keys)


def _clear(place: Path) -> None:
    with contextlib.suppress(OSError):
        shutil.rmtree(place)
