"""Six digits, written twice, that nobody would try first."""

from __future__ import annotations

from ensdesk.folder.code_sense import obvious
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.making import Use
from ensdesk.ui.pages.new_folder.twice import show_together
from ensdesk.ui.session import Session


class ChooseCode(Page):
    """The second field follows the first by itself; the twelfth digit goes on."""

    name = "choose-code"

    def __init__(self, session: Session, use: Use) -> None:
        super().__init__(session, _(N_("Choose your code.")))
        self.use = use
        self.add_text(_(N_("6 digits that you remember easily. Not your birth date.")))
        self.code = self.add_code(_(N_("Your code")), self._first_done)
        self.again = self.add_code(_(N_("The same code again")), self._second_done)
        show_together(self.code, self.again)
        self.add_note(
            _(N_("A code is right for a computer at home.")),
            _(N_("If the computer opens without asking anything, a thief could find the code.")),
        )
        self.add_primary(_(N_("Keep this code")), self._keep, icon="check")

    def _first_done(self, digits: str) -> None:
        if obvious(digits, self.use.about.born):
            self.code.error(_(N_("A stranger would try this code first. Choose another one.")))
            self.code.clear()
        else:
            self.again.secret.setFocus()

    def _second_done(self, _digits: str) -> None:
        if self.code.complete():
            self._keep()

    def _keep(self) -> None:
        if not self.code.complete():
            self.code.error(_(N_("A code has 6 digits.")))
        elif obvious(self.code.text(), self.use.about.born):
            self._first_done(self.code.text())
        elif not self.again.complete():
            self.again.error(_(N_("Write the same 6 digits again.")))
        elif self.code.text() != self.again.text():
            self.again.clear()
            self.again.error(_(N_("The two codes are not the same. Write it again.")))
        else:
            self.use.code(self, self.code.text())
