"""Where one begins to look for a place: the person's own, the keys, all; in a centre keys alone."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.places import sticks
from ensdesk.ui.session import Session


def first_places(session: Session) -> tuple[tuple[Path, str], ...]:
    """Return the places with their icons."""
    keys = tuple((stick, "usb") for stick in sticks())
    if session.centre is not None:
        return keys
    home = Path.home()
    return ((home, "house"), *keys, (Path(home.anchor), "hard-drive"))


def place_above(session: Session, place: Path) -> Path | None:
    """Return where « Go up » leads from *place*; None where it leads nowhere."""
    if session.centre is not None and place in sticks():
        return None
    return place.parent if place.parent != place else None
