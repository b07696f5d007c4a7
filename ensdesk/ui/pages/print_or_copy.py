"""Everything that can leave the folder: on paper, or as a copy."""

from __future__ import annotations

from functools import partial

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.session import Session


class PrintOrCopy(Page):
    """Paper first; a copy next; a copy that comes back last."""

    name = "print-or-copy"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Print or copy")))
        self.add_text(_(N_("Nothing leaves the folder unless you press one of these buttons.")))
        summary = partial(self._print, "summary")
        words = _(N_("Print a summary for the doctor"))
        self.add_primary(words, summary, icon="printer").fill_width()
        own = folder_of(session).helped_by is None and not session.example  # all keys are needed
        double = [(_(N_("Make a double")), "hard-drive", self._double)] if own else []
        self.add_tiles(
            [
                (_(N_("My emergency sheet")), "siren", partial(self._print, "emergency")),
                (_(N_("My medicines of the week")), "pill", partial(self._print, "week")),
                (_(N_("Other sheets")), "files", self._others),
                (_(N_("Copy to my key, or for the doctor")), "copy", self._copy),
                *double,
            ]
        )
        if session.centre is None:  # what comes back would lie on this computer
            self.add_link(
                _(N_("Take back a copy")), self._bring_back, icon="folder-open", changes=True
            )

    def _print(self, sheet: str) -> None:
        from ensdesk.ui.pages.sheet_page import SheetPage

        self.session.go(lambda session: SheetPage(session, sheet))

    def _others(self) -> None:
        from ensdesk.ui.pages.other_sheets import OtherSheets

        self.session.go(OtherSheets)

    def _copy(self) -> None:
        from ensdesk.ui.pages.copy_out import CopyOut
        from ensdesk.ui.pages.my_secrets import holder_first

        self.session.go(lambda session: holder_first(session, CopyOut))

    def _double(self) -> None:
        from ensdesk.ui.pages.doubles import MakeDouble

        self.session.go(MakeDouble)

    def _bring_back(self) -> None:
        from ensdesk.ui.pages.bring_back import BringBack

        self.session.go(BringBack)
