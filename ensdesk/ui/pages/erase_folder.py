"""« Effacer mon dossier »: what goes and what cannot, the code, then a certificate."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.erasing_all import Erased
    from ensdesk.ui.pages.on_paper import OnPaper


class EraseFolder(Page):
    """Enter answers nothing here; after the yes the code is asked, and the code erases."""

    name = "erase-folder"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Erase my folder?")))
        if session.folder is None:
            self.add_text(_(N_("Open your folder first. Only you can erase it.")), "lead")
            self.add_primary(_(N_("Go back")), session.back, icon="arrow-left")
            return
        self.add_text(_(N_("Everything goes: what you wrote, your papers, your secrets.")), "lead")
        self.add_text(_(N_("Nobody can bring it back. Your key sheet will open nothing.")))
        self.add_note(_(N_("Copies and printed sheets made before stay where they are.")))
        self.add_text(_(N_("Your code is asked once more. Then all is erased at once.")))
        self.add_pair(_(N_("Erase everything")), self._ask, _(N_("Keep it")), session.back)
        start_at_title(self)

    def _ask(self) -> None:
        from ensdesk.ui.pages.my_secrets import PresentSecret

        self.session.go(lambda session: PresentSecret(session, Erasing, of_holder=True))


class Erasing(Page):
    """Erases as soon as it is in view: the secret that leads here was the last word."""

    name = "erasing"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("I am erasing your folder")))
        self.place_notices()

    def entered(self) -> None:
        from ensdesk.folder.erasing_all import erase_everything

        folder = folder_of(self.session)
        self.ask(lambda: erase_everything(folder), self._erased, words=_(N_("I am erasing…")))

    def _erased(self, erased: Erased) -> None:
        session = self.session
        known = session.settings.without_folder(folder_of(session).vault.path)
        session.set_folder(None)
        session.set_settings(known)
        session.land(lambda session: FolderGone(session, erased))


class FolderGone(Page):
    """Says what was erased and what cannot be; it can be printed before leaving."""

    name = "folder-gone"

    def __init__(self, session: Session, erased: Erased) -> None:
        from ensdesk.paper.erasure_sheet import REMAINS

        super().__init__(session, _(N_("Your folder is erased.")))
        self.erased = erased
        self.add_text(" · ".join((_day_of(erased), *counts_of(erased))), "lead")
        self.add_text(_(N_("What the program cannot erase")), "h2")
        for remains in REMAINS:
            self.add_text(_(remains))
        self.place_notices()
        start_at_title(self)

    def entered(self) -> None:
        self.ask(self._make, self._show, lane="work")

    def _make(self) -> tuple[bytes, int, tuple[str, ...]]:
        from ensdesk.paper.erasure_sheet import erasure_sheet
        from ensdesk.reading.reader import look
        from ensdesk.ui.printing import printer_names

        pdf = erasure_sheet(counts_of(self.erased), self.erased.at.date())
        return pdf, look(io.BytesIO(pdf), "application/pdf").pages, printer_names()

    def _show(self, made: tuple[bytes, int, tuple[str, ...]]) -> None:
        pdf, pages, printers = made
        self.add_primary(_(N_("Finish")), self.session.home, icon="check")
        if printers:
            from ensdesk.ui.pages.on_paper import print_on

            words = _(N_("Print this certificate"))
            paper = self._on_paper(pdf, pages)
            self.add_secondary(words, lambda: print_on(self, printers[0], paper), icon="printer")
        self.add_secondary(_(N_("Put it on a USB key")), self._to_a_key(pdf), icon="usb")

    def _on_paper(self, pdf: bytes, pages: int) -> OnPaper:
        from ensdesk.ui.pages.on_paper import OnPaper

        return OnPaper(
            title=_(N_("Erased folder")),
            pages=pages,
            media_type="application/pdf",
            open=lambda: io.BytesIO(pdf),
            texts=(),
            printed=lambda: self.session.say(_(N_("It is printed."))),
        )

    def _to_a_key(self, pdf: bytes) -> Callable[[], None]:
        def saved() -> None:
            session, erased = self.session, self.erased
            session.land(lambda session: FolderGone(session, erased))
            session.say(_(N_("The sheet is on the key.")))

        def go() -> None:
            from ensdesk.ui.pages.sheet_to_key import SheetToKey

            self.session.go(lambda session: SheetToKey(session, pdf, saved))

        return go


def counts_of(erased: Erased) -> list[str]:
    """Return what was erased in numbers; no name."""
    return [
        plural("{count} line", "{count} lines", erased.lines),
        plural("{count} paper", "{count} papers", erased.papers),
        _(N_("every code and key that opened it")),
    ]


def _day_of(erased: Erased) -> str:
    return date_in_words(PartialDate.of(erased.at.date()))
