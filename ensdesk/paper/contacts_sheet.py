"""The people to call, in large type: to be put beside the phone."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.kinds.contact import Contact
from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import Rule
from ensdesk.paper.page import Styles, full_name, make_pdf, masthead, paper_of, room_for, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.contents import Contents, State

TITLE = N_("The people to call")
_LARGER = 4  # points: numbers are read from a distance
_NUMBERS = (
    N_("Emergency: 15 or 112"),
    N_("Firemen: 18"),
    N_("By text message, for the deaf: 114"),
)


def contacts_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the people in the order in which they are to be called, then the public numbers."""
    paper = paper_of(contents, printed, TITLE, Band.KEEP, dated="")  # the day stands in the foot
    size, phones = styles(printed.points), styles(printed.points + _LARGER)
    section = contents.section(Contact)
    story = [*masthead(paper, contents, printed.points), Gap(6)]
    for one in phrases.people_in_order(section.records):
        story += _person(one, size, phones)
    if section.state is not State.LIST:
        story.append(paragraph(phrases.nothing(section), size.strong))
    story += [Gap(8), room_for(size), paragraph(_("Public numbers"), size.heading, "H2")]
    story += [paragraph(_(number), phones.strong) for number in _NUMBERS]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _person(one: Contact, size: Styles, phones: Styles) -> list[Flowable]:
    rest = [text for text in (one.email, one.address, one.note) if text]
    return [
        room_for(size),
        paragraph(phrases.contact(one), size.body),
        paragraph(phrases.phones(one), phones.cell),
        *(paragraph(str(text), size.cell) for text in rest),
        Rule(0.7, above=4, below=6),
    ]
