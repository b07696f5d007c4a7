"""Prints the key sheet, the printer named first; without one, the words are copied by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.reading.reader import PageImage
    from ensdesk.vault.secrets import SheetWords


class PrintSecret(Page):
    """Words on paper go to the printer without a file on the way."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.state = self.add_text(_(N_("I am looking for your printer…")), "lead")
        self.printers = self.add_list((), name=_(N_("Printers")))
        self.add_note(
            _(N_("Take the sheet out of the printer at once.")),
            _(N_("A printer at work or in a shop may keep a copy.")),
        )
        self.add_secondary(_(N_("Copy the words by hand instead")), self.by_hand, icon="pencil")

    def images(self) -> Iterator[PageImage]:
        """Yield the pages, away from the screen."""
        raise NotImplementedError

    def printed(self) -> None:
        """Go on: the paper is in the printer."""
        raise NotImplementedError

    def by_hand(self) -> None:
        """Go to the page on which the words are copied instead."""
        raise NotImplementedError

    def entered(self) -> None:
        from ensdesk.ui.printing import printer_names

        self.ask(printer_names, self._show, lane="work")

    def _show(self, names: tuple[str, ...]) -> None:
        if names:
            self.state.setText(_(N_("Press the name of your printer.")))
        else:
            self.state.setText(_(N_("I see no printer on this computer.")))
        self.printers.setHidden(not names)
        self.printers.set_rows([RowItem(n, "", self._press(n), "printer") for n in names])
        if names:
            self.first = self.printers.buttons()[0]
            self.first.setFocus()

    def _press(self, name: str) -> Callable[[], None]:
        return lambda: self._print(name)

    def _print(self, name: str) -> None:
        def job(running: Running) -> int:
            from ensdesk.ui.printing import image_of, print_pages, printer_named

            pages = map(image_of, self.images())
            return print_pages(printer_named(name), pages, running.stopped)

        words = _(N_("I am printing…"))
        self.work(job, lambda count: self.printed() if count else None, words=words)


class PrintKeySheet(PrintSecret):
    """Then two words are asked."""

    name = "print-key-sheet"

    def __init__(self, session: Session, words: SheetWords) -> None:
        super().__init__(session, _(N_("Print my key sheet")))
        self.words = words
        self._today = session.today()

    def images(self) -> Iterator[PageImage]:
        from ensdesk.folder.key_sheet_paper import key_sheet_images

        return key_sheet_images(self.words, self._today)

    def printed(self) -> None:
        from ensdesk.ui.pages.new_folder.prove_key_sheet import ProveKeySheet

        words = self.words
        self.session.go(lambda session: ProveKeySheet(session, words))

    def by_hand(self) -> None:
        from ensdesk.ui.pages.new_folder.key_sheet import CopyWords

        self.session.instead(lambda session: CopyWords(session, self.words))
