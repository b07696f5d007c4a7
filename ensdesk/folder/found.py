"""Which folders are within reach: on this computer, on a USB key. Light: the first page asks it."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from ensdesk.folder.places import FOLDER_NAME, default_place, sticks


class Where(Enum):
    """What a place is to the person; the path itself says nothing to most."""

    HERE = auto()
    STICK = auto()
    ELSEWHERE = auto()


def is_folder(place: Path) -> bool:
    """Say whether *place* looks like a folder, or what is left of one."""
    try:
        return any((place / name).exists() for name in ("header.a", "header.b")) or any(
            place.glob("main-*.db")
        )
    except OSError:
        return False


def free_place(wanted: Path | None = None) -> Path:
    """Return where a new folder goes: the place *wanted* (or the usual one), numbered if taken."""
    first = wanted or default_place()
    place, number = first, 1
    while place.exists():
        number += 1
        place = first.with_name(f"{first.name} {number}")
    return place


def folders_here() -> tuple[Path, ...]:
    """Return the folders at the usual place of this computer."""
    home = default_place().parent
    found = sorted(home.glob(f"{FOLDER_NAME}*")) if home.exists() else []
    return tuple(place for place in found if is_folder(place))


def folders_on_sticks() -> tuple[Path, ...]:
    """Return the folders on the USB keys that are plugged in, at their top or one level below."""
    return tuple(place for stick in sticks() for place in folders_in(stick))


def folders_in(place: Path) -> tuple[Path, ...]:
    """Return *place* itself if it is a folder, else the folders just inside it."""
    if is_folder(place):
        return (place,)
    try:
        inside = sorted(part for part in place.iterdir() if part.is_dir())
    except OSError:
        return ()
    return tuple(part for part in inside if is_folder(part))


def where_is(place: Path) -> Where:
    """Say what *place* is to the person."""
    if place.parent == default_place().parent:
        return Where.HERE
    return Where.STICK if stick_of(place) else Where.ELSEWHERE


def stick_of(place: Path) -> Path | None:
    """Return the USB key that holds *place*."""
    return next((stick for stick in sticks() if place.is_relative_to(stick)), None)
