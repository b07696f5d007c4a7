"""The folder is ready: what was done, and the way in."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


class Ready(Page):
    """The end of the first run, or of a new key sheet."""

    name = "ready"

    def __init__(self, session: Session, *, proved: bool) -> None:
        super().__init__(session, _(N_("It is ready.")))
        if proved:
            self.add_text(_(N_("Your key sheet is right. Hide it at home.")), "good")
            self.add_text(_(N_("If you forget your code, its 12 words open your folder.")))
        else:
            self.add_text(_(N_("Your folder is made.")), "good")
            self.add_text(_(N_("Your key sheet is still to be made, another day.")))
            self.add_text(_(N_("Until then, do not forget how your folder opens.")))
        self.add_primary(_(N_("Go to my folder")), session.home, icon="folder-open")
