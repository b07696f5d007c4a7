"""The pages of the tour in a real window, the next one at each line that comes in.

A process of its own, in the program's own environment; who reads the bus is another one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QLineEdit

from ensdesk import language
from ensdesk.app import make_application
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop, all_stops
from ensdesk.ui.widgets.field import Field
from tests.fakes import filled_folder
from tests.ui.every_page import walk

LOOK = (14, "light", (1366, 768))


class _Plain(Page):
    """A password line as Qt makes it: what is typed there can be heard."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Contrôle")
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(Field("Mon code", line=line))


_CONTROLS = (
    Stop("control", _Plain, needs_folder=False),
    Stop("keyboard-control", _Plain, needs_folder=False, keyboard=True),
)


def main() -> None:
    """Show one stop after the other; say its name once it is in view, then wait for a line."""
    make_application()
    language.choose("fr")
    wanted = set(sys.argv[1:])
    stops = [stop for stop in all_stops() if not wanted or stop.name in wanted]
    stops += [stop for stop in _CONTROLS if stop.name in wanted]
    with tempfile.TemporaryDirectory() as directory:
        folder = filled_folder(Path(directory) / "Dossier ensdesk")
        for name, _window in walk(folder, LOOK, stops):
            sys.stdout.write(f"{name}\n")
            sys.stdout.flush()
            _until_a_line()
        folder.close()


def _until_a_line() -> None:
    """Answer the bus until a line is on the standard input."""
    loop = QEventLoop()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(loop.quit)
    loop.exec()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
