"""Ticks the parts that are copied, then the papers."""

from __future__ import annotations

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _, plural
from ensdesk.record.record import RecordId
from ensdesk.ui.pages.copy_out.about_copy import AboutCopy
from ensdesk.ui.pages.copy_out.wish import ALWAYS, GROUPS, CopyWish
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import second_line
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import ShowRows
from ensdesk.ui.widgets.tick_rows import TickRow, TickRows

_NAME = "copy-what"  # both pages: « Copier » comes after the last one


class WhatToCopy(AboutCopy):
    """The parts of the folder; the name and birth date go with every copy."""

    name = _NAME

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("What shall I copy?")), wish)
        self.parts = self.add_ticks(
            _(N_("These parts of my folder:")), [(kinds, _(words)) for kinds, words in GROUPS]
        )
        self.parts.tick(kinds for kinds, _words in GROUPS if kinds <= wish.kinds)
        self.add_text(_(N_("Your name and birth date are always in it.")), "example")
        self.add_primary(_(N_("Continue")), self._go_on)

    def _go_on(self) -> None:
        self.wish.kinds = ALWAYS.union(*self.parts.ticked())
        folder = folder_of(self.session)
        if Document in self.wish.kinds:
            self.ask(lambda: folder.open_part.count(Document), self._papers)
        else:
            self.session.back()

    def _papers(self, count: int) -> None:
        wish = self.wish
        if count:
            self.session.go(lambda session: WhichPapers(session, wish))
        else:
            self.session.back()


class WhichPapers(AboutCopy):
    """The papers, the newest first, read as they are shown; all are ticked at the start."""

    name = _NAME

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("Which papers shall I copy?")), wish)
        self._count = 0
        self.told = self.add_text("")
        self.rows = TickRows(name=self.heading.text())
        self.add(self.rows)
        self.add_primary(_(N_("Continue")), self._go_on)
        self.add_link(_(N_("Tick all")), lambda: self._tick(every=True), icon="check")
        self.add_link(_(N_("Tick none")), lambda: self._tick(every=False), icon="x")

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.open_part.count(Document), self._show)

    def _show(self, count: int) -> None:
        self._count = count
        self.rows.set_pages(count, self._read)
        self._tell()

    def _read(self, first: int, count: int, show: ShowRows) -> None:
        folder = folder_of(self.session)
        self.ask(
            lambda: folder.open_part.page_of(Document, first, count),
            lambda papers: show([self._row(paper) for paper in papers]),
        )

    def _row(self, paper: Document) -> TickRow:
        ticked = (paper.id in self.wish.papers) != self.wish.all_but
        return TickRow(paper.name, second_line(paper), lambda: self._turn(paper.id), ticked=ticked)

    def _turn(self, paper: RecordId) -> None:
        self.wish.papers ^= {paper}
        self._tell()

    def _tick(self, *, every: bool) -> None:
        self.wish.papers, self.wish.all_but = frozenset(), every
        self.rows.again()
        self._tell()

    def _tell(self) -> None:
        named = len(self.wish.papers)
        ticked = self._count - named if self.wish.all_but else named
        self.told.setText(plural("{count} paper ticked.", "{count} papers ticked.", ticked))

    def _go_on(self) -> None:
        self.session.back_past(_NAME)
