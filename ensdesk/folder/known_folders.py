"""Which folders this computer knows, here or away, and how each is told apart from the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ensdesk.folder.found import folders_here, folders_on_sticks, is_folder
from ensdesk.folder.places import default_place, stick_was
from ensdesk.settings import FOLDER_COLOURS, FolderLook, Settings, free_look
from ensdesk.trouble import Trouble
from ensdesk.vault.header import read_header

_Fits = Callable[[FolderLook, Path, str], bool]


@dataclass(frozen=True, slots=True)
class KnownFolder:
    """A folder and its look; `here` says whether it is within reach now."""

    look: FolderLook
    here: bool = True

    @property
    def place(self) -> Path:
        return Path(self.look.place)

    def is_same(self, other: KnownFolder) -> bool:
        """Say whether *other* is this folder, seen at another time."""
        mine, its = self.look, other.look
        return (mine.colour, mine.number) == (its.colour, its.number)


@dataclass(frozen=True, slots=True)
class Known:
    """What was found, and the settings with what was learnt: a look for each folder."""

    folders: tuple[KnownFolder, ...]  # always in the same order: nothing moves from day to day
    settings: Settings

    @property
    def shown(self) -> tuple[KnownFolder, ...]:
        """Return those that are proposed, without those that are shown no more."""
        return tuple(one for one in self.folders if not one.look.hidden)

    def at(self, place: Path) -> KnownFolder | None:
        """Return the folder that is at *place* now."""
        return next((one for one in self.folders if one.here and one.place == place), None)

    def tells_apart(self, place: Path) -> KnownFolder | None:
        """Return the folder at *place* if it has to be told: there are others, or it has a name."""
        one = self.at(place)
        others = any(other != one for other in self.shown)
        return one if one is not None and (others or one.look.name) else None


def known_folders(settings: Settings) -> Known:
    """Look where the folders known by *settings* are now (lane of work).

    A folder on a USB key keeps its look wherever the key is plugged in; another folder that lies
    where one was known has a look of its own.
    """
    usual, away = _usual_places(settings), list(settings.looks)
    here: dict[Path, FolderLook] = {}
    _bind(away, here, usual, _at_its_place)
    _bind(away, here, {**usual, **_moved_to(away)}, _is_the_same)
    looks = [*here.values(), *away]
    for place, mark in usual.items():
        if place not in here:
            here[place] = replace(free_look(str(place), looks), mark=mark)
            looks.append(here[place])
    away = [look for look in away if not look.hidden]  # a hidden one that went is forgotten
    away += _unplugged(settings, here, looks)
    found = [*map(KnownFolder, here.values()), *(KnownFolder(look, here=False) for look in away)]
    # Those that are here come first: whoever asks for the look of a place finds the right one.
    learnt = replace(settings, looks=tuple(one.look for one in found))
    return Known(tuple(sorted(found, key=_order)), learnt)


def told_apart(settings: Settings, place: Path) -> FolderLook | None:
    """Return the look of the folder at *place* as *settings* know it, if it has to be told."""
    mine = next((look for look in settings.looks if look.place == str(place)), None)
    others = any(look != mine and not look.hidden for look in settings.looks)
    return mine if mine is not None and (others or mine.name) else None


def show_no_more(settings: Settings, folder: KnownFolder) -> Settings:
    """Take *folder* from the list and forget its name; the folder itself is not touched.

    One at the usual place would be found again: it is remembered as hidden, until it is opened.
    """
    if folder.here and folder.place.parent == default_place().parent:
        return settings.with_look(folder.look, replace(folder.look, hidden=True, name=""))
    return settings.without_look(folder.look)


def _usual_places(settings: Settings) -> dict[Path, str]:
    """Return where folders are known to be, and are, each with its mark."""
    known = (*settings.folders, *(look.place for look in settings.looks))
    places = dict.fromkeys((*map(Path, known), *folders_here()))
    return {place: _mark_of(place) for place in places if is_folder(place)}


def _moved_to(away: Iterable[FolderLook]) -> dict[Path, str]:
    """Return where folders that are *away* may be: on a USB key plugged in at another place."""
    if not any(look.mark for look in away):
        return {}
    return {place: _mark_of(place) for place in folders_on_sticks()}


def _bind(
    away: list[FolderLook], here: dict[Path, FolderLook], seen: dict[Path, str], fits: _Fits
) -> None:
    for look in away[:]:
        free = (place for place in seen if place not in here)
        place = next((place for place in free if fits(look, place, seen[place])), None)
        if place is not None:
            here[place] = replace(look, place=str(place), mark=seen[place] or look.mark)
            away.remove(look)


def _at_its_place(look: FolderLook, place: Path, mark: str) -> bool:
    return look.place == str(place) and ("" in {look.mark, mark} or look.mark == mark)


def _is_the_same(look: FolderLook, _place: Path, mark: str) -> bool:
    return look.mark != "" and look.mark == mark


def _unplugged(
    settings: Settings, here: Iterable[Path], looks: list[FolderLook]
) -> list[FolderLook]:
    """Return a look for each USB key that an older program remembered by its path alone."""
    told = {*map(str, here), *(look.place for look in looks)}
    fresh: list[FolderLook] = []
    for place in settings.folders:
        if place not in told and stick_was(Path(place)):
            fresh.append(free_look(place, [*looks, *fresh]))
    return fresh


def _mark_of(place: Path) -> str:
    """Return what tells this folder from any other, and tells nobody which one it is."""
    try:
        folder_id = read_header(place).folder_id
    except Trouble:
        return ""
    return hashlib.sha256(f"look {folder_id}".encode()).hexdigest()[:16]


def _order(folder: KnownFolder) -> tuple[int, int]:
    return folder.look.number, FOLDER_COLOURS.index(folder.look.colour)
