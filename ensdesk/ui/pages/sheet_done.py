"""After the sheet: keep what was written in a folder, or forget everything."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


class SheetDone(Page):
    """Two answers of the same size. Nothing is on the disk yet."""

    name = "sheet-done"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Would you like to keep what you wrote?")))
        self.add_text(_(N_("Put the sheet on the fridge, or in your bag.")), "lead")
        self.add_text(_(N_("So far nothing is kept on this computer.")))
        self.add_pair(
            _(N_("Yes, make my folder")),
            self._keep,
            _(N_("No, forget everything")),
            self._forget,
        )

    def _keep(self) -> None:
        from ensdesk.ui.pages.new_folder.for_whom import ForWhom

        self.session.go(ForWhom)

    def _forget(self) -> None:
        self.session.forget_sheet()
        if self.session.centre is not None:
            self.session.end_visit()
        else:
            self.session.land(AllForgotten)


class AllForgotten(Page):
    """Says that nothing is left."""

    name = "all-forgotten"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Everything is forgotten.")))
        self.add_text(_(N_("Nothing of it is left on this computer.")), "good")
        self.add_text(_(N_("Look whether a sheet is still in the printer.")))
        self.add_primary(_(N_("Go back to the start")), session.home, icon="house")
