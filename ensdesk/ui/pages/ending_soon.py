"""What ends about now, each with its last day: papers and cards, or medicines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ensdesk.folder.ending_soon import Ending, ending_soon
from ensdesk.folder.folder import Folder
from ensdesk.folder.renewals import renewals
from ensdesk.kinds.medication import Medication
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
    asks = N_("What ends soon")
    advice = N_("You have a new one? Add it, or change the day.")

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(self.asks))
        self.told = self.add_text(_(self.advice))
        self.rows = self.add_list((), shown=4)
        self.place_notices()

    def read(self, folder: Folder) -> Sequence[Ending | Medication]:
        """Return what is listed (lane of the vault)."""
        return ending_soon(folder, self.session.today())

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: self.read(folder), self.show_ending)

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        del kinds
        self.entered()

    def show_ending(self, found: Sequence[Ending | Medication]) -> None:
        """List them, each with its last day."""
        self.told.setText(_(self.advice if found else N_("All is well.")))
        self.rows.set_rows(
            [replace(row_of(self.session, one), detail=until_in_words(one.until)) for one in found]
        )


class Renewals(EndingSoon):
    """Medicines that end about now: each goes on, or is stopped."""

    name = "renewals"
    asks = N_("Which medicines go on?")
    advice = N_("Press one to say that you still take it. In doubt, ask your pharmacist.")

    def read(self, folder: Folder) -> Sequence[Ending | Medication]:
        return renewals(folder, folder.records(Medication), self.session.today())
