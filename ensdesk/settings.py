"""What the program remembers about itself: nothing secret, nothing about health."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from itertools import count
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

POINTS = (14, 18, 22, 28)
THEMES = ("light", "dark", "contrast")
IDLE_MINUTES = (10, 20, 30)
VOICES = ("slow", "slower")
FOLDER_COLOURS = ("blue", "orange", "green", "pink", "violet", "red", "brown")
NAME_LETTERS = 30  # of a name shown for a folder


@dataclass(frozen=True, slots=True)
class FolderLook:
    """How a folder is told apart on this computer: no two have the same colour and number.

    `name` is empty unless its person said yes. `mark` says which folder it is, wherever its USB
    key is plugged in; a `hidden` one is shown no more.
    """

    place: str
    colour: str = FOLDER_COLOURS[0]
    number: int = 1  # the second blue folder is number 2
    name: str = ""
    mark: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the person. `theme` is empty until one is chosen: the system decides."""

    language: str = "fr"
    theme: str = ""
    points: int = 14
    idle_minutes: int = 20
    folders: tuple[str, ...] = ()  # where folders were opened on this computer, the latest first
    voice: str = "slow"
    looks: tuple[FolderLook, ...] = ()  # of the known folders, and of those shown no more
    keyboard: bool = False  # on the screen, for a place that has no other

    def with_folder(self, place: Path) -> Settings:
        """Put *place* first among the known folders; it is shown from now on."""
        known = (str(place), *(old for old in self.folders if old != str(place)))
        looks = (
            replace(look, hidden=False) if look.place == str(place) else look for look in self.looks
        )
        return replace(self, folders=known, looks=tuple(looks))

    def with_look(self, old: FolderLook, new: FolderLook) -> Settings:
        """Put *new* in the place of the look *old*."""
        return replace(self, looks=tuple(new if look == old else look for look in self.looks))

    def without_look(self, gone: FolderLook) -> Settings:
        """Forget the folder of the look *gone*; another one may lie at the same place."""
        looks = tuple(look for look in self.looks if look != gone)
        if any(look.place == gone.place for look in looks):
            return replace(self, looks=looks)
        return replace(self, looks=looks).without_folder(Path(gone.place))

    def without_folder(self, place: Path) -> Settings:
        """Forget *place*, its colour and its name."""
        return replace(
            self,
            folders=tuple(known for known in self.folders if known != str(place)),
            looks=tuple(look for look in self.looks if look.place != str(place)),
        )


def free_look(place: str, taken: Iterable[FolderLook]) -> FolderLook:
    """Return a look for the folder at *place* that none of *taken* has."""
    colour, number = _free_colours(taken)[0]
    return FolderLook(place, colour, number)


def looks_for(look: FolderLook, taken: Iterable[FolderLook]) -> tuple[FolderLook, ...]:
    """Return what *look* could be instead of what it is, itself among them, each of a colour."""
    free = _free_colours(taken)
    offered = dict(one for one in free if one[1] == free[0][1])
    offered[look.colour] = look.number
    return tuple(
        replace(look, colour=colour, number=offered[colour])
        for colour in FOLDER_COLOURS
        if colour in offered
    )


def _free_colours(taken: Iterable[FolderLook]) -> list[tuple[str, int]]:
    """Return each colour with the least number that is free, the least numbers first."""
    used = {(look.colour, look.number) for look in taken}
    free = [
        (colour, next(number for number in count(1) if (colour, number) not in used))
        for colour in FOLDER_COLOURS
    ]
    return sorted(free, key=lambda one: one[1])


def default_file() -> Path:
    """Return where the settings of this person are kept on this system."""
    return user_config_path("ensdesk", appauthor=False) / "settings.json"


def load(file: Path | None = None, first: Settings | None = None) -> Settings:
    """Read the settings; what is missing, broken or senseless is as in *first*."""
    try:
        written = json.loads((file or default_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return first or Settings()
    return _sensible(written if isinstance(written, dict) else {}, first or Settings())


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings whole or not at all, for this person alone; a place may refuse."""
    place = file or default_file()
    part = place.with_name(f"{place.name}.part")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as out:
            json.dump(asdict(settings), out, ensure_ascii=False, indent=1)
            out.flush()
            os.fsync(out.fileno())
        part.replace(place)


def _sensible(written: dict[str, Any], first: Settings) -> Settings:
    rules = {
        "language": lambda value: value in ("fr", "en"),
        "theme": lambda value: value in ("", *THEMES),
        "points": lambda value: value in POINTS,
        "idle_minutes": lambda value: value in IDLE_MINUTES,
        "voice": lambda value: value in VOICES,
        "keyboard": lambda value: isinstance(value, bool),
        "folders": lambda value: (
            isinstance(value, list) and all(isinstance(part, str) for part in value)
        ),
        "looks": lambda value: isinstance(value, list),
    }
    kept = {
        field.name: written[field.name]
        for field in fields(Settings)
        if field.name in written and rules[field.name](written[field.name])
    }
    if "folders" in kept:
        kept["folders"] = tuple(kept["folders"])
    if "looks" in kept:
        kept["looks"] = _sensible_looks(kept["looks"])
    return replace(first, **kept)


def _sensible_looks(written: list[Any]) -> tuple[FolderLook, ...]:
    """Return what can be read; a colour that is unknown or taken gives way to a free one."""
    looks: list[FolderLook] = []
    for one in written:
        if not isinstance(one, dict) or not isinstance(one.get("place"), str):
            continue
        look = free_look(one["place"], looks)
        colour, number = one.get("colour"), one.get("number")
        taken = any((known.colour, known.number) == (colour, number) for known in looks)
        if colour in FOLDER_COLOURS and type(number) is int and 0 < number < 100 and not taken:
            look = replace(look, colour=colour, number=number)
        name, mark = one.get("name"), one.get("mark")
        if isinstance(name, str) and name.isprintable() and len(name) <= NAME_LETTERS:
            look = replace(look, name=name)
        if isinstance(mark, str):
            look = replace(look, mark=mark)
        looks.append(replace(look, hidden=one.get("hidden") is True))
    return tuple(looks)
