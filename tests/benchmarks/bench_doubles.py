"""Doubles against copying and reading again: the first one, one of 10 MB new, the longest step.

`ENSDESK_BENCH_DOUBLE_MB` says how large the folder is (5000 for the promise of the issue's size).
"""

from __future__ import annotations

import io
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from ensdesk.folder.doubling import Target, begin_double, double_to, forget_begun, look_at
from ensdesk.folder.folder import Folder
from ensdesk.kinds.document import Document
from ensdesk.vault.medium import Mover, make_safe
from tests.benchmarks.measure import Row, seconds
from tests.fakes import empty_folder

MEGABYTES = int(os.environ.get("ENSDESK_BENCH_DOUBLE_MB", "500"))
_PAPER, _NEW = 2, 10  # megabytes: of one paper, new at each double
_RUNS = 5
_DATABASE = 40  # megabytes


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=os.environ.get("ENSDESK_BENCH_PLACE")) as place:
        root = Path(place)
        folder = empty_folder(root / "folder")
        key = root / "key"
        key.mkdir()
        try:
            return [_first(folder, key, root), _again(folder, key, root), _step(folder, key)]
        finally:
            folder.close()


def _first(folder: Folder, key: Path, root: Path) -> Row:
    _add(folder, MEGABYTES)
    files = _papers(folder)
    ratios = []
    for _run in range(3):
        ours = seconds(lambda: double_to(folder, key))
        ratios.append(_copied(files, root / "copy") / ours)
        for place in (*key.iterdir(), root / "copy"):
            shutil.rmtree(place)
    what = f"first double of {MEGABYTES} MB, speed by cp + sync + read again"
    double_to(folder, key)
    return Row(what, statistics.median(ratios), "×", 0.7, at_least=True)


def _again(folder: Folder, key: Path, root: Path) -> Row:
    times = []
    for _run in range(_RUNS):
        before = set(_papers(folder))
        _add(folder, _NEW)
        new = [path for path in _papers(folder) if path not in before]
        ours = seconds(lambda: double_to(folder, key))
        times.append((ours, _copied(new, root / "copy")))
        shutil.rmtree(root / "copy")
    ours, copied = (statistics.median(each) for each in zip(*times, strict=True))
    what = f"double with {_NEW} MB new, by 1.5 × copying and reading them + 2 s"
    return Row(what, ours, "s", 1.5 * copied + 2)


def _step(folder: Folder, key: Path) -> Row:
    """The longest time for which the lane of the vault hears nobody else."""
    for number in range(_DATABASE):
        folder.vault.keep_aside(f"bench-{number}", os.urandom(1 << 20))
    target = look_at(folder, key)
    longest = statistics.median(_longest_step(folder, target) for _run in range(_RUNS))
    what = f"longest step of {_DATABASE} MB of database on the lane of the vault"
    return Row(what, longest * 1000, "ms", 20)


def _longest_step(folder: Folder, target: Target) -> float:
    steps, last = [], time.perf_counter()

    def pause() -> None:
        nonlocal last
        steps.append(time.perf_counter() - last)
        last = time.perf_counter()

    begin_double(folder, target, pause)
    forget_begun(folder)
    return max(steps)


def _add(folder: Folder, megabytes: int) -> None:
    for number in range(megabytes // _PAPER):
        kept = folder.vault.documents.keep(io.BytesIO(os.urandom(_PAPER << 20)))
        paper = Document(name=f"Papier {number}")
        folder.save(paper)
        folder.vault.main.papers.add(
            paper.id, kept, media_type="application/octet-stream", original_name="a.bin"
        )


def _papers(folder: Folder) -> list[Path]:
    return sorted(folder.vault.path.glob("documents/*/*.age"))


def _copied(files: list[Path], place: Path) -> float:
    """Return how long `cp`, `sync` and reading again from the medium take."""
    place.mkdir()
    mover = Mover(lambda _count: None, lambda: False)

    def copy() -> None:
        copies = [Path(shutil.copy(path, place)) for path in files]
        make_safe(copies)
        for path in copies:
            mover.read_again(path)

    return seconds(copy)
