"""After a visit, in a process that never knew it: take your key and your sheets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ensdesk.folder.places import sticks
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session

_LOOK_AGAIN = 1500  # milliseconds
_STAYS = 60_000  # milliseconds before the first page comes by itself


class VisitOver(Page):
    """Tells what to take along, with a sound, and what may remain elsewhere."""

    name = "centre-over"

    def __init__(self, session: Session, *, lost: bool = False) -> None:
        super().__init__(session, _(N_("Take your key and your sheets.")))
        if lost:
            self.add_text(_(N_("The program stopped by itself. We are sorry.")), "lead")
        self.keys = self.add_text("", "lead")
        self.keys.hide()
        self.add_text(_(N_("Nothing of you is left on this computer.")), "good")
        self.add_text(_(N_("Look in the printer: a sheet may still be there.")))
        self.add_text(_(N_("The printer may keep a copy for a while. Ask the team.")))
        self.add_primary(_(N_("Go back to the start")), session.home, icon="house")
        self._looking, self._staying = QTimer(self), QTimer(self)
        self._looking.timeout.connect(self._look)
        self._staying.setSingleShot(True)
        self._staying.timeout.connect(session.home)

    def entered(self) -> None:
        QApplication.beep()
        self._looking.start(_LOOK_AGAIN)
        self._staying.start(_STAYS)
        self._look()

    def _look(self) -> None:
        self.ask(sticks, self._show, lane="work")

    def _show(self, found: tuple[Path, ...]) -> None:
        """Name the keys that are still plugged in, as long as they are."""
        names = ", ".join(place.name for place in found)
        self.keys.setText(_(N_("Still plugged in: {names}.")).format(names=names))
        self.keys.setVisible(bool(found))
