"""A change of theme or size on every page of the tour; memory and references after many pages."""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ensdesk.language import choose
from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop, all_stops
from ensdesk.ui.window import Window
from tests.benchmarks.measure import Row
from tests.fakes import filled_folder

_TURNS = 3  # looks at each page, of which the median counts
# Readings of papers and sheets leave this process for another: they would only slow the walk down.
_BESIDE = ("sheet-", "paper", "add-paper", "prescription-paper")
# The pages of every day, which leave the folder as it is.
_DAILY = (
    *("home", "emergency", "whole-folder", "timeline", "appointments", "questions", "search"),
    *("medicines", "allergies", "illnesses", "people", "record-medicine", "record-person"),
    *("medicine-name", "medicine-when", "prescription-lines", "measures", "blood-pressure"),
    *("course-pressure", "form-allergy", "form-contact", "who-sees"),
)
EARLY, LATE, SOAK = 200, 2_000, 5_000  # page changes


def rows() -> list[Row]:
    choose("fr")
    with _window() as (window, stops):
        themes, sizes = _changes(window, stops)
    with _window() as (window, stops):
        daily = [stop for stop in stops if stop.name in _DAILY]
        memory, references = _soak(window, daily)
    return [themes, sizes, memory, references]


@contextmanager
def _window() -> Iterator[tuple[Window, list[Stop]]]:
    """Give a window of a full folder, and the stops that are in it."""
    QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        folder = filled_folder(Path(directory) / "folder")
        session = Session(lanes=InlineLanes(), settings=Settings(points=14, theme="light"))
        window = Window(session)
        window.resize(1366, 768)
        window.show()
        session.set_folder(folder)
        inside = [stop for stop in all_stops() if stop.needs_folder]
        yield window, [stop for stop in inside if not stop.name.startswith(_BESIDE)]
        window.close()
        folder.close()


def _changes(window: Window, stops: list[Stop]) -> tuple[Row, Row]:
    """Return the slowest change of theme and of size, each painted."""
    session, plain = window.session, window.session.settings
    spent: dict[str, dict[str, float]] = {"theme": {}, "size": {}}
    for stop in stops:
        _go(window, stop)
        for what, other in (("theme", {"theme": "dark"}), ("size", {"points": 18})):
            took = []
            for settings in [replace(plain, **other), plain] * _TURNS:  # type: ignore[arg-type]
                start = time.process_time()  # all of it is this process: a busy machine is no bug
                session.set_settings(settings)
                QApplication.processEvents()
                took.append(time.process_time() - start)
            spent[what][stop.name] = statistics.median(took) * 1000
        window.forget()
    return _slowest("theme", spent["theme"]), _slowest("size", spent["size"])


def _slowest(what: str, spent: dict[str, float]) -> Row:
    worst = max(spent, key=lambda name: spent[name])
    usual = statistics.median(spent.values())
    which = f"slowest of {len(spent)} ({worst}; usual {usual:.0f} ms)"
    return Row(f"{what} change, {which}", spent[worst], "ms", 100)


def _soak(window: Window, stops: list[Stop]) -> tuple[Row, Row]:
    """Go round the pages; return what memory and the references to None became."""
    resident: dict[int, float] = {}
    nones = 0
    for number, stop in zip(range(1, SOAK + 1), cycle(stops), strict=False):
        _go(window, stop)
        window.forget()
        if number in (EARLY, LATE, SOAK):
            gc.collect()
            resident[number] = _memory()
        if number == EARLY:
            nones = sys.getrefcount(None)
    lost = nones - sys.getrefcount(None)
    later = f"memory after {LATE} page changes, against {EARLY}"
    drift = f"references to None lost in {SOAK - EARLY} page changes, each"
    return (
        Row(later, resident[LATE] / resident[EARLY], "×", 1.1),
        Row(drift, max(0, lost) / (SOAK - EARLY), "", 0.01),
    )


def _go(window: Window, stop: Stop) -> None:
    window.session.go(stop.make)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the pages left


def _memory() -> float:
    """Return the resident memory of this process, in kilobytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.split("VmRSS:")[1].split()[0])
