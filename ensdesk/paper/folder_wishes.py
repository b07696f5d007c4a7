"""What shall become of the folder after its person's death: a sheet to be filled in by hand."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import FillIn
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.paper.page import full_name, make_pdf, masthead, paper_of, room_for, styles
from ensdesk.paper.printed import Printed
from ensdesk.paper.tagged_flow import bullets, paragraph
from ensdesk.record.contents import Contents

_CHOICES = (
    N_("Erase it, with its doubles and its copies: …"),
    N_("Give it to this person: …"),
    N_("Show it only to my doctor, whose name is: …"),
    N_("Something else: …"),
)
_WHERE = (N_("Where the folder is, and its doubles: …"), N_("Who has an envelope: …"))
_SAID = (
    N_("No code and no word of my key sheet stands on this sheet."),
    N_("I can change my mind: the latest sheet counts."),
    N_("This sheet does not replace a will or advance directives."),
)


def folder_wishes(contents: Contents, printed: Printed) -> bytes:
    """Return the sheet: a number before each wish is circled with a pen."""
    sheet = OTHER_SHEETS["folder-wishes"]
    paper = paper_of(contents, printed, sheet.title, sheet.band, dated=N_("On {day}"))
    size = styles(printed.points)
    story = [
        *masthead(paper, contents, printed.points),
        Gap(8),
        paragraph(_("After my death, what shall become of this folder?"), size.heading, "H2"),
        paragraph(_("Circle one number."), size.body),
        Gap(6),
    ]
    for number, words in enumerate(_CHOICES, 1):
        story += [FillIn(f"{number}. {_(words)}", size.body), Gap(16)]
    story += [
        room_for(size),
        *(part for words in _WHERE for part in (FillIn(_(words), size.body), Gap(16))),
    ]
    story += [*bullets([_(words) for words in _SAID], size.item), Gap(16)]
    story += [
        FillIn(_("Place and day: …"), size.body),
        Gap(20),
        FillIn(_("My signature: …"), size.body),
    ]
    return make_pdf([*story, *full_name(contents, size)], paper)
