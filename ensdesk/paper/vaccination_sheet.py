"""The vaccinations: which, when, against what, by whom, which batch, when the next one."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ensdesk.kinds.vaccination import Vaccination
from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.cells import Cells
from ensdesk.paper.page import LINE, Styles, full_name, make_pdf, masthead, paper_of, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.table import table
from ensdesk.paper.tagged_flow import Strong, Words, paragraph
from ensdesk.record.contents import Contents, State
from ensdesk.record.time_words import on_in_words
from ensdesk.record.wording import date_in_words

TITLE = N_("My vaccinations")
_CHECK = N_("Copied from what the person has. The booklet or the pharmacy knows.")


def vaccination_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return every vaccination, the latest first; nothing here says what would be due."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW)
    size = styles(printed.points)
    section = contents.section(Vaccination)
    story = [*masthead(paper, contents, printed.points), Gap(4)]
    if section.state is State.LIST:
        story += _table(section.records, size)
    else:
        story.append(paragraph(phrases.nothing(section), size.strong))
    story += [
        Gap(8),
        paragraph(
            _("Copied from what the person has. The booklet or the pharmacy knows."), size.body
        ),
    ]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _table(records: Sequence[Vaccination], size: Styles) -> list[Flowable]:
    latest = sorted(records, key=lambda one: one.date.iso if one.date else "", reverse=True)
    widths = [LINE * share for share in (0.4, 0.25, 0.35)]
    cells = Cells(size.cell)
    head: list[Words] = [_("Vaccine"), _("Date"), _("By whom, batch")]
    rows = [cells.row(row, widths) for row in [head, *map(_row, latest)]]
    return [table(rows, widths, size.cell, head=size.strong), *cells.whole()]


def _row(one: Vaccination) -> list[Words]:
    against = [f" ({one.against})"] if one.against else []
    dose = [" · ", _(one.dose.words)] if one.dose else []
    following = _("next one {day}").format(day=on_in_words(one.next_due)) if one.next_due else ""
    batch = _("batch {number}").format(number=one.lot) if one.lot else ""
    return [
        [Strong(one.vaccine), *against, *dose, *phrases.unread(one)],
        date_in_words(one.date) if one.date else phrases.not_filled(),
        " · ".join(filter(None, (one.performer, batch, following))),
    ]
