"""A sheet as it will be on paper: looked at, read as words, printed, or put on a USB key."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, cast

from ensdesk.folder.sheet_contents import shown_on
from ensdesk.language import N_, _, plural
from ensdesk.paper.sheets import Printed, sheet_named
from ensdesk.record.contents import Contents
from ensdesk.ui.page import Page
from ensdesk.ui.pages.on_paper import OnPaper, add_viewer
from ensdesk.ui.pages.print_buttons import add_print_buttons
from ensdesk.ui.session import Session

_PDF = "application/pdf"
SIZES = (14, 16, 18, 20, 24)  # points
USUAL = 16


@dataclass(frozen=True)
class MadeSheet:
    """A sheet that was made, and the printers that are there."""

    contents: Contents
    pdf: bytes
    pages: int
    texts: tuple[str, ...]
    printers: tuple[str, ...]


class SheetPage(Page):
    """Without *contents* it is made of the open folder, which then remembers that it was printed.

    *on_done* is called after the sheet has left, in the place of the page that says so.
    """

    name = "sheet"

    def __init__(
        self,
        session: Session,
        name: str,
        contents: Contents | None = None,
        on_done: Callable[[], object] | None = None,
        *,
        months: int | None = 12,
        about: str = "",
        points: int = USUAL,
    ) -> None:
        super().__init__(session, _(sheet_named(name).title))
        self.sheet = name
        self.contents = contents
        self.on_done = on_done
        self.months = months
        self.about = about
        self.points = points
        self.place_notices()

    # -- made away from the screen ---------------------------------------------------------------

    def entered(self) -> None:
        folder, contents = self.session.folder, self.contents
        if contents is not None or folder is None:
            self._make(contents or Contents.of(), "")
            return
        name, months, about = self.sheet, self.months, self.about

        def read() -> tuple[Contents, str, Contents]:
            contents = folder.contents()
            return contents, folder.anchor(), shown_on(folder, contents, name, months, about)

        self.ask(read, lambda answer: self._make(*answer))

    def _make(self, contents: Contents, anchor: str, shown: Contents | None = None) -> None:
        name, today = self.sheet, self.session.today()
        printed = Printed(today, anchor, self.points, self.months, self.about)

        def make() -> MadeSheet:
            from ensdesk.reading.reader import look
            from ensdesk.ui.printing import printer_names

            pdf = sheet_named(name).make(shown or contents, printed)
            seen = look(io.BytesIO(pdf), _PDF)
            return MadeSheet(contents, pdf, seen.pages, seen.text, printer_names())

        self.ask(make, self._show, lane="work", words=_(N_("I am making your sheet…")))

    # -- what is seen ----------------------------------------------------------------------------

    def _show(self, made: MadeSheet) -> None:
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
            media_type=_PDF,
            open=lambda: cast("BinaryIO", io.BytesIO(made.pdf)),
            texts=made.texts,
            printed=partial(self._gone, made.contents, N_("It is printed.")),
        )
        add_print_buttons(self, made.printers, paper, partial(self._to_a_key, made))
        self.first = self.primary
        self.add_link(_(N_("Read as large text")), partial(self._read, made), icon="book-open")
        self._add_sizes()
        add_viewer(self, paper, zooms=False)  # the letters themselves can be made larger

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
        made_of, done, about, months = self.contents, self.on_done, self.about, self.months
        self.session.instead(
            lambda session: SheetPage(
                session, self.sheet, made_of, done, months=months, about=about, points=points
            )
        )

    def _read(self, made: MadeSheet) -> None:
        from ensdesk.ui.pages.sheet_text import SheetText

        title = self.heading.text()
        self.session.go(lambda session: SheetText(session, title, made.texts))

    def _to_a_key(self, made: MadeSheet) -> None:
        from ensdesk.ui.pages.sheet_to_key import SheetToKey

        saved = partial(self._gone, made.contents, N_("The sheet is on the key."))
        self.session.go(lambda session: SheetToKey(session, made.pdf, saved))

    # -- the sheet has left ----------------------------------------------------------------------

    def _gone(self, contents: Contents, said: str) -> None:
        folder, name = self.session.folder, self.sheet
        if self.contents is not None or folder is None:
            self.session.printed_before = contents, self.session.today()
            self._end(said)
            return

        def note() -> None:
            from ensdesk.folder.printing import printed

            printed(folder, name, contents)

        self.session.lanes.run("vault", note, done=lambda _none: self._end(said))

    def _end(self, said: str) -> None:
        if self.on_done is not None:
            self.session.say(_(said))
            self.on_done()
            return
        from ensdesk.ui.pages.sheet_gone import SheetGone

        name = self.sheet
        self.session.land(lambda session: SheetGone(session, name, said))
