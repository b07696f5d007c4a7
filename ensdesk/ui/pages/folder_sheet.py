"""A sheet about the folder itself: what was done with it, who may open it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import _
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.pdf_page import USUAL, PdfPage
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.paper.printed import Printed

Make = Callable[["Printed"], bytes]


class FolderSheet(PdfPage):
    """*read* looks into the folder (lane of the vault) and returns what makes the PDF."""

    def __init__(
        self,
        session: Session,
        name: str,
        read: Callable[[Folder], Make],
        points: int = USUAL,
    ) -> None:
        super().__init__(session, _(OTHER_SHEETS[name].title), points)
        self.sheet = name
        self.read = read

    def entered(self) -> None:
        folder, today, points = folder_of(self.session), self.session.today(), self.points

        def read() -> tuple[Make, Printed]:
            from ensdesk.paper.printed import Printed

            return self.read(folder), Printed(today, folder.anchor(), points)

        self.ask(read, lambda answer: self.make(lambda: answer[0](answer[1])))

    def resized(self, session: Session, points: int) -> Page:
        return FolderSheet(session, self.sheet, self.read, points)

    def left(self, said: str) -> None:
        folder, name = folder_of(self.session), self.sheet

        def note() -> None:
            from ensdesk.vault.acts import Act

            folder.note(Act.SHEET_PRINTED, name)

        def noted(_none: object) -> None:
            from ensdesk.ui.pages.sheet_gone import SheetGone

            read = self.read
            self.session.land(
                lambda s: SheetGone(s, name, said, lambda s: FolderSheet(s, name, read))
            )

        self.session.lanes.run("vault", note, done=noted)
