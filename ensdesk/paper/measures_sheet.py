"""The measurements on paper: for each type its chart, and the same values in a table."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from ensdesk.kinds.goal import Goal
from ensdesk.kinds.measurement import Measurement
from ensdesk.language import N_, _, plural
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.cells import Cells
from ensdesk.paper.chart import Ink, Line, Mark, Size, chart
from ensdesk.paper.measure_lines import (
    Course,
    course,
    goal_for,
    in_words,
    remarks,
    types_used,
    with_body_mass,
)
from ensdesk.paper.page import (
    LINE,
    Styles,
    full_name,
    make_pdf,
    masthead,
    paper_of,
    room_for,
    styles,
)
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.table import table
from ensdesk.paper.tagged_flow import Figure, paragraph
from ensdesk.record.contents import Contents, State
from ensdesk.record.wording import date_in_words

TITLE = N_("My measurements")
_LESS = 2  # points: a table of many lines
_ROWS = 60  # the latest of each type; the chart shows them all
_UP = 170.0
_FIGURE_NEEDS = 5  # values under which a table says it all


def measures_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return every type that has a value in the time asked for; the values are only shown."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("On {day}"))
    points = printed.points - _LESS
    size = styles(points)
    story = [*masthead(paper, contents, points), paragraph(_said(printed.months), size.body)]
    section = contents.section(Measurement)
    if section.state is not State.LIST:
        story.append(paragraph(phrases.nothing(section), size.strong))
    known = with_body_mass(section.records)
    since = first_day(printed.today, printed.months)
    for wanted in types_used(known):
        goal = goal_for(contents.records(Goal), wanted)
        story += _part(replace(course(known, wanted, since), goal=goal), size)
    return make_pdf([*story, *full_name(contents, size)], paper)


def first_day(today: datetime.date, months: int | None) -> datetime.date | None:
    """Return the day on which the time of a sheet begins; None for everything."""
    return None if months is None else today - datetime.timedelta(days=round(months * 30.5))


def _part(shown: Course, size: Styles) -> list[Flowable]:
    words = _(shown.type.words)
    flows = [Gap(10), room_for(size), paragraph(words[:1].upper() + words[1:], size.heading, "H2")]
    said = filter(None, (shown.in_short(), shown.goal_in_words()))
    flows += [paragraph(line, size.cell) for line in said]
    if len(shown.records) >= _FIGURE_NEEDS:
        lines = [Line(*line) for line in shown.lines()]
        marks = [Mark(*mark) for mark in shown.marks()]
        drawing = chart(lines, marks, Size(LINE, _UP, size.cell.points), Ink())
        flows += [Gap(4), Figure(drawing, shown.in_short()), Gap(4)]
    return [*flows, *_table(shown.records[::-1], words, size)]


def _table(latest: Sequence[Measurement], words: str, size: Styles) -> list[Flowable]:
    if not latest:
        return []
    widths = [LINE * share for share in (0.4, 0.25, 0.35)]
    noted = [remarks(one) for one in latest[:_ROWS]]
    head = [_("Date"), words[:1].upper() + words[1:], _("Remark") if any(noted) else ""]
    rows = [
        [date_in_words(one.taken) if one.taken else "", in_words(one), remark]
        for one, remark in zip(latest, noted, strict=False)
    ]
    cells = Cells(size.cell)
    fitted = [cells.row(row, widths) for row in [head, *rows]]
    left = len(latest) - _ROWS
    more = plural(
        "and {count} older one, in the folder", "and {count} older ones, in the folder", left
    )
    return [
        table(fitted, widths, size.cell, head=size.strong),
        *cells.whole(),
        *([paragraph(more, size.strong)] if left > 0 else []),
    ]


def _said(months: int | None) -> str:
    if months is None:
        return _("Everything that was noted. This sheet shows and judges nothing.")
    return plural(
        "The last {count} month. This sheet shows and judges nothing.",
        "The last {count} months. This sheet shows and judges nothing.",
        months,
    )
