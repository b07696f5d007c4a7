"""One of the sheets that are made of records."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.folder.sheet_contents import shown_on
from ensdesk.language import _
from ensdesk.paper.sheets import Printed, sheet_named
from ensdesk.record.contents import Contents
from ensdesk.ui.page import Page
from ensdesk.ui.pages.pdf_page import USUAL, PdfPage
from ensdesk.ui.session import Session


class SheetPage(PdfPage):
    """Without *contents* it is made of the open folder, which then remembers that it was printed.

    *on_done* is called after the sheet has left, in the place of the page that says so.
    """

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
        super().__init__(session, _(sheet_named(name).title), points)
        self.sheet = name
        self.contents = contents
        self.on_done = on_done
        self.months = months
        self.about = about
        self.made_of = contents or Contents.of()

    def entered(self) -> None:
        folder, contents = self.session.folder, self.contents
        if contents is not None or folder is None:
            self._make(self.made_of, "", self.made_of)
            return
        name, months, about = self.sheet, self.months, self.about

        def read() -> tuple[Contents, str, Contents]:
            contents = folder.open_part.contents()
            return contents, folder.anchor(), shown_on(folder, contents, name, months, about)

        self.ask(read, lambda answer: self._make(*answer))

    def _make(self, contents: Contents, anchor: str, shown: Contents) -> None:
        self.made_of = contents
        printed = Printed(self.session.today(), anchor, self.points, self.months, self.about)
        self.make(lambda: sheet_named(self.sheet).make(shown, printed))

    def resized(self, session: Session, points: int) -> Page:
        return SheetPage(
            session,
            self.sheet,
            self.contents,
            self.on_done,
            months=self.months,
            about=self.about,
            points=points,
        )

    def left(self, said: str) -> None:
        folder, name, contents = self.session.folder, self.sheet, self.made_of
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
        self.session.land(lambda s: SheetGone(s, name, said, lambda s: SheetPage(s, name)))
