"""Laboratory results on paper: a chart and a table for each analysis, nothing judged."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.kinds.lab_result import LabResult
from ensdesk.language import N_, _, plural
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.cells import Cells
from ensdesk.paper.chart import Ink, Line, Size, chart
from ensdesk.paper.lab_lines import Analysis, analyses
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
from ensdesk.paper.tagged_flow import Figure, Strong, Words, paragraph
from ensdesk.record.contents import Contents, State
from ensdesk.record.wording import date_in_words

TITLE = N_("My laboratory results")
_LESS = 2  # points: a table of many lines
_ROWS = 60  # the latest of each analysis; the chart shows them all
_UP = 130.0
_FIGURE_NEEDS = 3  # values under which a table says it all


def lab_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return every analysis; beside each result the range that the laboratory printed with it."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("On {day}"))
    points = printed.points - _LESS
    size = styles(points)
    said = _("Copied from the papers of the laboratories. This sheet judges nothing.")
    story = [*masthead(paper, contents, points), paragraph(said, size.body)]
    section = contents.section(LabResult)
    if section.state is not State.LIST:
        story.append(paragraph(phrases.nothing(section), size.strong))
    for analysis in analyses(section.records):
        story += _part(analysis, size)
    left = section.count - len(section.records)
    if left > 0:
        story.append(paragraph(_older(left), size.strong))
    return make_pdf([*story, *full_name(contents, size)], paper)


def _part(shown: Analysis, size: Styles) -> list[Flowable]:
    flows = [Gap(10), room_for(size), paragraph(shown.title(), size.heading, "H2")]
    ((name, times, values),) = shown.lines()
    if len(times) >= _FIGURE_NEEDS:
        drawing = chart([Line(name, times, values)], [], Size(LINE, _UP, size.cell.points), Ink())
        flows += [Gap(4), Figure(drawing, shown.in_short()), Gap(4)]
    return [*flows, *_table(shown, size)]


def _table(shown: Analysis, size: Styles) -> list[Flowable]:
    latest = shown.records[::-1]
    widths = [LINE * share for share in (0.36, 0.32, 0.32)]
    head: list[Words] = [_("Date"), _("Result"), _("Usual for the laboratory")]
    cells = Cells(size.cell)
    rows = [cells.row(row, widths) for row in [head, *map(_row, latest[:_ROWS])]]
    left = len(latest) - _ROWS
    return [
        table(rows, widths, size.cell, head=size.strong),
        *cells.whole(),
        *([paragraph(_older(left), size.strong)] if left > 0 else []),
    ]


def _row(one: LabResult) -> list[Words]:
    date = date_in_words(one.date) if one.date else phrases.not_filled()
    result = " · ".join(filter(None, (one.result(), one.text if one.value is not None else "")))
    return [date, [Strong(result), *phrases.unread(one)], one.usual()]


def _older(count: int) -> str:
    return plural(
        "and {count} older one, in the folder", "and {count} older ones, in the folder", count
    )
