"""Looking for words: as they were typed, else written another way."""

from __future__ import annotations

from dataclasses import dataclass

from ensdesk.folder.folder import Folder, Hit

MOST = 50


@dataclass(frozen=True, slots=True)
class Findings:
    """Where the words stand; with `near` it is words that sound alike or differ by one letter."""

    hits: tuple[Hit, ...]
    near: bool = False


def look_for(folder: Folder, text: str, limit: int = MOST) -> Findings:
    """Return where the words of *text* are; what is nearly the same only when they are nowhere."""
    if hits := folder.find(text, limit):
        return Findings(hits)
    hits = folder.find_near(text, limit)
    return Findings(hits, near=bool(hits))
