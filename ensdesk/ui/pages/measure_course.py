"""One type of measurement over time: its chart, and beside it the same values in a table."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.chart_view import BesideChart, ChartView, Draw
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.table import Table
from ensdesk.ui.widgets.words import Words

_AT_ONCE = 6
# In days, in months on paper, in words.
_PERIODS: tuple[tuple[int | None, int | None, str], ...] = (
    (92, 3, N_("3 months")),
    (366, 12, N_("1 year")),
    (None, None, N_("everything")),
    (31, 1, N_("1 month")),
)


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
            self.add_primary(_(N_("Note it")), lambda: session.go(note_page(wanted)), icon="plus")
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
            self.add_link(_(N_("Correct or take away")), self._correct, icon="pencil")
            goal = read.course.goal
            self.add_link(_(N_("My target")), lambda: self._set_goal(goal), icon="star")
        else:
            self.add_text(_(N_("Computed of your weight and your height.")), "example")
        words = read.course.in_short()
        if not read.course.records:
            self.add_text(words, "lead")
            return
        chart = ChartView(_("Chart: {what}").format(what=self.heading.text()), words, _draw(read))
        table = PagedTable(self.heading.text(), read.course, self.session.today())
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


class PagedTable(QWidget):
    """The values, the latest first, a few at a time."""

    def __init__(self, name: str, shown: Course, today: datetime.date) -> None:
        super().__init__()
        self._name, self._today = name, today
        self._records = shown.records[::-1]
        self._first = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._table: Table | None = None
        self.where = Words("", "example")
        self._column.addWidget(self.where)
        turners = QWidget()
        row = FlowLayout(turners)
        self.before = WordsButton(
            _(N_("The ones before")), lambda: self._go(-_AT_ONCE), icon="chevron-left", again=True
        )
        self.after = WordsButton(
            _(N_("The ones after")), lambda: self._go(_AT_ONCE), icon="chevron-right", again=True
        )
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._column.addWidget(turners)
        self._column.addStretch(1)
        for part in (self.where, turners):
            part.setVisible(len(self._records) > _AT_ONCE)
        self._fill()

    def _go(self, step: int) -> None:
        self._first += step
        self._fill()
        if not self.focusWidget() or not self.focusWidget().isEnabled():
            (self.before if self.before.isEnabled() else self.after).setFocus()

    def _fill(self) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        last = min(self._first + _AT_ONCE, len(self._records))
        lines = [
            (moment_in_words(one.taken, self._today), measure_in_words(one))
            for one in self._records[self._first : last]
        ]
        self._table = Table(self._name, (_(N_("When")), self._name), lines)
        self._column.insertWidget(0, self._table)
        words = _("{first} to {last}, of {total}")
        self.where.setText(words.format(first=self._first + 1, last=last, total=len(self._records)))
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(last < len(self._records))


def _shown_first(
    folder: Folder,
    wanted: MeasurementType,
    today: datetime.date,
    period: int | None,
) -> tuple[int, Course]:
    """Return the period asked for, else the shortest from three months on that holds two values."""
    order = range(len(_PERIODS) - 1) if period is None else (period,)
    found = Course(wanted, ())
    for number in order:
        days = _PERIODS[number][0]
        since = None if days is None else today - datetime.timedelta(days=days)
        found = course(measures_since(folder, wanted, since), wanted, since)
        if len(found.records) > 1:
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
