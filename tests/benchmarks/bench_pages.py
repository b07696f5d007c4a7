"""Every page of the tour that is in an open folder: from the press to the painted page."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ensdesk.folder.folder import Folder
from ensdesk.language import choose
from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import all_stops
from ensdesk.ui.window import Window
from tests.benchmarks.measure import RUNS, Row, median
from tests.fakes import filled_folder

# Pages whose time is that of a reading process or of a sheet being made: shown as progress.
_BESIDE = ("sheet-", "paper", "add-paper", "prescription-paper")


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        folder = filled_folder(Path(directory) / "folder")
        found = [slowest(folder, points) for points in (14, 28)]
        folder.close()
    return [*found, _memory()]


def slowest(folder: Folder, points: int, where: str = "") -> Row:
    """Return the page of the tour that takes longest to change to, in the open *folder*."""
    app = QApplication.instance() or QApplication([])
    choose("fr")
    session = Session(lanes=InlineLanes(), settings=Settings(points=points, theme="light"))
    window = Window(session)
    window.resize(1366, 768)
    window.show()
    session.set_folder(folder)
    spent: dict[str, float] = {}
    for stop in all_stops():
        if not stop.needs_folder or stop.name.startswith(_BESIDE):
            continue

        def change(stop: object = stop) -> float:
            # What was left goes, as in the loop of the program: `processEvents` leaves it there.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            start = time.perf_counter()
            session.go(stop.make)  # type: ignore[attr-defined]
            app.processEvents()
            return time.perf_counter() - start

        spent[stop.name] = median(change)
        window.forget()
    window.close()
    worst = max(spent, key=lambda name: spent[name])
    usual = statistics.median(spent.values()) * 1000
    which = f"slowest of {len(spent)} ({worst}; usual {usual:.0f} ms)"
    return Row(f"page change at {points} pt{where}, {which}", spent[worst] * 1000, "ms", 50)


def _memory() -> Row:
    """Compare the memory of an open folder on the home page with that of a bare window."""

    def taken(which: str) -> float:
        called = [sys.executable, "-m", "tests.benchmarks.first_paint", which]
        told = subprocess.run(called, capture_output=True, check=True, text=True, env=os.environ)
        return float(told.stdout)

    pairs = [(taken("home"), taken("bare")) for _ in range(max(3, RUNS // 3))]
    ours, bare = (statistics.median(pair[n] for pair in pairs) for n in (0, 1))
    return Row("memory of an open folder, against a bare window", ours / bare, "×", 2.2)
