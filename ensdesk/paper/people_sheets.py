"""The sheets about people: who can see the folder, and the mandate of one who helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import FillIn, Framed
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.paper.page import Styles, full_name, make_pdf, masthead, paper_of, room_for, styles
from ensdesk.paper.printed import Printed
from ensdesk.paper.tagged_flow import Strong, bullets, paragraph
from ensdesk.record.contents import Contents

Lines = Sequence[tuple[str, str]]  # a person or a moment, and what is said of it

_PROMISES = (
    N_("What is for me alone stays closed to this person."),
    N_("I stop this help when I want, without giving a reason."),
    N_("Nothing is copied out of the folder without my own code."),
    N_("This paper gives no right over my care or my money."),
    N_("It takes the place of no person of trust, guardian or power of attorney."),
)


@dataclass(frozen=True, slots=True)
class Mandate:
    """Somebody who helps: first name, what they may do and until when, in words."""

    name: str
    rights: str
    until: str


def who_sees_pdf(
    contents: Contents,
    people: Lines,
    openings: Lines,
    doubles: Lines,
    limits: Sequence[str],
    printed: Printed,
) -> bytes:
    """Return the sheet that says who can open the folder, as its keys say it."""
    sheet = OTHER_SHEETS["who-sees"]
    paper = paper_of(contents, printed, sheet.title, sheet.band, dated=N_("On {day}"))
    size = styles(printed.points)
    story = [
        *masthead(paper, contents, printed.points),
        paragraph(_("This is read in the keys of the folder itself."), size.body),
        Gap(6),
        *_told(people, size),
        *_heading(_("The last openings"), size),
        *_told(openings, size),
        *_heading(_("The doubles"), size),
        *_told(doubles, size),
        *_heading(_("What the program cannot prevent"), size),
        *bullets(limits, size.item),
    ]
    return make_pdf(story, paper)


def mandate_pdf(contents: Contents, mandate: Mandate, printed: Printed) -> bytes:
    """Return the mandate of one person, to be signed by both and kept at home."""
    sheet = OTHER_SHEETS["mandate"]
    paper = paper_of(contents, printed, sheet.title, sheet.band, dated=N_("On {day}"))
    size = styles(printed.points + 2)
    agreed = _("I authorise {name} to help me with my health folder.").format(name=mandate.name)
    facts = ((_("Can do"), mandate.rights), (_("Until"), mandate.until))
    story = [
        *masthead(paper, contents, printed.points + 2),
        Gap(12),
        Framed([paragraph([Strong(agreed)], size.body)], 1.5, 10),
        Gap(10),
        *(paragraph(phrases.labelled(name, words), size.body) for name, words in facts),
        Gap(6),
        *bullets([_(words) for words in _PROMISES], size.item),
        Gap(36),
        FillIn(_("My signature: …"), size.body),
        Gap(40),
        FillIn(_("Signature of the person who helps: …"), size.body),
    ]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _told(lines: Lines, size: Styles) -> list[Flowable]:
    return [
        paragraph([Strong(who), _(": "), words] if words else who, size.body)
        for who, words in lines
    ]


def _heading(words: str, size: Styles) -> list[Flowable]:
    return [Gap(8), room_for(size), paragraph(words, size.heading, "H2")]
