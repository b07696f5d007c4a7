"""The trees that were looked at, one text file a page, and how a tree of today differs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
# What is drawn anew each time: the marks of sheets, and words by chance on a few pages.
_MARK = re.compile(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b")
_NUMBERED = (r"label « (\d+)\. \w+ »", r"label « \1. … »")
_BY_CHANCE = {
    "their-sheet": (_NUMBERED,),
    "copy-closed-by-words": (_NUMBERED,),
    "choose-words": ((r"label « (\w+ ){4}\w+ »", "label « … … … … … »"),),
    "prove-key-sheet": ((r"button « [\w-]+ »", "button « … »"), (r"numéro \d+", "numéro …")),
}


def steady(name: str, tree: str) -> str:
    """Return the *tree* of a page without what is drawn by chance."""
    for seen, kept in _BY_CHANCE.get(name, ()):
        tree = re.sub(seen, kept, tree)
    return _MARK.sub("…", tree)


def kept(place: Path = GOLDEN) -> dict[str, str]:
    """Return the trees that were looked at."""
    return {path.stem: path.read_text("utf-8") for path in place.glob("*.txt")}


def write(seen: dict[str, str], place: Path = GOLDEN, *, whole: bool) -> None:
    """Keep what was *seen*; of a *whole* tour, what is no page any more goes."""
    place.mkdir(exist_ok=True)
    for name in kept(place) if whole else ():
        if name not in seen:
            (place / f"{name}.txt").unlink()
    for name, tree in seen.items():
        (place / f"{name}.txt").write_text(tree, encoding="utf-8")


def differences(seen: dict[str, str], before: dict[str, str], *, whole: bool) -> Iterator[str]:
    """Tell each page that is not as it was kept, line by line."""
    for name in sorted({*seen, *(before if whole else ())}):
        was, now = before.get(name, "").splitlines(), seen.get(name, "").splitlines()
        if was != now:
            lines = difflib.unified_diff(was, now, n=1, lineterm="")
            yield "\n    ".join([name, *list(lines)[2:]])
