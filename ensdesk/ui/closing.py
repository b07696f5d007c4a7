"""How what is open closes: by the button, by Ctrl+L, or by itself when the person is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ensdesk.ui.idle import IdleClock, IdleWatch
from ensdesk.ui.strip import closes_soon

if TYPE_CHECKING:
    from ensdesk.ui.window import Window


class Closing:
    """Closes the folder; on a computer of a centre the visit ends too."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def watch_idle(self) -> IdleWatch:
        """Return what closes a folder, or a visit, that was left alone."""
        return IdleWatch(
            IdleClock(self._session.minutes),
            is_open=self._in_use,
            warn=self._warn,
            awake=self._window.warning.hide,
            close=self._left_alone,
            window=self._window,
        )

    def close(self) -> None:
        """« Fermer mon dossier », or « J’ai fini » on a computer of a centre."""
        if self._session.centre is None:
            self.lock()
        else:
            from ensdesk.ui.pages.centre.finish import finish

            finish(self._session, half_filled=self._window.half_filled() is not None)

    def lock(self) -> None:
        """Close the folder, if one is open."""
        self._window.reader.stop()
        if self._session.folder is not None:
            self._session.lock()

    def _in_use(self) -> bool:
        """Say whether what is open must not stay so; in a centre any page but the first."""
        in_centre = self._session.centre is not None
        return self._session.folder is not None or (in_centre and self._window.has_way_back)

    def _warn(self) -> None:
        words = closes_soon(is_open=self._session.folder is not None)
        self._window.warning.say(words, self._window.idle.still_here)
        self._window.area.verticalScrollBar().setValue(0)
        if self._session.centre is not None:
            QApplication.beep()

    def _left_alone(self) -> None:
        """Close the folder; in a centre, what is in none goes with the visit."""
        if self._session.folder is not None:
            self.lock()
        else:
            self._session.end_visit()
