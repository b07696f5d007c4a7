"""How a folder is called before it is open: its colour, its name if it may be shown, its place."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.found import Where, stick_of, where_is
from ensdesk.folder.known_folders import KnownFolder
from ensdesk.folder.places import stick_was
from ensdesk.language import N_, _
from ensdesk.settings import FolderLook

_COLOURS = {
    "blue": N_("blue folder"),
    "orange": N_("orange folder"),
    "green": N_("green folder"),
    "pink": N_("pink folder"),
    "violet": N_("violet folder"),
    "red": N_("red folder"),
    "brown": N_("brown folder"),
}


def look_in_words(look: FolderLook) -> str:
    """Return « Jeanne, dossier bleu », or « Dossier bleu » where no name is shown."""
    words = _(_COLOURS[look.colour])
    if look.number > 1:
        words = f"{words} {look.number}"
    if look.name:
        return _(N_("{name}, {folder}")).format(name=look.name, folder=words)
    return words[:1].upper() + words[1:]


def where_in_words(folder: KnownFolder) -> str:
    """Return where *folder* is, or that it is away."""
    if folder.here:
        return " · ".join(filter(None, words_of_place(folder.place)[:2]))
    if stick := stick_was(folder.place):
        return _(N_("On the USB key {name}, which is not plugged in")).format(name=stick)
    return _(N_("It is not here now"))


def words_of_place(place: Path) -> tuple[str, str, str]:
    """Return how a folder is called by its place alone: words, a second line, an icon."""
    match where_is(place):
        case Where.HERE:
            return _(N_("On this computer")), "", "hard-drive"
        case Where.STICK:
            stick = stick_of(place)
            name = stick.name if stick else ""
            return _(N_("On the USB key {name}")).format(name=name), place.name, "usb"
        case Where.ELSEWHERE:
            inside = _(N_("In {name}")).format(name=place.parent.name or str(place.parent))
            return place.name, inside, "folder-open"
