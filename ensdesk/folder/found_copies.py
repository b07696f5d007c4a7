"""Copies lying where people usually have them (lane of work). Nothing is remembered."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ensdesk.exchange.archive import read_archive
from ensdesk.folder.places import sticks
from ensdesk.trouble import Trouble
from ensdesk.vault.sealed import is_sealed

_MOST = 200  # files looked at in one place


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A copy of ensdesk: where it is, when it was written, whether words open it."""

    path: Path
    written: datetime.date
    closed: bool


def copies_here() -> tuple[FoundCopy, ...]:
    """Return the copies at the top of USB keys and of the usual places, the latest first."""
    usual = (
        platformdirs.user_downloads_path(),
        platformdirs.user_desktop_path(),
        platformdirs.user_documents_path(),
    )
    found = [copy for place in dict.fromkeys((*sticks(), *usual)) for copy in copies_in(place)]
    return tuple(sorted(found, key=lambda copy: copy.written, reverse=True))


def copies_in(place: Path) -> tuple[FoundCopy, ...]:
    """Return the copies just inside *place*."""
    try:
        zips = sorted(path for path in place.iterdir() if path.suffix.lower() == ".zip")[:_MOST]
    except OSError:
        return ()
    return tuple(copy for path in zips if (copy := copy_at(path)) is not None)


def copy_at(path: Path) -> FoundCopy | None:
    """Return what *path* is if it is a copy of ensdesk, damaged ones left out."""
    try:
        closed = is_sealed(path)
        if not closed:
            read_archive(path).close()
        age = path.stat().st_mtime
    except (OSError, Trouble):
        return None
    return FoundCopy(path, datetime.datetime.fromtimestamp(age).astimezone().date(), closed)
