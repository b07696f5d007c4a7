"""The key sheet: twelve words that open the folder, and nothing that says whose folder it is."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from ensdesk.language import N_, _
from ensdesk.paper.blocks import Framed, draw_line
from ensdesk.paper.fonts import BOLD, REGULAR, width
from ensdesk.paper.page import Paper, make_pdf, masthead, styles
from ensdesk.paper.printed import Band
from ensdesk.paper.structure import Tag
from ensdesk.paper.tagged_flow import bullets, paragraph

_POINTS = 16
_WORDS = 12
_TALL = 56.0  # of one box
_GAP = 7.0

_WARNING = (
    N_("Nobody has the right to ask you for these words."),
    N_(
        "Neither a doctor, nor a bank, nor the health insurance, nor a repairer, "
        "nor an association."
    ),
    N_("Somebody asks you for them? Hang up."),
)
_USE = (
    N_("Forgotten code, lost key, broken computer? These 12 words open your folder."),
    N_("Choose “I forgot my code”, then write the words in their order."),
    N_("Keep this sheet far from the computer, with your important papers."),
    N_("A new key sheet takes the place of this one. Then tear this one up."),
)


def key_sheet(words: str, *, today: datetime.date) -> bytes:
    """Return the sheet of the twelve *words*, separated by spaces."""
    return _sheet(words.split(), today, _("Check that you can read each of the 12 words."))


def empty_key_sheet(today: datetime.date) -> bytes:
    """Return the sheet with twelve empty boxes, for words copied by hand."""
    return _sheet([""] * _WORDS, today, _("Copy one word in each box, with its accents."))


def _sheet(words: Sequence[str], today: datetime.date, advice: str) -> bytes:
    paper = Paper(_("My key sheet"), Band.HIDE, today, dated=N_("Made on {day}"))
    size = styles(_POINTS)
    story = [
        *masthead(paper, None, _POINTS),
        Framed(
            [
                paragraph(_("Not on the fridge."), size.title),
                *(paragraph(_(line), size.body) for line in _WARNING),
            ],
            2.5,
            10,
        ),
        Spacer(1, 10),
        paragraph(_("The 12 words"), size.heading, "H2"),
        paragraph(advice, size.body),
        WordBoxes(words),
        Spacer(1, 12),
        paragraph(_("What it is for"), size.heading, "H2"),
        *bullets([_(line) for line in _USE], size.item),
    ]
    return make_pdf(story, paper)


class WordBoxes(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Numbered boxes in two columns; the numbers go down the left one first."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = words
        self.tag = Tag("L", attributes={"ListNumbering": "Decimal"})

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        lines = (len(self.words) + 1) // 2
        self.width, self.height = availWidth, lines * (_TALL + _GAP)
        return self.width, self.height

    def draw(self) -> None:
        lines = (len(self.words) + 1) // 2
        across = (self.width - 14) / 2
        for place, word in enumerate(self.words):
            column, line = divmod(place, lines)
            bottom = self.height - (line + 1) * (_TALL + _GAP)
            self._draw_box(place + 1, word, column * (across + 14), bottom, across)

    def _draw_box(self, number: int, word: str, left: float, bottom: float, across: float) -> None:
        self.canv.setLineWidth(1.4)
        self.canv.rect(left, bottom, across, _TALL)
        self.canv.line(left + 42, bottom, left + 42, bottom + _TALL)
        item = Tag("LI", self.tag)
        label = str(number)
        with self.canv.mark(Tag("Lbl", item)):
            inset = (42 - width(label, REGULAR, 18)) / 2
            draw_line(self.canv, left + inset, bottom + 22, label, REGULAR, 18)
        if word:
            with self.canv.mark(Tag("LBody", item)):
                draw_line(self.canv, left + 54, bottom + 19, word, BOLD, 28)
