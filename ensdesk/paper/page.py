"""What every sheet shares: the A4 page, the sizes of type, its band, its head and foot."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import black, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
)
from reportlab.platypus.doctemplate import LayoutError

from ensdesk.kinds.identity import Identity
from ensdesk.language import N_, _, code
from ensdesk.paper.block import Block, Gap, lay
from ensdesk.paper.blocks import Row, Rule, Stack, draw_line
from ensdesk.paper.fonts import BOLD, REGULAR, clean, register, width
from ensdesk.paper.phrases import not_filled
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.structure import Tag
from ensdesk.paper.style import Style
from ensdesk.paper.tagged import TaggedCanvas
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words

MARGIN = 34.0
LINE = A4[0] - 2 * MARGIN  # the width of a standing page
_TOP = 26.0
_FOOT = 42.0  # where the text ends, above the foot
_HEAD = 34.0  # room for the running head, from the second page on
_LONG = 240  # signs of a name that the top of a page can hold
_SMALLEST = 14  # what a person reads is never printed smaller


@dataclass(frozen=True, slots=True)
class Styles:
    """The sizes of type of one sheet, all made from its base size."""

    body: Style
    cell: Style
    small: Style
    strong: Style
    item: Style
    aside: Style
    beside: Style
    title: Style
    heading: Style
    group: Style


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed around a sheet. *whose* is left out of sheets that must not tell it.

    A sheet about no person has no band.
    """

    title: str
    band: Band | None
    today: datetime.date
    whose: str = ""
    anchor: str = ""
    lying: bool = False
    dated: str = N_("Version of {day}")
    example: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        across, up = landscape(A4) if self.lying else A4
        return across, up

    @property
    def across(self) -> float:
        return self.size[0] - 2 * MARGIN

    @property
    def tall(self) -> float:
        """The height of the first page, without its foot."""
        return self.size[1] - _TOP - _FOOT


@lru_cache
def styles(points: int) -> Styles:
    """Return the styles of a sheet of *points* (14 or more)."""
    register()
    points = max(points, _SMALLEST)

    def style(size: float, font: str = REGULAR, leading: float = 1.16, **more: Any) -> Style:
        return Style(font, size, round(size * leading, 1), **more)

    return Styles(
        body=style(points, leading=1.28, after=points * 0.25),
        cell=style(points),
        small=style(_SMALLEST, leading=1.2),
        strong=style(points, BOLD),
        item=style(points, indent=points * 0.75, after=points * 0.12),
        aside=style(_SMALLEST, right=True),
        beside=style(points, right=True),
        title=style(points + 8, BOLD),
        heading=style(points + 2, BOLD, after=2),
        group=style(points, BOLD, before=points * 0.3),
    )


def make_pdf(story: Sequence[Flowable], paper: Paper) -> bytes:
    """Return the sheet as a tagged PDF. The title of the file tells nothing about the person."""
    file = io.BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=paper.size,
        title=paper.title,
        author="ensdesk",
        creator="ensdesk",
        subject="",
        lang={"fr": "fr-FR"}.get(code(), code()),
        invariant=1,
        initialFontName=REGULAR,
        pageTemplates=_templates(paper),
    )

    def canvas(target: object, **options: Any) -> TaggedCanvas:
        return TaggedCanvas(target, furnish=lambda c, *page: _furnish(c, paper, *page), **options)

    whole = Stack(story)
    if lay(whole, paper.across) <= paper.tall:  # one page: nothing to try and to split
        story = [whole]
    try:
        document.build([NextPageTemplate("next"), *story], canvasmaker=canvas)
    except LayoutError:
        # Its text quotes the page: it must not reach a report.
        raise LayoutError("a block is taller than the page") from None
    return file.getvalue()


def long_name(contents: Contents) -> str:
    """Return the name when it is too long for the top of a page; nothing otherwise."""
    name = _name(contents.single(Identity))
    return name if len(name) > _LONG else ""


def full_name(contents: Contents, size: Styles) -> list[Flowable]:
    """Return a name that was shortened at the top of the page, in full."""
    name = long_name(contents)
    return [paragraph(_("Name"), size.heading, "H2"), paragraph(name, size.cell)] if name else []


def room_for(size: Styles) -> Flowable:
    """Begin a new page when less than five lines are left: no title stands alone at the bottom."""
    return CondPageBreak(size.heading.leading * 5)


def masthead(paper: Paper, contents: Contents | None, points: int) -> list[Flowable]:
    """Return the top of the first page: band, title, day, and whose sheet it is."""
    size = styles(points)
    tab = [BandTab(paper.band)] if paper.band else []
    made = _(paper.dated).format(day=date_in_words(PartialDate.of(paper.today)))
    aside = width(made, REGULAR, _SMALLEST) + 2
    room = paper.across - aside - 12 - sum(one.across + 12 for one in tab)
    top = Row(
        [
            *([one] for one in tab),
            [paragraph(paper.title, size.title, "H1")],
            [Gap(points + 8 - _SMALLEST), paragraph(made, size.aside)],
        ],
        [*(one.across for one in tab), room, aside],
        gap=12,
    )
    person = [] if contents is None else _person(contents, paper, points)
    return [top, Rule(2, above=4, below=6), *person]


def paper_of(
    contents: Contents,
    printed: Printed,
    title: str,
    band: Band,
    *,
    dated: str = N_("Version of {day}"),
    lying: bool = False,
) -> Paper:
    """Return the paper of a sheet about the person of *contents*; *title*, *dated* are msgids."""
    identity = contents.single(Identity)
    return Paper(
        _(title),
        band,
        printed.today,
        whose=" · ".join((_name(identity), _birth(identity))),
        anchor=printed.anchor,
        lying=lying,
        dated=dated,
        example=identity is not None and identity.origin.how == "example",
    )


class BandTab(Block):
    """The tab that says who may see the sheet: black, framed, or dashed."""

    def __init__(self, band: Band) -> None:
        super().__init__()
        register()
        self.band = band
        self.words = _(band.value)
        self.across = width(self.words, BOLD, _SMALLEST) + 20
        self.tag = Tag("P")

    def lay(self, across: float) -> float:
        del across
        return 26.0

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        shown = self.band is Band.SHOW
        canvas.saveState()
        canvas.setLineWidth(2)
        if self.band is Band.HIDE:
            canvas.setDash(5, 3)
        canvas.rect(left + 1, bottom + 1, self.across - 2, 24, stroke=1, fill=int(shown))
        canvas.setFillColor(white if shown else black)
        with canvas.mark(self.tag):
            draw_line(canvas, left + 10, bottom + 8, self.words, BOLD, _SMALLEST)
        canvas.restoreState()


def _person(contents: Contents, paper: Paper, points: int) -> list[Flowable]:
    size = styles(points)
    identity = contents.single(Identity)
    name, birth = _name(identity), _birth(identity)
    if long_name(contents):
        name = _("{beginning}… (in full below)").format(beginning=name[:_LONG])
    age = identity.age_on(paper.today) if identity else None
    if age is not None:
        birth = _("{birth} · {age} years old").format(birth=birth, age=age)
    beside = width(birth, REGULAR, points) + 4
    room = paper.across - beside - 14
    if width(name, BOLD, size.title.points) < room:
        return [
            Row(
                [[paragraph(name, size.title)], [Gap(8), paragraph(birth, size.beside)]],
                [room, beside],
            )
        ]
    style = size.title if len(name) <= 60 else size.strong
    return [paragraph(name, style), paragraph(birth, size.cell)]


def _name(identity: Identity | None) -> str:
    return (identity.headline() if identity else "") or _("Name: {words}").format(
        words=not_filled()
    )


def _birth(identity: Identity | None) -> str:
    born: PartialDate | None = identity.born if identity else None
    words = date_in_words(born) if born else not_filled()
    return _("Birth: {words}").format(words=words)


def _templates(paper: Paper) -> list[PageTemplate]:
    up = paper.size[1]

    def frame(above: float) -> Frame:
        return Frame(
            MARGIN,
            _FOOT,
            paper.across,
            up - _FOOT - above,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    return [
        PageTemplate("first", [frame(_TOP)], pagesize=paper.size),
        PageTemplate("next", [frame(_TOP + _HEAD)], pagesize=paper.size),
    ]


def _furnish(canvas: TaggedCanvas, paper: Paper, number: int, count: int) -> None:
    across, up = paper.size
    canvas.setFillColor(black)
    canvas.setLineWidth(0.7)
    if number > 1:
        band = _(paper.band.value) if paper.band else ""
        head = " · ".join(filter(None, (band, paper.title, paper.whose)))
        draw_line(canvas, MARGIN, up - _TOP - 10, _shortened(head, paper.across), BOLD, 12)
        canvas.line(MARGIN, up - _TOP - 18, across - MARGIN, up - _TOP - 18)
    canvas.line(MARGIN, 38, across - MARGIN, 38)
    draw_line(canvas, MARGIN, 25, _foot(paper), REGULAR, 11)
    page = _("page {number} of {count}").format(number=number, count=count)
    draw_line(canvas, across - MARGIN - width(page, BOLD, 11), 25, page, BOLD, 11)
    if number == count and paper.anchor:
        draw_line(canvas, MARGIN, 14, _("Mark: {anchor}").format(anchor=paper.anchor), REGULAR, 8)


def _foot(paper: Paper) -> str:
    printed = _("Printed on {day}.").format(day=date_in_words(PartialDate.of(paper.today)))
    if not paper.whose:
        return printed
    if paper.example:  # found on a fridge, it must not be taken for somebody's
        return _("Invented example: this person does not exist.") + " " + printed
    return _("Made by the person, to be checked.") + " " + printed


def _shortened(text: str, room: float) -> str:
    """Cut the running head to one line: it stands in full on the first page."""
    text = clean(text).replace("\n", " ")
    if width(text, BOLD, 12) <= room:
        return text
    while width(text + "…", BOLD, 12) > room:
        text = text[:-8]
    return text + "…"
