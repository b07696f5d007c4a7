"""The week of medicines: one line per medicine, a moment per column, a box per day to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.medication import Medication, Moment
from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.blocks import FillIn, draw_line
from ensdesk.paper.cells import Cells
from ensdesk.paper.fonts import REGULAR, width
from ensdesk.paper.page import (
    Paper,
    Styles,
    make_pdf,
    masthead,
    paper_of,
    room_for,
    styles,
)
from ensdesk.paper.pictograms import SIDE, draw_moment
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import (
    Strong,
    TaggedParagraph,
    Words,
    bullets,
    paragraph,
    table,
)
from ensdesk.record.contents import Contents, Section, State

TITLE = N_("My medicines of the week")
_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
_BOX = 16.0
_FIRST_COLUMN = 0.3
_LOOK: list[tuple[Any, ...]] = [
    ("GRID", (0, 0), (-1, -1), 0.8, "black"),
    ("LINEBELOW", (0, 0), (-1, 0), 2, "black"),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
]


def week_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the table of the week, lying down, with the medicines for bad days below it."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, lying=True)
    size = styles(printed.points)
    section = contents.section(Medication)
    story = masthead(paper, contents, printed.points)
    story += [Spacer(1, 4), *_medicines(section, paper, size), *_around(contents, size)]
    return make_pdf(story, paper)


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
    rows: list[list[Words | Flowable]] = [head]
    for record in sorted(records, key=_first_moment):
        doses = [cells.fit(record.dose_at(moment), widths[1]) for moment in Moment]
        boxes = [_Dose(dose, size) for dose in doses]
        rows.append([cells.fit(_name(record), first), *boxes])
    return [
        paragraph(_("Tick a box each time the medicine is taken."), size.cell),
        FillIn(_("Week from … to …"), size.cell),
        Spacer(1, 6),
        table(rows, widths, size.cell, size.cell, header_cols=1, look=_LOOK),
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
        Spacer(1, 8),
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
        Spacer(1, 8),
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
    until = ["\n", phrases.until(record.until)] if record.until else []
    return [*phrases.medicine(record), *reason, *until]


def _empty(section: Section[Medication]) -> str:
    return phrases.all_stopped(section) if section.records else phrases.nothing(section)


def _first_moment(record: Medication) -> tuple[int, str]:
    order = tuple(Moment)
    return min(order.index(intake.moment) for intake in record.intakes), record.name.casefold()


class _MomentHead(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A pictogram and its word."""

    def __init__(self, moment: Moment, size: Styles) -> None:
        super().__init__()
        words = _(moment.words)
        self.moment = moment
        self.inner = paragraph(words[:1].upper() + words[1:], size.strong)
        self.tag = self.inner.tag

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        self.inner.wrapOn(self.canv, availWidth - SIDE - 8, availHeight)
        self.width, self.height = availWidth, max(SIDE, self.inner.height)
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.decoration():
            draw_moment(self.canv, self.moment, 0, (self.height - SIDE) / 2)
        self.inner.drawOn(self.canv, SIDE + 8, (self.height - self.inner.height) / 2)


class _Dose(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What is taken at one moment, and seven boxes; nothing at all when nothing is taken."""

    def __init__(self, dose: Words, size: Styles) -> None:
        super().__init__()
        self.taken = bool(dose)
        self.inner: TaggedParagraph = paragraph(
            [Strong(dose)] if isinstance(dose, str) else dose, size.cell
        )
        self.tag = self.inner.tag

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        self.inner.wrapOn(self.canv, availWidth, availHeight)
        boxes = _BOX + 4 if self.taken else 0
        self.width, self.height = availWidth, self.inner.height + boxes
        return self.width, self.height

    def draw(self) -> None:
        self.inner.drawOn(self.canv, 0, self.height - self.inner.height)
        if not self.taken:
            return
        # The words above already say it all: the boxes are for the pen only.
        with self.canv.decoration():
            self.canv.setLineWidth(0.9)
            step = min(_BOX + 2.5, (self.width - _BOX) / 6)
            for place, day in enumerate(_DAYS):
                self.canv.rect(place * step, 0.5, _BOX, _BOX)
                letter = _(day)[:1].upper()
                inset = (_BOX - width(letter, REGULAR, 9)) / 2
                draw_line(self.canv, place * step + inset, 5, letter, REGULAR, 9)
