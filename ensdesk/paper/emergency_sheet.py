"""The sheet for the fridge: its first page must be true alone, in the hands of a nurse."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, PageBreak

from ensdesk.language import N_, _
from ensdesk.paper import emergency_parts as say
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import FillIn, Framed, Row, Rule, RuledLines, Stack, height_of
from ensdesk.paper.page import Paper, full_name, make_pdf, masthead, paper_of, styles
from ensdesk.paper.parts import Kept, Part, trimmed
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words

TITLE = N_("Emergency sheet")
_LARGEST, _SMALLEST = 18, 14
_GROWTH = 1.3  # a page grows about like this power of the size of its type
# Lines beside something taller take no room, and two phones and a doctor must stay.
_LEAST = {"allergies": 4, "illnesses": 4, "about": 4, "people": 3}
_WIDE = frozenset({"medicines", "people", "other"})  # parts as wide as the page
_MANY = 14  # lines: more than that rarely fit in large type
_LINES = 2  # at least, to write changes on
_MONTHS = 3  # a list of medicines older than that is too often wrong
_PITCH = 22.0
_GAP = 5.0
_FRAME = 8.0


@dataclass(frozen=True, slots=True)
class _FirstPage:
    """The first page of one person at any size, with any number of lines kept."""

    contents: Contents
    paper: Paper
    parts: Mapping[str, Part]

    def top(self, points: int, kept: Kept) -> list[Flowable]:
        size = styles(points)
        part = {key: part.first(kept, size) for key, part in self.parts.items()}
        urgent = [paragraph(line, size.cell) for line in say.at_once(self.contents)]
        title = paragraph(_("To know at once"), size.heading, "H2")
        return [
            *masthead(self.paper, self.contents, points),
            _space(),
            Framed([Row([part["allergies"], [title, *urgent]], [1, 1], gap=18)], 2.5, _FRAME),
            _space(),
            Row([part["illnesses"], part["about"]], [1, 1], gap=18),
            Rule(1, above=4, below=3),
            *part["medicines"],
            Rule(1, above=4, below=3),
            *part["people"],
            Gap(3),
            *part["other"],
        ]

    def foot(self, points: int) -> list[Flowable]:
        size = styles(points)
        return [
            Row([[self._redo(points)], [self._checked(points)]], [1, 1], gap=10),
            _space(),
            paragraph(_(_WARNING), size.small),
            _space(),
            paragraph(_("Changed by hand: what, date, signature"), size.strong),
            RuledLines(_LINES, _PITCH, cuts=(0.58, 0.76)),
        ]

    def _redo(self, points: int) -> Flowable:
        before = date_in_words(PartialDate.of(three_months_after(self.paper.today)))
        words = _("To be made again before {day}").format(day=before)
        return Framed([paragraph(words, styles(max(points, 16)).heading)], 2, 5, tall=3.7 * points)

    def _checked(self, points: int) -> Flowable:
        size = styles(points)
        lines = [FillIn(_("Checked on …"), size.cell), FillIn(_("by … (stamp)"), size.cell)]
        return Framed([lines[0], Gap(5), lines[1]], 1, 5, tall=3.7 * points)


_WARNING = N_(
    "Filled in by the person or a helper, who chose what stands here. The list may be incomplete. "
    "To be checked with the prescription or the pharmacy."
)


def emergency_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the emergency sheet: one page, and its back when one page is not enough."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("Made on {day}"))
    page = _FirstPage(contents, paper, _parts(contents, paper))
    best = _fitted(page, printed.points)
    more = max(0, min(5, int(best.left / _PITCH)))
    spring = Gap(_GAP + max(0.0, best.left - more * _PITCH))
    *foot, lines = best.foot
    first = Stack([*best.top, spring, *foot, lines.with_more(more)])
    return make_pdf([first, *_back(page, best.kept, best.points)], paper)


def three_months_after(day: datetime.date) -> datetime.date:
    """Return the same day three months later, or the last of that month."""
    year, month = divmod(day.month - 1 + _MONTHS, 12)
    year, month = day.year + year, month + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _parts(contents: Contents, paper: Paper) -> dict[str, Part]:
    parts = (
        say.allergies(contents),
        say.illnesses(contents, paper.today),
        say.about(contents),
        say.medicines(contents, paper.today, paper.across),
        say.people(contents, paper.across),
        say.other(contents),
    )
    return {part.key: part for part in parts}


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to fill the first page; *left* is the height it leaves, under zero if too tall."""

    points: int
    kept: dict[str, int]
    top: list[Flowable]
    foot: list[Flowable]
    left: float


def _tried(page: _FirstPage, points: int, kept: Kept) -> _Try:
    top, foot = page.top(points, kept), page.foot(points)
    taken = height_of([*top, Gap(_GAP), *foot], page.paper.across)
    return _Try(points, dict(kept), top, foot, page.paper.tall - taken)


def _fitted(page: _FirstPage, points: int) -> _Try:
    """Return the largest type at which all fits; else the smallest, with what it can keep."""
    whole = {key: len(part.items) for key, part in page.parts.items()}
    start = _SMALLEST if sum(whole.values()) > _MANY else max(points, _SMALLEST)
    first = _tried(page, start, whole)
    for size in _sizes(first, page.paper.tall):
        found = first if size == start else _tried(page, size, whole)
        if found.left >= 0:
            return found
    return _shortened(page, found)


def _sizes(first: _Try, room: float) -> list[int]:
    """Return the sizes worth trying, the largest first."""
    taken = (room - first.left) / first.points**_GROWTH
    return [
        size
        for size in range(max(_LARGEST, first.points), _SMALLEST - 1, -1)
        if size == _SMALLEST or taken * size**_GROWTH < room * 1.05
    ]


def _shortened(page: _FirstPage, whole: _Try) -> _Try:
    """Return the first page with as many lines of each part as it can keep."""
    across = page.paper.across
    heights = {
        key: part.heights(whole.points, across if key in _WIDE else across * 0.48)
        for key, part in page.parts.items()
    }
    weights = {key: part.weight for key, part in page.parts.items()}
    found = whole
    while found.left < 0 and any(found.kept.values()):
        kept = trimmed(heights, weights, found.kept, _LEAST, -found.left)
        found = _tried(page, whole.points, kept)
    return _filled_up(page, found, whole.kept, heights)


def _filled_up(
    page: _FirstPage, found: _Try, whole: Kept, heights: Mapping[str, Sequence[float]]
) -> _Try:
    """Add the lines that fit after all in the room left, those of the most urgent part first."""
    for key in ("allergies", "people", "medicines", "illnesses", "about", "other"):
        while found.kept[key] < whole[key]:
            if key in _WIDE and heights[key][found.kept[key]] > found.left:
                break
            kept = {**found.kept, key: found.kept[key] + 1}
            tried = _tried(page, found.points, kept)
            if tried.left < 0:
                break
            found = tried
    return found


def _back(page: _FirstPage, kept: Kept, points: int) -> list[Flowable]:
    size = styles(points)
    rest = [part.rest(kept, size) for part in page.parts.values()]
    rest.insert(0, full_name(page.contents, size))
    flows = [flow for part in rest if part for flow in [*part, Gap(10)]]
    return [PageBreak(), *flows[:-1]] if flows else []


def _space() -> Flowable:
    return Gap(_GAP)
