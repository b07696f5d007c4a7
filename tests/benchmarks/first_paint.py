"""Starts the program (`ours`) or a bare window (`bare`) and leaves after the first paint."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class _Leaver(QObject):
    """Ends the program after the first paint of *window*, and tells the memory it takes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, leave)
        return False


def leave() -> None:
    status = open("/proc/self/status", encoding="ascii").read()  # noqa: PTH123, SIM115
    print(status.split("VmRSS:")[1].split()[0])  # noqa: T201 - kilobytes, for the one who asked
    QApplication.quit()


def bare() -> int:
    app = QApplication([])
    window = QLabel("ensdesk")
    window.resize(1180, 760)
    _Leaver(window)
    window.show()
    return app.exec()


def home() -> int:
    """Opens the folder of the invented person by itself, as a person does by a code."""
    import tempfile
    from pathlib import Path

    from ensdesk import app as program
    from ensdesk.folder.opening import open_folder
    from tests.fakes import SHEET, MemoryKeychain, filled_folder

    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory) / "folder"
        if not os.fork():  # who made it would keep more in memory than who opens it
            filled_folder(place).close()
            os._exit(0)
        os.wait()
        app = program.make_application()
        session, window = program.connect(restart=lambda *_given: None)
        window.show()
        program.start(session, None)
        session.set_folder(open_folder(place, SHEET, MemoryKeychain()))
        session.home()
        QTimer.singleShot(500, leave)
        return app.exec()


def ours() -> int:
    from ensdesk import app as program
    from ensdesk.reading.memory import keep_memory_private
    from ensdesk.reading.walls import refuse_network

    keep_memory_private()
    refuse_network()
    app = program.make_application()
    session, window = program.connect(restart=lambda *_given: None)
    _Leaver(window)
    window.show()
    program.start(session, None)
    return app.exec()


if __name__ == "__main__":
    sys.exit({"bare": bare, "ours": ours, "home": home}[sys.argv[1]]())
