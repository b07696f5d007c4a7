"""« Mes papiers »: the newest first, each with its kind and its date."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _
from ensdesk.record.contents import Section, State
from ensdesk.record.record import Record
from ensdesk.ui.pages.add_paper import AddPaper, KeepsPaper
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import icon_of, second_line, state_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem, ShowRows


class Papers(KeepsPaper):
    """A paper may also be dropped here."""

    name = "papers"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(Document.section))
        self.add_primary(
            _(Document.add), lambda: self.session.go(AddPaper), icon="file-plus", changes=True
        )
        self.state = self.add_empty(
            Document.icon, _(N_("No paper yet.")), _(N_("Start with your last prescription."))
        )
        self.state.hide()
        self.rows = self.add_list((), shown=2)
        self.search = self.add_link(_(N_("Search in my papers")), self._search, icon="search")
        self.sort = self.add_link(
            _(N_("By kind, year, doctor or illness")), self._sorted, icon="list"
        )

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.section(Document), self._show)

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        if Document in kinds:
            self.entered()

    def _show(self, section: Section[Document]) -> None:
        count = section.count
        self.rows.setHidden(not count)
        self.search.setHidden(not count)
        self.sort.setHidden(not count)
        self.state.setHidden(bool(count))
        if section.state is State.NONE:
            said, begin = self.state.labels
            said.setText(state_in_words(cast("Section[Record]", section)))
            begin.hide()
        self.rows.set_pages(count, self._read)

    def _read(self, first: int, count: int, show: ShowRows) -> None:
        folder = folder_of(self.session)
        self.ask(
            lambda: folder.page_of(Document, first, count),
            lambda papers: show([self._row(paper) for paper in papers]),
        )

    def _row(self, paper: Document) -> RowItem:
        return RowItem(paper.name, second_line(paper), self._open(paper), icon_of(paper))

    def _open(self, paper: Document) -> Callable[[], None]:
        from ensdesk.ui.pages.paper_page import PaperPage

        return lambda: self.session.go(lambda session: PaperPage(session, paper.id))

    def _search(self) -> None:
        from ensdesk.ui.pages.search import Search

        self.session.go(Search)

    def _sorted(self) -> None:
        from ensdesk.ui.pages.sorted_papers import PapersByKind

        self.session.go(PapersByKind)
