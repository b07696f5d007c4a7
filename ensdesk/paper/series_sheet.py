"""A blood pressure series on paper: each day, morning and evening, then the average. No verdict."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.series import Series
from ensdesk.language import _, plural
from ensdesk.paper.block import Gap
from ensdesk.paper.cells import Cells
from ensdesk.paper.measure_lines import in_words
from ensdesk.paper.page import LINE, Styles, full_name, make_pdf, masthead, paper_of, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.series_days import Half, SeriesDay, SeriesSoFar
from ensdesk.paper.table import table
from ensdesk.paper.tagged_flow import Strong, Words, paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words, number_in_words


def series_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the sheet of the series `printed.about`, or of the one begun last."""
    paper = paper_of(contents, printed, Series.section, Band.SHOW)
    size = styles(printed.points)
    story = [*masthead(paper, contents, printed.points), Gap(4)]
    known = contents.records(Series)
    wanted = [one for one in known if one.id == printed.about] or list(known[-1:])
    if wanted:
        story += _shown(SeriesSoFar.of(wanted[0], contents.records(Measurement)), size)
    else:
        story.append(paragraph(_("No series was begun."), size.strong))
    return make_pdf([*story, *full_name(contents, size)], paper)


def _shown(shown: SeriesSoFar, size: Styles) -> list[Flowable]:
    series = shown.series
    asked = _("Rule: {rule}. {times} measurements each time, {days} days.").format(
        rule=series.rule, times=shown.times, days=shown.wanted // 2
    )
    return [
        paragraph(asked, size.body),
        *_average(shown, size),
        Gap(6),
        *_days(shown, size),
        Gap(6),
        paragraph(_("This sheet shows and judges nothing."), size.body),
    ]


def _average(shown: SeriesSoFar, size: Styles) -> list[Flowable]:
    average, counted = shown.average(), len(shown.counted())
    said: list[Words] = []
    if average is not None:
        said.append([_("Average"), _(": "), Strong(average.in_full())])
        said.append(plural("Of {count} measurement.", "Of {count} measurements.", counted))
    if left_out := int(shown.series.left_out or 0):
        said.append(
            plural(
                "The rule does not count the first day.",
                "The rule does not count the first {count} days.",
                left_out,
            )
        )
    if not shown.done():
        said.append(
            _("Done: {made} times of {wanted}.").format(
                made=shown.made_in_all(), wanted=shown.wanted
            )
        )
    return [paragraph(words, size.body) for words in said]


def _days(shown: SeriesSoFar, size: Styles) -> list[Flowable]:
    if not shown.records:
        return [paragraph(_("Nothing is measured yet."), size.strong)]
    widths = [LINE * share for share in (0.28, 0.36, 0.36)]
    cells = Cells(size.cell)
    head: list[Words] = [_("Day"), _("Morning"), _("Evening")]
    rows = [cells.row(row, widths) for row in [head, *map(_row, shown.days())]]
    return [table(rows, widths, size.cell, head=size.strong, header_cols=1), *cells.whole()]


def _row(day: SeriesDay) -> list[Words]:
    halves = ["\n".join(map(_value, day.at(half))) or "–" for half in Half]
    return [date_in_words(PartialDate.of(day.day)), *halves]


def _value(one: Measurement) -> str:
    words = in_words(one)
    if one.pulse:
        words += " · " + _("pulse {number}").format(number=number_in_words(one.pulse.value))
    return words
