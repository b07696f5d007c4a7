"""Papers and cards that end about now, each with its last day."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.folder.ending_soon import Ending, ending_soon
from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.record.time_words import until_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.section import row_of
from ensdesk.ui.session import Session


class EndingSoon(Page):
    """The soonest first; a press opens its page, where the new day is written."""

    name = "ending-soon"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What ends soon")))
        self.add_text(_(N_("You have a new one? Add it, or change the day.")))
        self.rows = self.add_list((), shown=4)
        self.place_notices()

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()
        self.ask(lambda: ending_soon(folder, today), self.show_ending)

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        del kinds
        self.entered()

    def show_ending(self, found: tuple[Ending, ...]) -> None:
        """List them, each with its last day."""
        self.rows.set_rows(
            [replace(row_of(self.session, one), detail=until_in_words(one.until)) for one in found]
        )
