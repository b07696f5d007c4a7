"""The folders on the keys that are plugged in; one that is plugged in appears by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from ensdesk.folder.found import folders_on_sticks
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.folder_words import words_of_place
from ensdesk.ui.pages.open_folder import OpenFolder
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_LOOK_AGAIN = 1500  # milliseconds


class FoldersOnKeys(Page):
    """The place of « I already have a folder » where nothing lies on the computer itself."""

    name = "centre-keys"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Plug your USB key in.")))
        self.hint = self.add_text(_(N_("Your folder appears here by itself, in a few seconds.")))
        self.found = self.add_list((), name=_(N_("Folders that are here")), shown=3)
        self.add_secondary(_(N_("I have just plugged it in")), self._look, icon="refresh-cw")
        self.add_note(
            _(N_("No folder on your key? Go back, and press “Make my folder”.")),
            _(N_("A code made at home does not open it here. Take your words or your key sheet.")),
        )
        self._seen: tuple[Path, ...] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def entered(self) -> None:
        self._look()
        self._timer.start(_LOOK_AGAIN)

    def _look(self) -> None:
        self.ask(folders_on_sticks, self._show, lane="work")

    def _show(self, places: tuple[Path, ...]) -> None:
        if places == self._seen:
            return
        self._seen = places
        self.hint.setHidden(bool(places))
        self.found.setVisible(bool(places))
        self.found.set_rows([self._row(place) for place in places])
        if places:
            self.first = self.found.buttons()[0]
            self.first.setFocus()

    def _row(self, place: Path) -> RowItem:
        words, detail, icon = words_of_place(place)
        return RowItem(words, detail, lambda: self._open(place), icon)

    def _open(self, place: Path) -> None:
        self.session.go(lambda session: OpenFolder(session, place))
