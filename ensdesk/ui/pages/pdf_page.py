"""A PDF as it will be on paper: looked at, read as words, printed, or put on a USB key."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, cast

from ensdesk.language import N_, _, plural
from ensdesk.reading.media import PDF
from ensdesk.ui.page import Page
from ensdesk.ui.pages.on_paper import OnPaper, viewer_of
from ensdesk.ui.pages.print_buttons import add_print_buttons
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.beside_paper import BesidePaper

SIZES = (14, 16, 18, 20, 24)  # points
USUAL = 16
_SHARE = 0.36  # of the width, for what can be done: the whole sheet is seen at once


@dataclass(frozen=True)
class MadePdf:
    """A sheet that was made, and the printers that are there."""

    pdf: bytes
    pages: int
    texts: tuple[str, ...]
    printers: tuple[str, ...]


class PdfPage(Page):
    """A subclass calls `make` in `entered`, and says what follows in `left` and `resized`."""

    name = "sheet"

    def __init__(self, session: Session, title: str, points: int = USUAL) -> None:
        super().__init__(session, title)
        self.points = points
        self.place_notices()

    def left(self, said: str) -> None:
        """Go on once the sheet was printed or put on a key; *said* is a msgid that tells which."""
        raise NotImplementedError

    def resized(self, session: Session, points: int) -> Page:
        """Return this page again, with the letters on the paper at *points*."""
        raise NotImplementedError

    def make(self, job: Callable[[], bytes]) -> None:
        """Have the PDF made in the lane of work, then show it."""

        def made() -> MadePdf:
            from ensdesk.reading.reader import look
            from ensdesk.ui.printing import printer_names

            pdf = job()
            seen = look(io.BytesIO(pdf), PDF)
            return MadePdf(pdf, seen.pages, seen.text, printer_names())

        self.ask(made, self._show, lane="work", words=_(N_("I am making your sheet…")))

    def _show(self, made: MadePdf) -> None:
        self.add_text(
            plural(
                "{count} page to read before printing.",
                "{count} pages to read before printing.",
                made.pages,
            )
        )
        paper = OnPaper(
            title=self.heading.text(),
            pages=made.pages,
            media_type=PDF,
            open=lambda: cast("BinaryIO", io.BytesIO(made.pdf)),
            texts=made.texts,
            printed=partial(self.left, N_("It is printed.")),
        )
        add_print_buttons(self, made.printers, paper, partial(self._to_a_key, made.pdf))
        self.first = self.primary
        self.add_link(_(N_("Read as large text")), partial(self._read, made), icon="book-open")
        self._add_sizes()
        viewer = viewer_of(self, paper, zooms=False)  # the letters themselves can be made larger
        self.stand_in(lambda column: BesidePaper(column, viewer, _SHARE))

    def _add_sizes(self) -> None:
        """Offer larger and smaller letters on the paper, from 14 to 24 points."""
        at = SIZES.index(self.points)
        for words, icon, to in (
            (N_("Larger letters"), "a-arrow-up", at + 1),
            (N_("Smaller letters"), "a-arrow-down", at - 1),
        ):
            if 0 <= to < len(SIZES):
                self.add_link(_(words), partial(self._resize, SIZES[to]), icon=icon)

    def _resize(self, points: int) -> None:
        self.session.instead(lambda session: self.resized(session, points))

    def _read(self, made: MadePdf) -> None:
        from ensdesk.ui.pages.sheet_text import SheetText

        title = self.heading.text()
        self.session.go(lambda session: SheetText(session, title, made.texts))

    def _to_a_key(self, pdf: bytes) -> None:
        from ensdesk.ui.pages.sheet_to_key import SheetToKey

        saved = partial(self.left, N_("The sheet is on the key."))
        self.session.go(lambda session: SheetToKey(session, pdf, saved))
