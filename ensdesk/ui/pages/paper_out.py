"""A copy of one paper, in clear, at a place that the person chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.pick_place import PickPlace, words_of
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.vault.paper_rows import PaperRow


def PaperOut(session: Session, row: PaperRow) -> PickPlace:
    """Return the page that asks where."""

    def chosen(session: Session, place: Path) -> None:
        session.instead(lambda session: GivingOut(session, place, row))

    return PickPlace(
        session,
        _(N_("Where shall I copy the paper?")),
        chosen,
        _(N_("The copy can be read by all, without a code.")),
    )


class GivingOut(Page):
    """Writes the copy, with its progress and a way to stop."""

    name = "giving-out"

    def __init__(self, session: Session, place: Path, row: PaperRow) -> None:
        super().__init__(session, _(N_("Copy of the paper")))
        self._place, self._row = place, row
        self._running: Running | None = None
        self.add_text(words_of(place), "lead")
        self.place_notices()

    def entered(self) -> None:
        documents = folder_of(self.session).vault.documents
        place, row, today = self._place, self._row, self.session.today()

        def job(running: Running) -> None:
            from ensdesk.folder.handing_out import put_paper

            put_paper(
                documents, row, place, today,
                progress=lambda count: running.tell(count / max(1, row.kept.age_size)),
                stop=running.stopped,
            )  # fmt: skip

        self._running = self.work(job, self._done, words=_(N_("I am copying…")))

    def leave(self) -> None:
        if self._running is not None:
            self._running.stop()
        super().leave()

    def _done(self, _none: None) -> None:
        from ensdesk.ui.pages.paper_page import PaperPage

        record_id = self._row.record_id
        said = _(N_("The copy of the paper is there: {place}."))
        self.session.land(lambda session: PaperPage(session, record_id))
        self.session.say(said.format(place=words_of(self._place)))
