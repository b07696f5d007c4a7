"""What is half written is kept every few seconds, for the day the computer stops by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ensdesk.trouble import Trouble
from ensdesk.ui.session import Session

_KEEP_EVERY = 3000  # milliseconds
Draft = tuple[str, dict[str, Any]]  # the name of a page, and its values


class DraftWatch(QObject):
    """Keeps the page in view in the folder while it is half filled, and forgets it once left.

    A page that was left on purpose must be forgotten before the next one reads the folder: the
    home page goes back to what is kept.
    """

    def __init__(
        self, session: Session, half_filled: Callable[[], Draft | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._half_filled = half_filled
        self._kept: Draft | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_KEEP_EVERY)

    def look(self) -> None:
        """Keep what is half written now, if it is not kept yet."""
        folder, now = self.session.folder, self._half_filled()
        if folder is None or now == self._kept:
            return
        if now is None:
            self.forget()
            return
        self._kept = now
        keep = partial(folder.keep_draft, *now)
        self.session.lanes.run("vault", keep, done=lambda _none: None, failed=self._not_kept)

    def forget(self) -> None:
        """The page is left: nothing has to come back."""
        folder, kept, self._kept = self.session.folder, self._kept, None
        if folder is not None and kept is not None:
            self.session.lanes.run("vault", folder.take_draft, done=lambda _draft: None)

    def end(self, *, kept: bool) -> None:
        """The folder closes, and what is half written was kept or is to be forgotten."""
        self._timer.stop()
        if not kept:
            self.forget()

    def _not_kept(self, error: BaseException) -> None:
        self._kept = None  # tried again; what it says is said when something is saved
        if not isinstance(error, Trouble):
            raise error
