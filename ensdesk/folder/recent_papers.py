"""Papers lying where people usually have them: what may be added next. Nothing is remembered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ensdesk.folder.places import sticks

PAPERS = frozenset(
    {
        "pdf", "jpg", "jpeg", "png", "tif", "tiff", "gif", "webp", "bmp", "heic", "avif",
        "txt", "rtf", "csv", "html", "htm", "dcm",
        "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp",
    }
)  # fmt: skip
_MOST = 2000  # names looked at in one directory


@dataclass(frozen=True, slots=True)
class LyingPaper:
    """A paper on the disk: where it is, when it was last written, on which key if on one."""

    path: Path
    written: datetime.date
    stick: Path | None = None


def recent_papers(limit: int = 30, *, on_keys_only: bool = False) -> tuple[LyingPaper, ...]:
    """Return the latest papers of the usual places and of the USB keys (lane of work)."""
    usual = () if on_keys_only else _usual_places()
    found: dict[Path, tuple[float, LyingPaper]] = {}
    for place, stick in (*((p, None) for p in usual), *((s, s) for s in sticks())):
        for paper, age in _papers_in(place, stick):
            found[paper.path] = (age, paper)
    latest = sorted(found.values(), key=lambda pair: pair[0], reverse=True)
    return tuple(paper for _age, paper in latest[:limit])


def _usual_places() -> tuple[Path, ...]:
    return (
        platformdirs.user_downloads_path(),
        platformdirs.user_desktop_path(),
        platformdirs.user_documents_path(),
        platformdirs.user_pictures_path(),
    )


def papers_in(place: Path) -> tuple[Path, ...]:
    """Return the files and then the directories just inside *place*, the latest file first."""
    files = sorted(_papers_in(place, None), key=lambda pair: pair[1], reverse=True)
    inside = [part for part in _names_in(place) if part.is_dir()]
    return (
        *(paper.path for paper, _age in files),
        *sorted(inside, key=lambda part: part.name.casefold()),
    )


def _papers_in(place: Path, stick: Path | None) -> Iterator[tuple[LyingPaper, float]]:
    for part in _names_in(place):
        if part.suffix[1:].lower() not in PAPERS | {"zip"}:
            continue
        try:
            if part.is_file():
                age = part.stat().st_mtime
                day = datetime.datetime.fromtimestamp(age).astimezone().date()
                yield LyingPaper(part, day, stick), age
        except (OSError, ValueError, OverflowError):
            continue


def _names_in(place: Path) -> list[Path]:
    try:
        found = [part for part in place.iterdir() if not part.name.startswith((".", "~$"))]
    except OSError:
        return []
    return found[:_MOST]
