"""The week of medicines: one line per medicine, a moment per column, a box per day to tick."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.medication import Medication, Moment
from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Block, Gap, lay
from ensdesk.paper.blocks import FillIn, draw_line
from ensdesk.paper.cells import Cells
from ensdesk.paper.fonts import REGULAR, width
from ensdesk.paper.page import (
    Paper,
    Styles,
    full_name,
    make_pdf,
    masthead,
    paper_of,
    room_for,
    styles,
)
from ensdesk.paper.pictograms import SIDE, draw_moment
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.table import Cell, Look, table
from ensdesk.paper.tagged import TaggedCanvas
from ensdesk.paper.tagged_flow import (
    Strong,
    Words,
    bullets,
    paragraph,
)
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.time_words import until_in_words

TITLE = N_("My medicines of the week")
_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
_BOX = 16.0
_FIRST_COLUMN = 0.3
_LOOK = Look(left=5, right=4, above=3, below=5, line=0.8, upright=True, head_line=2)


def week_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the table of the week, lying down, with the medicines for bad days below it."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, lying=True)
    size = styles(printed.points)
    section = contents.section(Medication)
    story = masthead(paper, contents, printed.points)
    story += [Gap(4), *_medicines(section, paper, size), *_around(contents, size)]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _medicines(section: Section[Medication], paper: Paper, size: Styles) -> list[Flowable]:
    taken = [one for one in section.records if one.taken_on(paper.today)]
    if not taken:
        return [paragraph(phrases.answered(_("Medicines"), _empty(section)), size.cell)]
    planned = [one for one in taken if one.intakes and not one.as_needed]
    needed = [one for one in taken if one.as_needed]
    unsaid = [one for one in taken if not one.intakes and not one.as_needed]
    flows = _table_of_week(planned, paper, size) if planned else []
    flows += _listed(_("Only if needed"), needed, size)
    flows += _listed(_("When and how much: NOT FILLED IN"), unsaid, size)
    return flows


def _table_of_week(records: Sequence[Medication], paper: Paper, size: Styles) -> list[Flowable]:
    first = paper.across * _FIRST_COLUMN
    widths = [first, *[(paper.across - first) / len(Moment)] * len(Moment)]
    cells = Cells(size.cell)
    head: list[Words | Flowable] = [
        [Strong(_("Medicine"))],
        *(_MomentHead(one, size) for one in Moment),
    ]
    rows: list[list[Cell]] = [head]
    for record in sorted(records, key=_first_moment):
        doses = [cells.fit(record.dose_at(moment), widths[1]) for moment in Moment]
        boxes = [_Dose(dose, size) for dose in doses]
        rows.append([cells.fit(_name(record), first), *boxes])
    return [
        paragraph(_("Tick a box each time the medicine is taken."), size.cell),
        FillIn(_("Week from … to …"), size.cell),
        Gap(6),
        table(rows, widths, size.cell, head=size.cell, header_cols=1, look=_LOOK),
        *cells.whole(),
    ]


def _listed(title: str, records: Sequence[Medication], size: Styles) -> list[Flowable]:
    if not records:
        return []
    lines = [
        [
            *phrases.medicine(one),
            *([" · ", *phrases.planned_doses(one)] if one.intakes else []),
            *([" · ", one.reason] if one.reason else []),
        ]
        for one in sorted(records, key=lambda one: one.name.casefold())
    ]
    return [
        Gap(8),
        room_for(size),
        paragraph(title, size.heading, "H2"),
        *bullets(lines, size.item),
    ]


def _around(contents: Contents, size: Styles) -> list[Flowable]:
    """Return what the plan must name beside the medicines: allergies, doctor, pharmacy."""
    allergies = contents.section(Allergy)
    names = ", ".join(one.substance for one in phrases.allergies_in_order(allergies.records))
    said = phrases.said_none(allergies) if allergies.state is State.NONE else None
    return [
        Gap(8),
        paragraph(phrases.labelled(_("Allergies"), names or said), size.cell),
        *(
            paragraph(phrases.labelled(_(label), _called(contents, role)), size.cell)
            for label, role in (
                (N_("Family doctor"), ContactRole.DOCTOR),
                (N_("Pharmacy"), ContactRole.PHARMACIST),
            )
        ),
        paragraph(_("Table made by the person, to be checked with the prescription."), size.cell),
    ]


def _called(contents: Contents, role: ContactRole) -> str | None:
    section = contents.section(Contact)
    if section.state is State.NONE:
        return phrases.said_none(section)
    people = (one for one in section.records if one.has_role(role))
    return ", ".join(" ".join(filter(None, (one.name, one.phone))) for one in people) or None


def _name(record: Medication) -> list[str]:
    reason = ["\n", record.reason] if record.reason else []
    until = ["\n", until_in_words(record.until)] if record.until else []
    return [*phrases.medicine(record), *reason, *until]


def _empty(section: Section[Medication]) -> str:
    return phrases.all_stopped(section) if section.records else phrases.nothing(section)


def _first_moment(record: Medication) -> tuple[int, str]:
    order = tuple(Moment)
    return min(order.index(intake.moment) for intake in record.intakes), record.name.casefold()


class _MomentHead(Block):
    """A pictogram and its word."""

    def __init__(self, moment: Moment, size: Styles) -> None:
        super().__init__()
        words = _(moment.words)
        self.moment = moment
        self.inner = paragraph(words[:1].upper() + words[1:], size.strong)
        self.tag = self.inner.tag

    def lay(self, across: float) -> float:
        return max(SIDE, lay(self.inner, across - SIDE - 8))

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        with canvas.decoration():
            middle = bottom + (self.height - SIDE) / 2
            canvas.stamp(self.moment, left, middle, lambda: draw_moment(canvas, self.moment))
        under = (self.height - self.inner.height) / 2
        self.inner.paint(canvas, left + SIDE + 8, bottom + under)


class _Dose(Block):
    """What is taken at one moment, and seven boxes; nothing at all when nothing is taken."""

    def __init__(self, dose: Words, size: Styles) -> None:
        super().__init__()
        self.taken = bool(dose)
        self.inner = paragraph([Strong(dose)] if isinstance(dose, str) else dose, size.cell)
        self.tag = self.inner.tag

    def lay(self, across: float) -> float:
        return lay(self.inner, across) + (_BOX + 4 if self.taken else 0)

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        self.inner.paint(canvas, left, bottom + self.height - self.inner.height)
        if not self.taken:
            return
        # The words above already say it all: the boxes are for the pen only.
        step = min(_BOX + 2.5, (self.width - _BOX) / 6)
        with canvas.decoration():
            canvas.stamp("boxes", left, bottom, lambda: _draw_boxes(canvas, step))


def _draw_boxes(canvas: TaggedCanvas, step: float) -> None:
    canvas.setLineWidth(0.9)
    for place, day in enumerate(_DAYS):
        letter = _(day)[:1].upper()
        canvas.rect(place * step, 0.5, _BOX, _BOX)
        inset = (_BOX - width(letter, REGULAR, 9)) / 2
        draw_line(canvas, place * step + inset, 5, letter, REGULAR, 9)
