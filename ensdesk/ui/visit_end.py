"""The end of a visit on a computer of a centre: its button, idleness, the key that went."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

from ensdesk.visits import ASKING, CLOSED_BY_TEAM

if TYPE_CHECKING:
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window
    from ensdesk.visits import Visit


class VisitEnd(QObject):
    """Ends the process with the visit: only so does its memory go too."""

    def __init__(self, session: Session, window: Window, visit: Visit) -> None:
        super().__init__(window)
        self._session, self._window, self._visit = session, window, visit
        self._by_team = False
        session.end_visit = window.close
        session.close_centre = self._close_centre
        # The one that waits was killed: nobody would start the next visit, nor clean up.
        notifier = QSocketNotifier(visit.watch, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(window.close)
        for number in ASKING:  # the computer goes down; Python hears it at the next tick of a timer
            signal.signal(number, lambda *_: window.close())

    def tell_of_the_last_one(self) -> None:
        """Begin with the page that says to the one before: take your key and your sheets."""
        from ensdesk.ui.pages.centre.over import VisitOver

        lost = self._visit.before == "lost"
        if self._visit.before != "first":
            self._session.land(lambda session: VisitOver(session, lost=lost))
            self._window.reader.say_if_there_is_a_voice()

    def told(self, code: int) -> int:
        """Leave nothing behind, the window being closed; return what the one that waits is told."""
        self._visit.remove_if_alone()
        return CLOSED_BY_TEAM if self._by_team else code

    def _close_centre(self) -> None:
        self._by_team = True
        self._window.close()
