"""Something became due while the person does something else: a few words outside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ensdesk.language import N_, _
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

_LOOK_EVERY = 5 * 60_000  # milliseconds
WORDS = N_("Something to look at in your folder")


class Reminder(QObject):
    """Looks while a folder is open behind other windows; what is in view needs no reminder.

    Anybody may read what *notify* shows: it never says what is due.
    """

    def __init__(
        self,
        session: Session,
        notify: Callable[[str], object],
        is_in_front: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._notify = notify
        self._is_in_front = is_in_front
        self._folder: Folder | None = None
        self._known: frozenset[str] = frozenset()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Look once whether anything became due since the last look."""
        folder = self.session.folder
        if folder is None or folder.is_example or self._is_in_front():
            return
        from ensdesk.folder.put_off import told_now

        self.session.lanes.run(
            "vault",
            lambda: told_now(folder),
            done=lambda told: self._looked(folder, told),
            failed=lambda _error: None,  # a damaged line is told where it is read
        )

    def _looked(self, folder: Folder, told: frozenset[str]) -> None:
        if folder is not self.session.folder:
            return
        is_new = folder is self._folder and not told <= self._known  # home told the first ones
        self._folder, self._known = folder, told
        if is_new:
            words = _(WORDS)
            self.session.lanes.run("work", lambda: self._notify(words), done=lambda _taken: None)
