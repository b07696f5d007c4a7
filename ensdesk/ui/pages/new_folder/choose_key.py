"""Which USB key will open the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ensdesk.folder.places import sticks
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.making import Use
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem


class ChooseKey(Page):
    """Lists the keys that are plugged in; what is on them stays."""

    name = "choose-key"

    def __init__(self, session: Session, use: Use) -> None:
        super().__init__(session, _(N_("Which USB key will open your folder?")))
        self.use = use
        self.add_text(_(N_("Plug the key in. A small key is written on it; the rest stays.")))
        self.found = self.add_text("")
        self.keys = self.add_list((), name=_(N_("USB keys")))
        self.add_secondary(_(N_("I have just plugged it in")), self._look, icon="refresh-cw")
        self.add_note(_(N_("Do not leave it in the computer. If lost, take your key sheet.")))

    def entered(self) -> None:
        self._look()

    def _look(self) -> None:
        self.ask(sticks, self._show, lane="work")

    def _show(self, found: tuple[Path, ...]) -> None:
        rows = [RowItem(place.name or str(place), "", self._press(place), "usb") for place in found]
        self.keys.set_rows(rows)
        none = _(N_("I see no USB key yet. It may take a few seconds."))
        self.found.setText("" if rows else none)
        self.found.setVisible(not rows)

    def _press(self, stick: Path) -> Callable[[], object]:
        return lambda: self.use.key(self, stick)
