"""The two sheets of a centre, about no person: a guide for volunteers and their promise."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportlab.platypus import Flowable

from ensdesk.language import N_, _
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import FillIn, Framed
from ensdesk.paper.page import Paper, Styles, make_pdf, masthead, styles
from ensdesk.paper.tagged_flow import Strong, bullets, paragraph

GUIDE_POINTS, PROMISE_POINTS = 14, 16  # one page each

_STEPS = (
    N_("Ask: “Do you have your USB key and your sheets?”"),
    N_("Sit beside the person, never behind. They press and write themselves."),
    N_("Code or 12 words? Turn your head away. The person copies the words by hand."),
    N_("Before printing, the person reads the page again, or presses “Listen”."),
    N_("At the end, the person presses “I have finished”."),
    N_("Say: “Take your key and your sheets.” Look in the printer together."),
)
_NEVER = (
    N_("Never keep a key or a sheet, not even to help."),
    N_("Never write a code down, nor the words of a key sheet."),
    N_("Never read over the shoulder. Take no photo. Tell nobody what you saw."),
    N_("Never give advice on health: the doctor or the pharmacist does."),
)
_WHEN = (
    (
        N_("The key was forgotten at home"),
        N_("Make the sheet alone, or another day. Lend no key."),
    ),
    (
        N_("A key was forgotten here"),
        N_("Do not plug it in. Closed envelope, the date on it, to the person in charge."),
    ),
    (
        N_("The printer jams"),
        N_("Stay there. Give back every sheet that comes out, torn ones too."),
    ),
    (
        N_("Nothing more comes out"),
        N_("The person in charge empties the list of the printer. Then print again."),
    ),
    (
        N_("A sheet stayed in the tray"),
        N_("Do not read it. Give it back today, or tear it into small pieces."),
    ),
    (
        N_("Somebody speaks in the person’s place"),
        N_("Talk to the person alone. Saying no is allowed."),
    ),
    (
        N_("Somebody feels ill"),
        N_("Call 15 or 112, or 114 by text message. The program calls nobody."),
    ),
)
_PROMISES = (
    N_("I tell nobody what I see or hear of a person’s health. This has no end."),
    N_("I help when I am asked. The person presses and writes themselves."),
    N_("I turn my head away for a code and for the 12 words."),
    N_("I write down no code, and no word of a key sheet."),
    N_("I keep no key, no sheet, no photo and no copy."),
    N_("I give no advice on health, and I talk nobody into anything."),
    N_("A key or a sheet stayed behind? I tell the person in charge at once."),
)


@dataclass(frozen=True, slots=True)
class CentreSheet:
    """A sheet without a folder: its title (a msgid), and what makes it for a named centre."""

    title: str
    points: int
    make: Callable[[datetime.date, str, int], bytes]


def volunteer_guide(today: datetime.date, centre: str = "", points: int = GUIDE_POINTS) -> bytes:
    """Return the page to put up beside the computer."""
    size = styles(points)
    steps = [_numbered(number, _(words)) for number, words in enumerate(_STEPS, 1)]
    story = [
        *_top(_(GUIDE), today, centre, points),
        Gap(6),
        *_headed(N_("With each person"), size),
        *(paragraph(step, size.body) for step in steps),
        Gap(6),
        Framed([*_headed(N_("Never"), size), *bullets(map(_, _NEVER), size.item)], 1.5, 8),
        Gap(8),
        *_headed(N_("What if…"), size),
        *(paragraph([Strong(_(what)), _(": "), _(act)], size.body) for what, act in _WHEN),
        Gap(10),
        FillIn(_("The person in charge: … Phone: …"), size.body),
    ]
    return make_pdf(story, _paper(_(GUIDE), today))


def discretion_promise(
    today: datetime.date, centre: str = "", points: int = PROMISE_POINTS
) -> bytes:
    """Return the promise that a volunteer and the centre sign, one sheet for each of them."""
    size = styles(points)
    story = [
        *_top(_(PROMISE), today, "", points),
        Gap(14),
        FillIn(_("I am: …"), size.body),
        Gap(12),
        *_of_centre(centre, size),
        Gap(10),
        *_headed(N_("I promise"), size),
        *bullets(map(_, _PROMISES), size.item),
        Gap(8),
        paragraph(_("One sheet stays with me, one with the centre."), size.body),
        Gap(30),
        FillIn(_("Date: …"), size.body),
        Gap(40),
        FillIn(_("My signature: …"), size.body),
        Gap(50),
        FillIn(_("For the centre, name and signature: …"), size.body),
    ]
    return make_pdf(story, _paper(_(PROMISE), today))


GUIDE = N_("Welcoming a person")
PROMISE = N_("My promise of discretion")
CENTRE_SHEETS = {
    "centre-guide": CentreSheet(GUIDE, GUIDE_POINTS, volunteer_guide),
    "centre-promise": CentreSheet(PROMISE, PROMISE_POINTS, discretion_promise),
}


def _paper(title: str, today: datetime.date) -> Paper:
    return Paper(title, None, today)


def _top(title: str, today: datetime.date, centre: str, points: int) -> list[Flowable]:
    named = [paragraph(centre, styles(points).strong)] if centre else []
    return [*masthead(_paper(title, today), None, points), *named]


def _of_centre(centre: str, size: Styles) -> Iterable[Flowable]:
    if centre:
        return [paragraph([Strong(_("The centre")), _(": "), centre], size.body)]
    return [FillIn(_("The centre: …"), size.body)]


def _headed(title: str, size: Styles) -> list[Flowable]:
    return [paragraph(_(title), size.heading, "H2")]


def _numbered(number: int, words: str) -> str:
    return f"{number}.\u00a0{words}"
