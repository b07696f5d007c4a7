"""« J’ai fini » before anything was printed or kept: what was written would be lost."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


def finish(session: Session, *, half_filled: bool) -> None:
    """End the visit; what stands on no paper and on no key is told first."""
    printed = session.printed_before[0] if session.printed_before else None
    if session.folder is not None or (session.sheet == printed and not half_filled):
        session.end_visit()
    else:
        session.go(Finish)


class Finish(Page):
    """Two answers of the same size."""

    name = "centre-finish"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Have you finished?")))
        self.add_text(_(N_("What you wrote is not on paper yet.")), "lead")
        self.add_text(_(N_("If you stop now, all of it is forgotten.")))
        self.add_pair(
            _(N_("No, I go on")), session.back, _(N_("Yes, forget everything")), session.end_visit
        )
