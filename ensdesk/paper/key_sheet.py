"""The key sheet: twelve words that open the folder, and nothing that says whose folder it is."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ensdesk.language import N_, _
from ensdesk.paper.block import Block, Gap
from ensdesk.paper.blocks import Framed, draw_line
from ensdesk.paper.fonts import BOLD, REGULAR, width
from ensdesk.paper.page import Paper, make_pdf, masthead, styles
from ensdesk.paper.printed import Band
from ensdesk.paper.structure import Tag
from ensdesk.paper.tagged import TaggedCanvas
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
_ENVELOPE_TITLE = N_("To open if I no longer can")
_ENVELOPE_USE = (
    N_("These 12 words open a health folder whose person can no longer do it."),
    N_("On its computer, or with its double: open ensdesk, then “I forgot my code”."),
    N_("Without ensdesk: the double holds rescue.py, which opens it."),
    N_("Once they are used, their person is told, and they open nothing more."),
)
_PAIR_TITLE = N_("Sheet {number} of 3: two are needed")
_PAIR_USE = (
    N_("This sheet alone opens nothing. Two of the three are needed."),
    N_("On the computer, or with the double: open ensdesk, then “I forgot my code”."),
    N_("Choose “I have two sheets of relatives”, and write one sheet, then the other."),
    N_("Once they are used, their person is told, and they open nothing more."),
)


def key_sheet(words: str, *, today: datetime.date) -> bytes:
    """Return the sheet of the twelve *words*, separated by spaces."""
    return _sheet(words.split(), today, _("Check that you can read each of the 12 words."))


def empty_key_sheet(today: datetime.date) -> bytes:
    """Return the sheet with twelve empty boxes, for words copied by hand."""
    return _sheet([""] * _WORDS, today, _("Copy one word in each box, with its accents."))


def envelope_sheet(words: str, number: int, *, today: datetime.date) -> bytes:
    """Return the sheet of a relative: its *number* among three, 0 for the one in an envelope."""
    title, use = (_PAIR_TITLE, _PAIR_USE) if number else (_ENVELOPE_TITLE, _ENVELOPE_USE)
    advice = _("Check that you can read each of the 12 words.")
    return _sheet(words.split(), today, advice, _(title).format(number=number), use)


def _sheet(
    words: Sequence[str],
    today: datetime.date,
    advice: str,
    title: str = "",
    use: Sequence[str] = _USE,
) -> bytes:
    paper = Paper(title or _("My key sheet"), Band.HIDE, today, dated=N_("Made on {day}"))
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
        Gap(10),
        paragraph(_("The 12 words"), size.heading, "H2"),
        paragraph(advice, size.body),
        WordBoxes(words),
        Gap(12),
        paragraph(_("What it is for"), size.heading, "H2"),
        *bullets([_(line) for line in use], size.item),
    ]
    return make_pdf(story, paper)


class WordBoxes(Block):
    """Numbered boxes in two columns; the numbers go down the left one first."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = words
        self.lines = (len(words) + 1) // 2
        self.tag = Tag("L", attributes={"ListNumbering": "Decimal"})

    def lay(self, across: float) -> float:
        del across
        return self.lines * (_TALL + _GAP)

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        across = (self.width - 14) / 2
        for place, word in enumerate(self.words):
            column, line = divmod(place, self.lines)
            corner = (
                left + column * (across + 14),
                bottom + self.height - (line + 1) * (_TALL + _GAP),
            )
            canvas.setLineWidth(1.4)
            canvas.rect(*corner, across, _TALL)
            canvas.line(corner[0] + 42, corner[1], corner[0] + 42, corner[1] + _TALL)
            self._write(canvas, str(place + 1), word, *corner)

    def _write(
        self, canvas: TaggedCanvas, number: str, word: str, left: float, bottom: float
    ) -> None:
        item = Tag("LI", self.tag)
        with canvas.mark(Tag("Lbl", item)):
            inset = (42 - width(number, REGULAR, 18)) / 2
            draw_line(canvas, left + inset, bottom + 22, number + " ", REGULAR, 18)
        if word:
            with canvas.mark(Tag("LBody", item)):
                draw_line(canvas, left + 54, bottom + 19, word + " ", BOLD, 28)
