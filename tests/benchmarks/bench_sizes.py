"""The folders of `demo --size`: how long they take to make, and what their size costs."""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ensdesk.folder.due import due
from ensdesk.folder.example_person import example_folder
from ensdesk.folder.example_sizes import SIZES, fill
from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds.document import Document
from ensdesk.kinds.measurement import Measurement
from tests.benchmarks.bench_pages import slowest
from tests.benchmarks.measure import RUNS, Row, seconds
from tests.fakes import SHEET, MemoryKeychain

_MADE = {"large": 30, "huge": 180}  # seconds


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        places = {size: Path(directory) / size for size in SIZES}
        made = {size: seconds(lambda size=size: _make(places[size], size)) for size in SIZES}
        small, huge = (_opening(places[size]) for size in ("small", "huge"))
        folder = open_folder(places["huge"], SHEET, MemoryKeychain())
        found = [
            *(
                Row(f"demo --size {size}, made", made[size], "s", most)
                for size, most in _MADE.items()
            ),
            Row("opening huge to its contents, more than small", huge - small, "ms", 30),
            *_lists(folder),
            slowest(folder, 14, " in huge"),
        ]
        folder.close()
        found.append(_memory(places))
        large = open_folder(places["large"], SHEET, MemoryKeychain())
        found += [_summary(large), _check(large)]  # the check last: it adds papers
        large.close()
    return found


def _make(place: Path, size: str) -> None:
    folder = example_folder(place, (SHEET,), MemoryKeychain())
    fill(folder, SIZES[size], seed=1)
    folder.close()


def _opening(place: Path) -> float:
    """Return the median milliseconds from a key sheet, which needs no derivation, to the home."""

    def once() -> float:
        opened: list[Folder] = []

        def act() -> None:
            opened.append(open_folder(place, SHEET, MemoryKeychain()))
            due(opened[0], opened[0].contents(), opened[0].today())

        took = seconds(act)
        opened[0].close()
        return took

    return _median(once)


def _lists(folder: Folder) -> list[Row]:
    asked: dict[str, Callable[[], object]] = {
        "what home and all of my folder read, huge": folder.contents,
        "the middle of 100,000 measurements, six lines": lambda: folder.page_of(
            Measurement, 50_000, 6
        ),
        "the first lines of 10,000 papers": lambda: folder.latest(Document, 6),
    }
    return [
        Row(what, _median(lambda ask=ask: seconds(ask)), "ms", 50) for what, ask in asked.items()
    ]


def _memory(places: dict[str, Path]) -> Row:
    """Compare what every page of the huge folder takes with what it takes in the small one."""
    small, huge = (
        float(
            subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.every_page", places[size]],
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
        for size in ("small", "huge")
    )
    return Row("memory after every page of huge, against small", huge / small, "×", 1.3)


def _summary(folder: Folder) -> Row:
    today = folder.today()
    took = _median(lambda: seconds(lambda: sheet_pdf(folder.contents(), "summary", today)), 3)
    return Row("summary of the large folder", took / 1000, "s", 3)


def _check(folder: Folder) -> Row:
    """Prove the large folder once four big papers make it 1 GB."""
    main = folder.vault.main
    for _ in range(4):
        record = Document(name="Scanner")
        kept = folder.vault.documents.keep(io.BytesIO(os.urandom(250_000_000)))
        main.revisions.write([record])
        main.papers.add(record.id, kept, media_type="image/x", original_name="x")
    size = folder.vault.check().bytes
    took = statistics.median(seconds(folder.vault.check) for _ in range(3))
    return Row(
        "check of 1 GB: the large folder and four big papers",
        size / took / 1e6,
        "MB/s",
        150,
        at_least=True,
    )


def _median(act: Callable[[], float], runs: int = RUNS) -> float:
    act()
    return statistics.median(act() for _ in range(runs)) * 1000
