"""The buttons that print: the printer is named on the first; the others are one press away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.on_paper import OnPaper, print_on
from ensdesk.ui.session import Session

Without = Callable[[], object]  # what « Je n’ai pas d’imprimante » does


def add_print_buttons(
    page: Page, printers: Sequence[str], paper: OnPaper, without: Without | None = None
) -> None:
    """Add « Imprimer sur … » and the other way to paper, or to a file without a printer."""
    if not printers:
        page.add_text(_(N_("I see no printer on this computer.")))
        if without:
            page.add_primary(_(N_("I have no printer")), without, icon="usb")
        return
    words = _(N_("Print on {printer}")).format(printer=printers[0])
    page.add_primary(words, lambda: print_on(page, printers[0], paper), icon="printer")
    if printers[1:]:
        other = _(N_("Another printer, or none"))
        page.add_secondary(
            other, lambda: page.session.go(lambda s: OtherPrinter(s, printers[1:], paper, without))
        )
    elif without:
        page.add_secondary(_(N_("I have no printer")), without)


class OtherPrinter(Page):
    """The other printers of this computer, and none."""

    name = "other-printer"

    def __init__(
        self,
        session: Session,
        printers: Sequence[str],
        paper: OnPaper,
        without: Without | None = None,
    ) -> None:
        super().__init__(session, _(N_("Which printer?")))

        def printing(printer: str) -> Callable[[], object]:
            return lambda: print_on(self, printer, paper)

        answers = [(printing(printer), printer, "", "printer") for printer in printers[:5]]
        if without:
            answers.append((without, _(N_("I have no printer")), "", "usb"))
        add_answers(self, answers, lambda press: press())
