"""« Mes résultats d’analyses »: the last of each analysis, then each of them over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from ensdesk.folder.folder import Folder
from ensdesk.kinds.lab_result import LabResult
from ensdesk.language import N_, _
from ensdesk.paper.lab_lines import Analysis, Drawn, analyses
from ensdesk.record.contents import Section
from ensdesk.record.record import Record
from ensdesk.record.time_words import loose, on_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import for_me
from ensdesk.ui.pages.measures import moment_in_words
from ensdesk.ui.pages.section import SectionPage, row_of
from ensdesk.ui.pages.ways import add_page, sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.theme import FAMILY, Colours
from ensdesk.ui.widgets.chart_view import BesideChart, ChartView, Draw
from ensdesk.ui.widgets.paged_table import PagedTable
from ensdesk.ui.widgets.row_list import RowItem

SHEET = "lab-results"


class LabResults(SectionPage):
    """A line for each analysis: as many results as one likes stay one line."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, LabResult)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: cast("Section[Record]", _whole(folder)), self._show)

    def add_lines(
        self, section: Section[Record], holds: Sequence[Record], over: Sequence[Record]
    ) -> None:
        del section, over
        known = analyses(one for one in holds if isinstance(one, LabResult))
        self.add_list([self._row(one) for one in known], name=_(self.kind.section), shown=3)

    def _row(self, shown: Analysis) -> RowItem:
        last = shown.last
        usual = _("usual for the laboratory: {range}").format(range=last.usual())
        said = (loose(on_in_words(last.date)), usual if last.usual() else "", for_me(last))
        return RowItem(
            f"{shown.name}{_(': ')}{last.result()}",
            " · ".join(filter(None, said)),
            partial(self.session.go, _analysis_page(shown)),
            LabResult.icon,
        )


class AnalysisPage(Page):
    """Its title names no analysis: others see the title of the window."""

    name = "analysis"

    def __init__(self, session: Session, wanted: str) -> None:
        super().__init__(session, _(N_("One analysis over time")))
        self.wanted = wanted
        add = add_page(LabResult)
        self.add_primary(_(LabResult.add), lambda: session.go(add), icon="plus", changes=True)
        self.add_secondary(
            _(N_("Print my results")), lambda: session.go(sheet_page(SHEET)), icon="printer"
        )
        self.first = self.primary

    def entered(self) -> None:
        folder = folder_of(self.session)

        def read() -> tuple[Analysis | None, list[Drawn]]:
            import ensdesk.paper.chart  # noqa: F401 - slow to read: not on the window's thread

            found = _named(folder, self.wanted)
            return found, found.lines() if found else []

        self.ask(read, lambda answer: self._show(*answer))

    def _show(self, shown: Analysis | None, lines: list[Drawn]) -> None:
        if shown is None:
            self.add_text(_(N_("This is no longer in your lists.")), "lead")
            return
        correct = _(N_("Correct or take away"))
        self.add_link(
            correct, partial(self.session.go, _lines_page(self.wanted)), icon="pencil", changes=True
        )
        self.add_text(shown.title(), "h2")
        latest = shown.records[::-1]
        heads = (_(N_("When")), _(N_("Result")), _(N_("Usual for the laboratory")))
        table = PagedTable(shown.title(), heads, len(latest), self._line(latest))
        if shown.drawable():
            name = _("Chart: {what}").format(what=shown.title())
            self.add(BesideChart(ChartView(name, shown.in_short(), _draw(lines)), table))
        else:
            self.add(table)
        self.add_text(shown.in_short(), "example")

    def _line(self, latest: Sequence[LabResult]) -> Callable[[int], Sequence[str]]:
        today = self.session.today()

        def line(number: int) -> Sequence[str]:
            one = latest[number]
            return moment_in_words(one.date, today), one.result(), one.usual()

        return line


class AnalysisLines(Page):
    """Each result of one analysis, as a line to press."""

    name = "analysis-lines"

    def __init__(self, session: Session, wanted: str) -> None:
        super().__init__(session, _(N_("Which line would you like to see?")))
        self.wanted = wanted
        self.rows = self.add_list((), name=_(LabResult.section), shown=5)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: _named(folder, self.wanted), self._show)

    def _show(self, shown: Analysis | None) -> None:
        records = shown.records[::-1] if shown else ()
        self.rows.set_rows([row_of(self.session, record) for record in records])


def _whole(folder: Folder) -> Section[LabResult]:
    return folder.section(LabResult, whole=True)


def _named(folder: Folder, wanted: str) -> Analysis | None:
    return next((one for one in analyses(_whole(folder).records) if one.title() == wanted), None)


def _analysis_page(shown: Analysis) -> Callable[[Session], Page]:
    return lambda session: AnalysisPage(session, shown.title())


def _lines_page(wanted: str) -> Callable[[Session], Page]:
    return lambda session: AnalysisLines(session, wanted)


def _draw(read: list[Drawn]) -> Draw:
    def draw(across: float, up: float, letters: float, colours: Colours) -> bytes:
        from ensdesk.paper.chart import Ink, Line, Size, chart_svg

        ink = Ink(text=colours.text, line=colours.primary, grid=colours.border)
        lines = [Line(*line) for line in read]
        return chart_svg(lines, [], Size(across, up, letters), ink, FAMILY)

    return draw
