"""One type of measurement over time: its chart, and beside it the same values in a table."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from ensdesk.folder.folder import Folder
from ensdesk.folder.measures import measures_since
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.measurement import MeasurementType
from ensdesk.language import N_, _
from ensdesk.paper.measure_lines import Course, course, goal_for
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.measure_words import measure_in_words
from ensdesk.ui.pages.measures import MeasureLines, moment_in_words, type_words
from ensdesk.ui.pages.note_measure import note_page
from ensdesk.ui.session import Session
from ensdesk.ui.theme import FAMILY, Colours
from ensdesk.ui.widgets.chart_view import BesideChart, ChartView, Draw
from ensdesk.ui.widgets.paged_table import PagedTable

# In days, in months on paper, in words.
_PERIODS: tuple[tuple[int | None, int | None, str], ...] = (
    (92, 3, N_("3 months")),
    (366, 12, N_("1 year")),
    (None, None, N_("everything")),
    (31, 1, N_("1 month")),
)
_MONTH = 3
_FULL = 100  # values in one month: three months of them would be a black band


@dataclass(frozen=True, slots=True)
class _Read:
    """What was measured, ready to be drawn."""

    course: Course
    lines: list[tuple[str, list[float], list[float]]]


class CoursePage(Page):
    """The period is turned by one link; nothing here judges a value."""

    name = "measure-course"

    def __init__(
        self, session: Session, wanted: MeasurementType, period: int | None = None
    ) -> None:
        super().__init__(session, type_words(wanted))
        self.type = wanted
        self.period = period
        if wanted is not MeasurementType.BMI:
            self.add_primary(
                _(N_("Note it")), lambda: session.go(note_page(wanted)), icon="plus", changes=True
            )
        self.add_secondary(_(N_("Print my measurements")), self._print, icon="printer")
        self.first = self.primary

    def entered(self) -> None:
        folder, wanted, today = folder_of(self.session), self.type, self.session.today()

        def read() -> tuple[int, _Read]:
            import ensdesk.paper.chart  # noqa: F401 - slow to read: not on the window's thread

            period, found = _shown_first(folder, wanted, today, self.period)
            found = replace(found, goal=goal_for(folder.records(Goal), wanted))
            return period, _Read(found, found.lines())

        self.ask(read, lambda answer: self._show(*answer))

    def _show(self, period: int, read: _Read) -> None:
        self.period = period
        shown = _("Shown: {period}. Show another time").format(period=_(_PERIODS[period][2]))
        self.add_link(shown, self._turn, icon="calendar")
        if self.type is not MeasurementType.BMI:
            self.add_link(_(N_("Correct or take away")), self._correct, icon="pencil", changes=True)
            goal = read.course.goal
            self.add_link(
                _(N_("My target")), lambda: self._set_goal(goal), icon="star", changes=True
            )
        else:
            self.add_text(_(N_("Computed of your weight and your height.")), "example")
        words = read.course.in_short()
        if not read.course.records:
            self.add_text(words, "lead")
            return
        chart = ChartView(_("Chart: {what}").format(what=self.heading.text()), words, _draw(read))
        latest, today = read.course.records[::-1], self.session.today()
        table = PagedTable(
            self.heading.text(),
            (_(N_("When")), self.heading.text()),
            len(latest),
            lambda at: (moment_in_words(latest[at].taken, today), measure_in_words(latest[at])),
        )
        self.add(BesideChart(chart, table))
        for line in filter(None, (words, read.course.goal_in_words())):
            self.add_text(line, "example")

    def _turn(self) -> None:
        following = ((self.period or 0) + 1) % len(_PERIODS)
        self.session.instead(lambda session: CoursePage(session, self.type, following))

    def _correct(self) -> None:
        self.session.go(lambda session: MeasureLines(session, self.type))

    def _set_goal(self, known: Goal | None) -> None:
        from ensdesk.ui.pages.set_goal import SetGoal

        self.session.go(lambda session: SetGoal(session, self.type, known))

    def _print(self) -> None:
        from ensdesk.ui.pages.sheet_page import SheetPage

        months = _PERIODS[self.period or 0][1]
        self.session.go(lambda session: SheetPage(session, "measures", months=months))


def _shown_first(
    folder: Folder,
    wanted: MeasurementType,
    today: datetime.date,
    period: int | None,
) -> tuple[int, Course]:
    """Return the period asked for, else a full month, else the next one that holds two values."""
    order = (_MONTH, *range(_MONTH)) if period is None else (period,)
    found = Course(wanted, ())
    for number in order:
        days = _PERIODS[number][0]
        since = None if days is None else today - datetime.timedelta(days=days)
        found = course(measures_since(folder, wanted, since), wanted, since)
        if len(found.records) >= (_FULL if number == _MONTH else 2):
            break
    return number, found


def _draw(read: _Read) -> Draw:
    def draw(across: float, up: float, letters: float, colours: Colours) -> bytes:
        from ensdesk.paper.chart import Ink, Line, Mark, Size, chart_svg

        ink = Ink(text=colours.text, line=colours.primary, grid=colours.border)
        lines = [Line(*line) for line in read.lines]
        marks = [Mark(*mark) for mark in read.course.marks()]
        return chart_svg(lines, marks, Size(across, up, letters), ink, FAMILY)

    return draw
