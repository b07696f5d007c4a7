"""One section of the folder alone, whatever its kind."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.field_flow import record_flow
from ensdesk.paper.names import names_on_sheet
from ensdesk.paper.page import Styles, full_name, make_pdf, masthead, paper_of, room_for, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.contents import Contents, State
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from ensdesk.record.wording import NameOf


def section_sheet(kind: type[Record], contents: Contents, printed: Printed) -> bytes:
    """Return the section of *kind*: what holds, then what is over."""
    paper = paper_of(contents, printed, kind.section, Band.SHOW, dated=N_("On {day}"))
    size = styles(printed.points)
    section = contents.section(kind)
    story = [*masthead(paper, contents, printed.points), Gap(4)]
    if section.state is not State.LIST:
        story.append(paragraph(phrases.nothing(section), size.strong))
    holds, over = parted(section.records, printed.today)
    name_of = names_on_sheet(contents)
    story += _records(holds, size, name_of)
    if over:
        story += [Gap(8), room_for(size), paragraph(_(kind.over), size.heading, "H2")]
        story += _records(over, size, name_of)
    return make_pdf([*story, *full_name(contents, size)], paper)


def _records(records: list[Record], size: Styles, name_of: NameOf) -> list[Flowable]:
    flows: list[Flowable] = []
    for record in records:
        unread = [paragraph(phrases.unread(record), size.cell)] if record.incomplete else []
        flows += [room_for(size), *record_flow(record, size, name_of), *unread, Gap(6)]
    return flows
