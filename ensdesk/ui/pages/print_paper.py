"""Prints a paper of the folder: the printer is named first."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.on_paper import OnPaper
from ensdesk.ui.pages.print_buttons import Without, add_print_buttons
from ensdesk.ui.session import Session


class PrintPaper(Page):
    """Builds itself when the printers are known."""

    name = "print-paper"

    def __init__(self, session: Session, paper: OnPaper, without: Without) -> None:
        super().__init__(session, _(N_("Print this paper")))
        self.paper = paper
        self.without = without
        self.place_notices()

    def entered(self) -> None:
        from ensdesk.ui.printing import printer_names

        words = _(N_("I am looking for your printer…"))
        self.ask(printer_names, self._show, lane="work", words=words)

    def _show(self, names: tuple[str, ...]) -> None:
        add_print_buttons(self, names, self.paper, self.without)
        self.first = self.primary
