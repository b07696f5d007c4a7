"""What was done with the folder, day by day, on paper."""

from __future__ import annotations

from collections.abc import Sequence

from ensdesk.language import N_
from ensdesk.paper.block import Gap
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.paper.page import make_pdf, masthead, paper_of, room_for, styles
from ensdesk.paper.printed import Printed
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.contents import Contents

Days = Sequence[tuple[str, Sequence[str]]]  # a day in words, and its lines


def journal_sheet(contents: Contents, days: Days, shown: str, printed: Printed) -> bytes:
    """Return the sheet: *shown* says which lines these are; *contents* tell whose they are."""
    sheet = OTHER_SHEETS["journal"]
    paper = paper_of(contents, printed, sheet.title, sheet.band, dated=N_("On {day}"))
    size = styles(printed.points)
    story = [*masthead(paper, contents, printed.points), paragraph(shown, size.body), Gap(6)]
    for day, lines in days:
        story += [room_for(size), paragraph(day, size.heading, "H2")]
        story += [paragraph(line, size.body) for line in lines]
    return make_pdf(story, paper)
