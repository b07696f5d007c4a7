"""From the start of the program to its first page, and its memory, against a bare window."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from tests.benchmarks.measure import RUNS, Row


def started(which: str) -> tuple[float, float]:
    """Return the seconds until the first page of *which* is painted, and the memory then (MB)."""
    start = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", which],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - start, int(told.stdout) / 1024


def rows() -> list[Row]:
    started("ours")
    started("bare")
    pairs = [(started("ours"), started("bare")) for _ in range(RUNS)]
    ours, bare = (statistics.median(pair[n][0] for pair in pairs) for n in (0, 1))
    return [Row("program start to first page, against a bare window", ours / bare, "×", 1.8)]
