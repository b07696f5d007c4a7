"""One of the sheets that are made of records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.folder.sheet_contents import private_of, shown_on
from ensdesk.folder.stays_on_sheet import EMERGENCY
from ensdesk.language import N_, _
from ensdesk.paper.sheets import Printed, sheet_named
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record, RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.pages.pdf_page import USUAL, PdfPage
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder


class SheetPage(PdfPage):
    """Without *contents* it is made of the open folder, which then remembers that it was printed.

    *on_done* is called after the sheet has left, in the place of the page that says so. What is
    only for the person is asked about first, unless *private* says what of it is shown.
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
        private: frozenset[RecordId] | None = None,
    ) -> None:
        super().__init__(session, _(sheet_named(name).title), points)
        self.sheet = name
        self.contents = contents
        self.on_done = on_done
        self.months = months
        self.about = about
        self.private = private
        self.made_of = contents or Contents.of()

    def entered(self) -> None:
        folder, contents = self.session.folder, self.contents
        if contents is not None or folder is None:
            self._make(self.made_of, "", self.made_of)
            return
        name, chosen = self.sheet, self.private

        def read() -> tuple[Record, ...]:
            asks = chosen is None and name != EMERGENCY  # there it was answered when it was hidden
            return private_of(folder, name, self.about) if asks else ()

        self.ask(read, lambda found: self._ask(found) if found else self._read_folder(folder))

    def _ask(self, found: tuple[Record, ...]) -> None:
        from ensdesk.ui.pages.which_private import WhichPrivate

        session, make = self.session, self._like_this

        def then(chosen: frozenset[RecordId]) -> None:
            session.instead(lambda session: make(session, private=chosen))

        title = _(N_("What shall I add to this sheet?"))
        session.instead(lambda session: WhichPrivate(session, title, found, then))

    def _read_folder(self, folder: Folder) -> None:
        name, months, about = self.sheet, self.months, self.about
        chosen = self.private or frozenset()

        def read() -> tuple[Contents, str, Contents]:
            contents = folder.open_part.contents()
            private = [one for one in private_of(folder, name, about) if one.id in chosen]
            shown = shown_on(folder, contents, name, months, about, private)
            return contents, folder.anchor(), shown

        self.ask(read, lambda answer: self._make(*answer))

    def _make(self, contents: Contents, anchor: str, shown: Contents) -> None:
        self.made_of = contents
        printed = Printed(self.session.today(), anchor, self.points, self.months, self.about)
        self.make(lambda: sheet_named(self.sheet).make(shown, printed))

    def resized(self, session: Session, points: int) -> Page:
        return self._like_this(session, points=points, private=self.private)

    def _like_this(
        self, session: Session, *, points: int = USUAL, private: frozenset[RecordId] | None
    ) -> Page:
        return SheetPage(
            session,
            self.sheet,
            self.contents,
            self.on_done,
            months=self.months,
            about=self.about,
            points=points,
            private=private,
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
