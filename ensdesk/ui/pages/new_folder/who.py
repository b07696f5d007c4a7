"""Names and birth date of the person whose folder it will be."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.identity_fields import IdentityFields
from ensdesk.ui.pages.new_folder.place import cloud_of_plan, next_page, which_key
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.session import Session


class Who(Page):
    """Filled already when there was a sheet before the folder."""

    name = "new-who"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        title = N_("What is your name?") if plan.for_me else N_("What is this person's name?")
        super().__init__(session, _(title))
        self.plan = plan
        self.fields = IdentityFields(self, plan.identity)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        identity = self.fields.read()
        if identity is None:
            return
        self.plan.set_identity(identity.given, identity.family, identity.born)
        if self.session.centre is not None:
            self.session.go(lambda session: which_key(session, self.plan))
            return
        self.ask(lambda: cloud_of_plan(self.plan), self._next, lane="work")

    def _next(self, owner: str | None) -> None:
        self.session.go(next_page(self.plan, owner))
