"""Ticks the parts that are copied, then the papers."""

from __future__ import annotations

from typing import Any

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _
from ensdesk.ui.pages.copy_out.about_copy import AboutCopy
from ensdesk.ui.pages.copy_out.wish import ALWAYS, GROUPS, CopyWish
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import second_line
from ensdesk.ui.pages.papers import newest_first
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.choice import TickList

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
            self.ask(lambda: folder.records(Document), self._papers)
        else:
            self.session.back()

    def _papers(self, papers: tuple[Document, ...]) -> None:
        wish = self.wish
        if papers:
            self.session.go(lambda session: WhichPapers(session, wish, papers))
        else:
            self.session.back()


class WhichPapers(AboutCopy):
    """The papers, the newest first; all are ticked at the start."""

    name = _NAME

    def __init__(self, session: Session, wish: CopyWish, papers: tuple[Document, ...]) -> None:
        super().__init__(session, _(N_("Which papers shall I copy?")), wish)
        self._all = frozenset(paper.id for paper in papers)
        options = [(paper.id, paper.name, second_line(paper)) for paper in newest_first(papers)]
        self.papers: TickList = self.add_ticks(_(N_("These papers:")), options)
        self.papers.tick(self._all if wish.papers is None else wish.papers)
        self.add_primary(_(N_("Continue")), self._go_on)

    def draft(self) -> dict[str, Any] | None:
        self._take()  # by their ids: the numbers of the rows change with the papers
        return {"wish": self.wish.draft()}

    def _take(self) -> None:
        ticked = frozenset(self.papers.ticked())
        self.wish.papers = None if ticked == self._all else ticked

    def _go_on(self) -> None:
        self._take()
        self.session.back_past(_NAME)
