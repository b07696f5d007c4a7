"""A card for the wallet: what the emergency sheet says in short, to cut out and fold once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.paper import emergency_parts as say
from ensdesk.paper import phrases
from ensdesk.paper.block import Block, Gap, lay
from ensdesk.paper.blocks import Row, Stack
from ensdesk.paper.fonts import BOLD, REGULAR
from ensdesk.paper.page import make_pdf, masthead, paper_of, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.qr_code import QrCode, fitting
from ensdesk.paper.style import Style
from ensdesk.paper.tagged import TaggedCanvas
from ensdesk.paper.tagged_flow import Figure, Strong, Words, paragraph
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words

TITLE = N_("My wallet card")
_CUT = N_("Cut along the outer line. Fold in the middle. Keep it with your papers.")
_CODE_SAYS = N_(
    "The square can be read by a phone, without Internet. It holds the words of the card."
)
_CARD = (85.6 * mm, 54.0 * mm)  # ISO/IEC 7810 ID-1
_INSET = 7.0
_CODE = 98.0  # side of the QR code
_SMALL = Style(REGULAR, 11, 12.6)
_BOLD = Style(BOLD, 12, 13.8)


def wallet_card(contents: Contents, printed: Printed) -> bytes:
    """Return the card, and how to cut and fold it. What does not fit is said to be on the sheet."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW)
    size = styles(printed.points)
    front, back = list(_front(contents)), list(_medicines(contents, printed))
    text = [_plain(words) for words in (*front, *back)]
    story = [
        *masthead(paper, contents, printed.points),
        Gap(6),
        paragraph(_(_CUT), size.body),
        Gap(10),
        Card(front, back, text),
        Gap(12),
        paragraph(_(_CODE_SAYS), size.body),
        paragraph(_("Whoever finds the card can read it."), size.strong),
    ]
    return make_pdf(story, paper)


class Card(Block):
    """Both faces side by side, the fold between them; the first line of each face is larger."""

    def __init__(self, front: Sequence[Words], back: Sequence[Words], text: Sequence[str]) -> None:
        super().__init__()
        across, tall = (side - 2 * _INSET for side in _CARD)
        code = Figure(QrCode(fitting(text)), _("The same words, for a phone"))
        beside = across - _CODE - 6
        self._faces = (
            Stack(_that_fit(front, across, tall)),
            Row([_that_fit(back, beside, tall), [code]], [beside, _CODE], gap=6),
        )

    def lay(self, across: float) -> float:
        del across
        for face in self._faces:
            lay(face, _CARD[0] - 2 * _INSET)
        return float(_CARD[1])

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        across, tall = _CARD
        canvas.setLineWidth(0.8)
        canvas.rect(left, bottom, 2 * across, tall)
        canvas.saveState()
        canvas.setDash(3, 3)
        canvas.line(left + across, bottom, left + across, bottom + tall)
        canvas.restoreState()
        for number, face in enumerate(self._faces):
            corner = left + number * across + _INSET
            face.paint(canvas, corner, bottom + tall - _INSET - face.height)


def _that_fit(lines: Sequence[Words], across: float, tall: float) -> list[Flowable]:
    """Return the lines that fit; the last one says that there are more on the sheet."""
    more = paragraph(_("More on the emergency sheet"), _SMALL)
    shown: list[Flowable] = []
    left = tall
    for number, words in enumerate(lines):
        flow = paragraph(words, _SMALL if number else _BOLD)
        needed = lay(flow, across)
        last = number == len(lines) - 1
        if needed + (0 if last else lay(more, across)) > left:
            return [*shown, more]
        shown.append(flow)
        left -= needed
    return shown


def _front(contents: Contents) -> Iterator[Words]:
    identity = contents.single(Identity)
    yield (identity.headline() if identity else "") or phrases.not_filled()
    born = identity.born if identity else None
    yield [_("Birth: {words}").format(words=date_in_words(born) if born else phrases.not_filled())]
    yield _listed(_("Allergies"), contents.section(Allergy), "substance")
    yield [piece for answer in say.at_once(contents) for piece in (*answer, ". ")]
    yield _listed(_("Illnesses"), contents.section(Illness), "name")
    for one in phrases.people_in_order(contents.records(Contact))[:3]:
        yield [one.name, " ", *phrases.phones(one)]


def _medicines(contents: Contents, printed: Printed) -> Iterator[Words]:
    section = contents.section(Medication)
    yield _("Medicines")
    taken = phrases.medicines_in_order(section.records, printed.today)
    for one in taken:
        yield [one.name, *phrases.unread(one)]
    if not taken:
        yield phrases.all_stopped(section) if section.records else phrases.nothing(section)
    day = date_in_words(PartialDate.of(printed.today))
    yield _("On {day}, to be checked").format(day=day)


def _listed(label: str, section: Section[Allergy] | Section[Illness], name: str) -> Words:
    if section.state is not State.LIST:
        return [label, _(": "), Strong(phrases.nothing(section))]
    names = ", ".join(getattr(one, name) for one in section.records)
    return [label, _(": "), Strong(names)]


def _plain(words: Words) -> str:
    return words if isinstance(words, str) else "".join(words)
