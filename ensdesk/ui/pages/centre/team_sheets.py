"""What the team of a centre finds: its sheets, which are about nobody, and the way out."""

from __future__ import annotations

from functools import partial

from ensdesk.language import N_, _
from ensdesk.paper.centre_sheets import CENTRE_SHEETS
from ensdesk.ui.page import Page
from ensdesk.ui.pages.pdf_page import PdfPage
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_USES = {
    "centre-guide": (N_("To put up beside the computer."), "clipboard-list"),
    "centre-promise": (N_("Each volunteer signs it, and so does the centre."), "handshake"),
}


class TeamSheets(Page):
    """The guide and the promise; whoever is in charge prints them once."""

    name = "centre-team"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("For the team of the centre")))
        sheets = [
            RowItem(_(CENTRE_SHEETS[name].title), _(use), partial(self._see, name), icon)
            for name, (use, icon) in _USES.items()
        ]
        close = _(N_("Close the program on this computer"))
        after = _(N_("In the evening. No visitor can come after that."))
        self.add_list([*sheets, RowItem(close, after, session.close_centre, "x")])

    def _see(self, name: str) -> None:
        self.session.go(lambda session: TeamSheet(session, name))


class TeamSheet(PdfPage):
    """One of them, as it comes out of the printer."""

    def __init__(self, session: Session, sheet: str, points: int = 0) -> None:
        self.sheet = CENTRE_SHEETS[sheet]
        super().__init__(session, _(self.sheet.title), points or self.sheet.points)
        self._called = sheet

    def entered(self) -> None:
        sheet, today, points = self.sheet, self.session.today(), self.points
        centre = self.session.centre.name if self.session.centre else ""
        self.make(lambda: sheet.make(today, centre, points))

    def resized(self, session: Session, points: int) -> Page:
        return TeamSheet(session, self._called, points)

    def left(self, said: str) -> None:
        self.session.land(TeamSheets)
        self.session.say(_(said))
