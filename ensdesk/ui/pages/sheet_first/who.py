"""For whom the sheet is."""

from __future__ import annotations

from ensdesk.kinds.identity import Identity
from ensdesk.language import N_, _
from ensdesk.ui.pages.identity_fields import IdentityFields
from ensdesk.ui.pages.sheet_first.begun import contents_of, keep
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session


class SheetFirst(Question):
    """The first question. Everything typed stays in memory until the end says what to do."""

    name = "sheet-who"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Who is this sheet for?")))
        known = contents_of(session).single(Identity) or Identity(given="", family="", born=None)
        self.fields = IdentityFields(self, known)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        identity = self.fields.read()
        if identity is not None:
            keep(self.session, identity)
            self.go_on()
