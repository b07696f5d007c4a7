"""A few records of one kind that belong together, the latest first, read as they are shown."""

from __future__ import annotations

from ensdesk.folder.together import Together
from ensdesk.language import _
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.section import row_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import ShowRows


class SomeRecords(Page):
    """Its title names the kind; the *words* that they have in common stand under it."""

    name = "some-records"

    def __init__(
        self, session: Session, kind: type[Record], words: str, together: Together
    ) -> None:
        super().__init__(session, _(kind.section))
        self.add_text(words, "lead")
        self.rows = self.add_list((), name=words, shown=4)
        self._kind, self._together = kind, together
        self.place_notices()

    def entered(self) -> None:
        folder, count = folder_of(self.session), self._together.count
        self.ask(lambda: count(folder), lambda count: self.rows.set_pages(count, self._read))

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        if self._kind in kinds:
            self.entered()

    def _read(self, first: int, count: int, show: ShowRows) -> None:
        folder = folder_of(self.session)
        self.ask(
            lambda: self._together.some(folder, first, count),
            lambda found: show([row_of(self.session, record) for record in found]),
        )
