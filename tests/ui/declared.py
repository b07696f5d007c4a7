"""Writes the figures of the declaration of accessibility: `packaging/check.py` runs this.

The failures it finds stand in the declaration too; the tests are where they make the check fail.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize

from ensdesk import language
from ensdesk.resources import docs
from ensdesk.ui.tour_stops import Stop
from tests.fakes import filled_folder
from tests.pseudo import spoken as pseudo_spoken
from tests.ui.audit import CHECKS, CHOICES, faults
from tests.ui.audit.sight import Sight
from tests.ui.every_page import MORE, OF_LENGTH, Look, walk

DECLARATION = docs() / "accessibilite.md"
BEGIN, END = "<!-- chiffres : début -->", "<!-- chiffres : fin -->"
LOOKS: tuple[tuple[str, Look, bool], ...] = (
    ("14 points, clair, 1366 × 768", (14, "light", (1366, 768)), False),
    ("28 points, contraste, 1024 × 768", (28, "contrast", (1024, 768)), False),
    ("28 points, mots plus longs de 40 %", (28, "light", (1024, 768)), True),
)


@dataclass
class Figures:
    """What was seen of every page in one look; lengths in pixels."""

    pages: int = 0
    least_target: int = 10_000
    least_text: int = 10_000
    found: list[str] = field(default_factory=list)


def measure(look: Look, *, longer: bool, stops: Sequence[Stop] | None = None) -> Figures:
    """Look at each page; with words 40 % *longer* only for what they push away."""
    seen = Figures()
    with tempfile.TemporaryDirectory() as directory:
        folder = filled_folder(Path(directory) / "folder")
        try:
            with pseudo_spoken() if longer else nullcontext():
                for name, window in walk(folder, look, stops):
                    room = QSize(*look[2])
                    told = faults(window, choices=MORE.get(name, CHOICES), room=room)
                    if longer:
                        told = [fault for fault in told if fault.startswith(OF_LENGTH)]
                    seen.found += [f"{name}: {fault}" for fault in told]
                    seen.pages += 1
                    sight = Sight(window, CHOICES, room)
                    sides = [min(p.width(), p.height()) for p in sight.places.values()]
                    texts = [label.fontInfo().pixelSize() for label in sight.labels if label.text()]
                    seen.least_target = min([seen.least_target, *sides])
                    seen.least_text = min([seen.least_text, *texts])
        finally:
            folder.close()
    return seen


def written(each: Sequence[Figures]) -> str:
    """Return the figures as the declaration shows them, without their day."""
    rows = (
        ("", [name for name, _look, _longer in LOOKS]),
        ("---", ["---"] * len(LOOKS)),
        ("pages regardées", [seen.pages for seen in each]),
        ("plus petit côté de ce qui se presse, en pixels", [seen.least_target for seen in each]),
        ("plus petites lettres, en pixels", [seen.least_text for seen in each]),
        ("fautes trouvées", [len(seen.found) for seen in each]),
    )
    table = ["| " + " | ".join([name, *map(str, cells)]) + " |" for name, cells in rows]
    failures = [
        f"- {name} : `{fault}`"
        for (name, _look, _longer), seen in zip(LOOKS, each, strict=True)
        for fault in seen.found
    ]
    checks = f"Chaque page passe {len(CHECKS)} vérifications (`tests/ui/audit`)."
    return "\n".join([checks, "", *table, *(["", *failures] if failures else [])])


def declare(declaration: str, figures: str, today: datetime.date) -> str:
    """Return *declaration* with *figures*; their day changes only when they do."""
    before, _begin, rest = declaration.partition(BEGIN)
    old, end, after = rest.partition(END)
    if not end:
        raise ValueError("the declaration has no place for figures")
    if figures in old:
        return declaration
    day = f"Mesuré le {today.isoformat()} par `python3 packaging/check.py`."
    return f"{before}{BEGIN}\n\n{day} {figures}\n\n{END}{after}"


def main() -> int:
    """Measure, and write what was measured."""
    language.choose("fr")
    each = [measure(look, longer=longer) for _name, look, longer in LOOKS]
    old = DECLARATION.read_text(encoding="utf-8")
    today = datetime.datetime.now().astimezone().date()
    DECLARATION.write_text(declare(old, written(each), today), encoding="utf-8")
    pages, found = each[0].pages, sum(len(seen.found) for seen in each)
    print(f"{pages} pages, {found} fautes")  # noqa: T201 - the last line of the step
    return 0


if __name__ == "__main__":
    sys.exit(main())
