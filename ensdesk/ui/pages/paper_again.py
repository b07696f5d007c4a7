"""A paper that was being added when the folder was closed: looked at again, then asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ensdesk.folder.begun_paper import BegunPaper, begun_from_values
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.adding import Adding, first_page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.paper_details import PaperDetails
from ensdesk.ui.session import MakePage, Session


def way_to(values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the page that leads back to the questions about the paper."""
    begun = begun_from_values(values)
    return (lambda session: PaperAgain(session, begun, values),)


class PaperAgain(Page):
    """In view while the bytes are read; whoever leaves it without going on forgets them."""

    name = PaperDetails.name

    def __init__(self, session: Session, begun: BegunPaper, values: dict[str, Any]) -> None:
        super().__init__(session, _(N_("Is this right?")))
        self._begun, self._values = begun, values
        self._kept_on = False
        self.add_text(begun.record.name, "lead")
        self.place_notices()

    def draft(self) -> dict[str, Any] | None:
        return self._values

    def entered(self) -> None:
        folder, begun = folder_of(self.session), self._begun

        def look() -> Adding:
            from ensdesk.folder.papers import look_again

            paper = look_again(folder.vault.documents, begun.kept, begun.original_name)
            image = first_page(folder, paper)
            return Adding(folder, Path(begun.original_name), paper, begun.record, image)

        self.ask(look, self._looked, lane="work")

    def leave(self) -> None:
        super().leave()
        if not self._kept_on:
            documents, name = folder_of(self.session).vault.documents, self._begun.kept.name
            self.session.lanes.run(
                "vault", lambda: documents.discard(name), done=lambda _none: None
            )

    def leave_for_later(self) -> None:
        self._kept_on = True
        self.leave()

    def _looked(self, adding: Adding) -> None:
        self._kept_on = True
        self.session.instead(lambda session: self._details(session, adding))

    def _details(self, session: Session, adding: Adding) -> Page:
        page = PaperDetails(session, adding)
        page.restore(self._values)
        return page
