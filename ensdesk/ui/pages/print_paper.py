"""Prints a paper of the folder: the printer is named first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.on_paper import OnPaper
from ensdesk.ui.pages.print_buttons import Without, add_print_buttons
from ensdesk.ui.session import Session

Cover = Callable[[], bytes]


class PrintPaper(Page):
    """Builds itself when the printers are known. *cover* makes its first page, if one is wished."""

    name = "print-paper"

    def __init__(
        self, session: Session, paper: OnPaper, without: Without, cover: Cover | None = None
    ) -> None:
        words = N_("Print this paper with a cover page") if paper.cover else N_("Print this paper")
        super().__init__(session, _(words))
        self.paper = paper
        self.cover = cover
        self.without = without
        self.place_notices()

    def entered(self) -> None:
        from ensdesk.ui.printing import printer_names

        words = _(N_("I am looking for your printer…"))
        self.ask(printer_names, self._show, lane="work", words=words)

    def _show(self, names: tuple[str, ...]) -> None:
        add_print_buttons(self, names, self.paper, self.without)
        self.first = self.primary
        if names and self.cover is not None:
            words = _(N_("Add a cover page: what it is, whose it is"))
            cover = self.cover
            self.add_link(words, lambda: self.ask(cover, self._covered), icon="file-plus")

    def _covered(self, cover: bytes) -> None:
        paper = replace(self.paper, cover=cover)
        self.session.go(lambda session: PrintPaper(session, paper, self.without))
