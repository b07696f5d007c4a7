"""Every page of the tour in one window of a given look, and what the audit says of each.

`walk(folder, look)` goes from page to page as the tour does. `python -m tests.ui.every_page` takes
every size, theme and screen, then the longer words of the pseudo-language.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from ensdesk import language
from ensdesk.folder.folder import Folder
from ensdesk.settings import POINTS, THEMES, Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop, all_stops
from ensdesk.ui.window import Window
from tests.fakes import filled_folder
from tests.pseudo import spoken as pseudo_spoken
from tests.ui.audit import CHOICES, faults

Look = tuple[int, str, tuple[int, int]]  # points, theme, screen
SCREENS = ((1366, 768), (1024, 768))
# Longer words may be more than one sentence holds; they may not be cut, nor push anything away.
OF_LENGTH = ("cut", "a word is cut", "out of what holds it", "scrolls", "does not fit", "too near")
# These pages are lists of doors, one beside the other; all others ask one question.
MORE = dict.fromkeys(("home", "home-calm", "home-due", "helped-home"), 14)


def walk(
    folder: Folder | None, look: Look, stops: Iterable[Stop] | None = None
) -> Iterator[tuple[str, Window]]:
    """Show one stop after the other in a window of *look*; give its name and the window."""
    points, theme, size = look
    app = QApplication.instance() or QApplication([])
    session = Session(lanes=InlineLanes(), settings=Settings(theme=theme, points=points))
    window = Window(session)
    window.resize(*size)
    window.show()
    window.activateWindow()
    try:
        for stop in all_stops() if stops is None else stops:
            stop.set_scene(session, folder)
            window.forget()
            if not stop.first:
                session.go(lambda session: Page(session, "Avant"))
            session.go(stop.make)
            app.processEvents()
            if stop.prepare is not None:
                stop.prepare(window.page)
            for _turn in range(4):
                app.processEvents()
            yield stop.name, window
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the pages that were left
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wrong(
    folder: Folder | None,
    look: Look,
    stops: Iterable[Stop] | None = None,
    *,
    longer: bool = False,
) -> list[str]:
    """Return one line for each fault of each page in *look*, with the words 40 % longer or not."""
    found: list[str] = []
    bars: dict[bool, list[tuple[int, ...]]] = {}  # that of a centre says other words
    with pseudo_spoken() if longer else nullcontext():
        for name, window in walk(folder, look, stops):
            room = QSize(*look[2])
            told = faults(window, choices=MORE.get(name, CHOICES), room=room)
            if longer:
                told = [fault for fault in told if fault.startswith(OF_LENGTH)]
            now = _bar(window)
            if now != bars.setdefault(window.session.centre is None, now):
                told.append("the bar moved")
            found += [f"{name}: {fault}" for fault in told]
    return found


def _bar(window: Window) -> list[tuple[int, ...]]:
    """Return where each button of the bar stands, shown or not."""
    return [button.geometry().getRect() for button in window.bar.buttons()]


def main() -> int:
    """Take the whole matrix; return 0 when no page has a fault."""
    language.choose("fr")
    count = 0
    for screen in SCREENS:
        for points in POINTS:
            for theme in (*THEMES, ""):
                began = time.monotonic()
                with tempfile.TemporaryDirectory() as directory:
                    folder = filled_folder(Path(directory) / "folder")
                    look = (points, theme or THEMES[0], screen)
                    found = wrong(folder, look, longer=not theme)
                    folder.close()
                what = theme or "longer words"
                took = time.monotonic() - began
                told = f"{points} pt, {what}, {screen}: {len(found)} faults, {took:.0f} s"
                print("\n    ".join([told, *found]), flush=True)  # noqa: T201 - what was asked for
                count += len(found)
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
