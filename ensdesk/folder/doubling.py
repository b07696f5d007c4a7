"""« Faire un double »: looked at, made and proved beside the folder, written, read again, noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.found import stick_of
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.known_doubles import KnownDouble, remember
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.document_store import Stopped
from ensdesk.vault.double import Written, find_place, make_double
from ensdesk.vault.double_layout import Double, Mark, double_at
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.staging import Staged, clear_staged, goes_on_from, prove, stage
from ensdesk.vault.storage_trouble import PlaceGone

Progress = Callable[[float], object]
Stop = Callable[[], bool]


class SameKey(Trouble):
    """The folder itself lies on the key, or in the place, that the double should go to."""

    words = N_("Your folder itself is on this key.")
    advice = N_("Take another key: if one is lost, the other one is left.")


class OtherPersonsDouble(Trouble):
    """The place is the double of another folder."""

    words = N_("This is the double of somebody else’s folder.")
    advice = N_("Choose the key itself: your double goes beside it.")


class FolderIsOlder(Trouble):
    """The last state in the double knows something that the folder does not."""

    words = N_("This double knows things that your folder does not have.")
    advice = N_("Take another key. Keep this double as it is.")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a double goes: an earlier one of the same folder, or a free place; how it is called."""

    place: Path
    at: Double | Path
    label: str
    on_key: bool
    marks: tuple[Mark, ...] = ()


def look_at(folder: Folder, place: Path) -> Target:
    """Look at a place for a double, writing nothing (lane of work).

    Raises SameKey, OtherPersonsDouble, NewerFolder and the troubles of the place.
    """
    own, stick = folder.vault.path, stick_of(place)
    if place.is_relative_to(own) or (stick and stick == stick_of(own)):
        raise SameKey
    chosen = double_at(place)
    if chosen is not None and chosen.folder_id != folder.vault.folder_id:
        raise OtherPersonsDouble
    with _of(place):
        at = find_place(place, folder.vault.folder_id)
        states = at.snapshots() if isinstance(at, Double) else ()
    marks = [state.manifest.mark for state in states if state.manifest]
    return Target(place, at, (stick or place).name, stick is not None, tuple(marks[:1]))


def begin_double(
    folder: Folder, target: Target, pause: Callable[[], object], stopped: Stop = lambda: False
) -> Staged:
    """Make the databases of the double beside the folder (lane of the vault).

    *pause* is called between two steps of a few milliseconds.

    Raises FolderIsOlder, HolderOnly, Stopped, and the troubles of the folder's place.
    """
    vault = folder.vault
    if vault.private is None:
        raise HolderOnly
    if not all(goes_on_from(vault.main.journal, mark) for mark in target.marks):
        raise FolderIsOlder

    def between() -> None:
        pause()
        if stopped():
            raise Stopped

    return stage(vault.path, vault.locks, vault.drawers, between, folder.now())


def write_double(
    folder: Folder,
    target: Target,
    staged: Staged,
    *,
    progress: Progress = lambda _part: None,
    stopped: Stop = lambda: False,
) -> Written:
    """Prove what was made, write it and read it again (lane of work).

    Raises FolderDamaged, NoRoomThere, NotKept, Stopped, KeyGone and the troubles of the place.
    """
    vault = folder.vault
    try:
        proved = prove(staged)
        with _of(target.place):
            return make_double(
                target.at,
                vault.documents,
                staged,
                proved,
                progress=progress,
                stopped=stopped,
            )
    finally:
        clear_staged(vault.path)


def forget_begun(folder: Folder) -> None:
    """Take away what `begin_double` made, when nothing more comes of it."""
    clear_staged(folder.vault.path)


def note_double(folder: Folder, target: Target, written: Written) -> None:
    """Remember the double, and write it in the journal (lane of the vault)."""
    place = "" if target.on_key else str(target.place)
    double = KnownDouble(written.double.id, target.label, written.made, written.number, place)
    remember(folder, double)
    folder.note(Act.DOUBLE_MADE, target.label)


def double_to(folder: Folder, place: Path) -> Written:
    """Do it all, one after the other."""
    target = look_at(folder, place)
    written = write_double(folder, target, begin_double(folder, target, lambda: None))
    note_double(folder, target, written)
    return written


@contextmanager
def _of(place: Path) -> Iterator[None]:
    try:
        yield
    except PlaceGone as trouble:
        raise gone_from(place, trouble) from None
