"""« Mes papiers » by kind, year, doctor or illness: a few rows with their counts, then papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from ensdesk.folder.sorted_papers import (
    Sorted,
    of_author,
    of_kind,
    of_topic,
    of_year,
    sorted_papers,
)
from ensdesk.folder.together import Together
from ensdesk.kinds.document import Category, Document
from ensdesk.language import N_, _, plural
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.pages.some_records import SomeRecords
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_WORDS = {kind.value: kind.words for kind in Category}


class _Drawers(Page):
    """Rows of papers that belong together; a press shows them."""

    at_once: ClassVar[int] = 3

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.rows = self.add_list((), shown=self.at_once)
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: sorted_papers(folder), self._show)

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        if Document in kinds:
            self.entered()

    def _show(self, found: Sorted) -> None:
        self.rows.set_rows(list(self.drawers(found)))

    def drawers(self, found: Sorted) -> Iterable[RowItem]:
        """Yield a row for each drawer."""
        raise NotImplementedError

    def _row(self, words: str, count: int, papers: Together, icon: str) -> RowItem:
        said = plural("{count} paper", "{count} papers", count)
        return RowItem(words, said, self._open(words, papers), icon)

    def _open(self, words: str, papers: Together) -> Callable[[], None]:
        return lambda: self.session.go(
            lambda session: SomeRecords(session, Document, words, papers)
        )


class PapersByKind(_Drawers):
    """The nine kinds, those that hold a paper."""

    name = "papers-by-kind"
    at_once = 2  # three ways more stand below

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My papers, by kind")))
        self.add_link(_(N_("By year")), lambda: self.session.go(PapersByYear), icon="calendar")
        words = _(N_("By doctor"))
        self.add_link(words, lambda: self.session.go(PapersByDoctor), icon="user")
        words = _(N_("By illness"))
        self.add_link(words, lambda: self.session.go(PapersByIllness), icon="stethoscope")

    def drawers(self, found: Sorted) -> Iterable[RowItem]:
        for kind, count in found.kinds.items():
            words = _(_WORDS[kind]) if kind else _(N_("kind not said"))
            yield self._row(words[:1].upper() + words[1:], count, of_kind(kind), "folder-open")


class PapersByYear(_Drawers):
    """The years, the latest first; what has no date ends the list."""

    name = "papers-by-year"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My papers, by year")))

    def drawers(self, found: Sorted) -> Iterable[RowItem]:
        for year, count in found.years.items():
            words = year or _(N_("Without a date"))
            yield self._row(words, count, of_year(year), "calendar")


class PapersByDoctor(_Drawers):
    """Those who wrote papers, the one who wrote most first."""

    name = "papers-by-doctor"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My papers, by doctor")))
        self.none = self.add_text(_(N_("No paper says who wrote it.")))
        self.none.hide()

    def _show(self, found: Sorted) -> None:
        super()._show(found)
        self.none.setHidden(bool(found.authors))
        self.rows.setVisible(bool(found.authors))

    def drawers(self, found: Sorted) -> Iterable[RowItem]:
        for author, count in found.authors.items():
            yield self._row(author, count, of_author(author), "stethoscope")


class PapersByIllness(_Drawers):
    """The illnesses, allergies and stays that papers are about, the one with most papers first."""

    name = "papers-by-illness"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My papers, by illness")))
        self.none = self.add_text(_(N_("No paper says for which illness it is.")))
        self.how = self.add_text(_(N_("Open a paper, then “Change or take away”, to say it.")))

    def _show(self, found: Sorted) -> None:
        super()._show(found)
        for words in (self.none, self.how):
            words.setHidden(bool(found.topics))
        self.rows.setVisible(bool(found.topics))

    def drawers(self, found: Sorted) -> Iterable[RowItem]:
        for topic, count in found.topics:
            yield self._row(first_line(topic), count, of_topic(topic.id), topic.icon)
