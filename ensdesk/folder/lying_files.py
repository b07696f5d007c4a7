"""The files that a person points at: single ones, those of a directory, those in a ZIP."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from ensdesk.exchange.strange_zip import CrowdedZip, entries_in
from ensdesk.exchange.zip_rules import WickedZip
from ensdesk.folder.recent_papers import PAPERS
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.document_store import PaperUnreadable

MOST_FILES = 5000
ZIP = ".zip"


class TooManyFiles(Trouble):
    """More than one look can show."""

    words = N_("There are too many things in there. Nothing was added.")
    advice = N_("Choose a smaller part, then the next one.")


class StrangeZip(Trouble):
    """A ZIP that does not keep to the rules of a ZIP."""

    words = N_("This ZIP could not be opened. Nothing was added.")
    advice = N_("Ask for it again, or unpack it and choose its papers.")


@dataclass(frozen=True, slots=True)
class LyingFile:
    """A file: where it is, its name and size, *why* it is not taken (an English msgid).

    `open` works until the next one is asked for, and raises OSError.
    """

    place: str
    name: str
    size: int
    why: str
    open: Callable[[], BinaryIO]


def files_of(paths: tuple[Path, ...]) -> Iterator[LyingFile]:
    """Yield the files of what was chosen, always in the same order (lane of work).

    Raises TooManyFiles, StrangeZip and PaperUnreadable.
    """
    count = 0
    for path in paths:
        for file in _in_zip(path) if path.suffix.lower() == ZIP else _on_disk(path):
            count += 1
            if count > MOST_FILES:
                raise TooManyFiles
            yield file


def _on_disk(path: Path) -> Iterator[LyingFile]:
    if not path.is_dir():
        yield _file(path)
        return
    for above, directories, names in os.walk(path):  # it follows no link to a directory
        directories[:] = sorted(name for name in directories if not _hidden(name))
        for name in sorted(names):
            if not _hidden(name):
                yield _file(Path(above) / name)


def _file(path: Path) -> LyingFile:
    try:
        size = path.stat().st_size
    except OSError:
        raise PaperUnreadable from None
    why = N_("it only points to another place") if path.is_symlink() else _why_by_name(path.name)
    return LyingFile(str(path), path.name, size, why, lambda: path.open("rb"))


def _in_zip(path: Path) -> Iterator[LyingFile]:
    try:
        with path.open("rb") as file, entries_in(file, path.stat().st_size) as entries:
            for entry in entries:
                parts = PurePath(entry.place).parts
                if "__MACOSX" not in parts and not _hidden(entry.name):
                    why = entry.why or _why_by_name(entry.name)
                    place = f"{path}\0{entry.place}"
                    yield LyingFile(place, entry.name, entry.size, why, entry.open)
    except CrowdedZip:
        raise TooManyFiles from None
    except WickedZip:
        raise StrangeZip from None
    except OSError:
        raise PaperUnreadable from None


def _why_by_name(name: str) -> str:
    ending = PurePath(name).suffix.lower()
    if ending == ZIP:
        return N_("it is a ZIP inside: add it by itself")
    return "" if ending[1:] in PAPERS else N_("it is not a paper")


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini")
