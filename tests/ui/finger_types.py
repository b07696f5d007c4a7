"""A finger types on the keyboard on the screen; a process of its own says what has arrived.

The taps that Qt's test library makes up have once ended a whole run of the tests.
"""

from __future__ import annotations

import sys

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ensdesk import language
from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.key import Key
from ensdesk.ui.window import Window
from tests.ui.sample_pages import Question


def main() -> None:
    """Tap the keys that are named, one by one; print the line, and whether it has the focus."""
    app = QApplication([])
    language.choose("fr")
    session = Session(lanes=InlineLanes(), settings=Settings(theme="light", keyboard=True))
    window = Window(session)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    session.go(Question)
    finger = QTest.createTouchDevice()
    for name in sys.argv[1]:
        app.processEvents()
        (key,) = [
            one for one in window.findChildren(Key)
            if one.isVisible() and one.accessibleName() == name
        ]  # fmt: skip
        at = key.mapTo(window, key.rect().center())
        QTest.touchEvent(window, finger).press(0, at, window).commit()
        QTest.touchEvent(window, finger).release(0, at, window).commit()
    line = window.page.medicine.line
    sys.stdout.write(f"{line.text()} {window.focusWidget() is line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
