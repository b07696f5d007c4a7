"""How the benchmarks measure: medians of pairs, ours and the baseline in turn, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

RUNS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `promise` says what must hold of `value`, in the same unit."""

    what: str
    value: float
    unit: str
    promise: float
    at_least: bool = False

    @property
    def kept(self) -> bool:
        return self.value >= self.promise if self.at_least else self.value <= self.promise

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        verdict = "kept" if self.kept else "NOT KEPT"
        return (
            f"{self.what:<66} {self.value:>9.2f} {self.unit:<4} {sign} {self.promise:<7g} {verdict}"
        )


def seconds(act: Callable[[], object]) -> float:
    """Return how long *act* takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def medians(
    ours: Callable[[], object], baseline: Callable[[], object], runs: int = RUNS
) -> tuple[float, float]:
    """Return the median seconds of both, run in turn after one warm-up of each."""
    ours()
    baseline()
    pairs = [(seconds(ours), seconds(baseline)) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def median(act: Callable[[], float], runs: int = RUNS) -> float:
    """Return the median of what *act* measures, after one warm-up."""
    act()
    return statistics.median(act() for _ in range(runs))
