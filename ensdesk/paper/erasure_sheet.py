"""The certificate that a folder was erased: counts and no name, and what no program can erase."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ensdesk.language import N_, _
from ensdesk.paper.block import Gap
from ensdesk.paper.page import Paper, make_pdf, masthead, styles
from ensdesk.paper.printed import Band
from ensdesk.paper.tagged_flow import bullets, paragraph

REMAINS = (
    N_("Copies on a USB key, and doubles, wherever you put them."),
    N_("Sheets that were printed, and what a printer keeps of them."),
    N_("Traces in the memory of a disk or a key. Nobody can read them without your secrets."),
)
_POINTS = 16


def erasure_sheet(counts: Sequence[str], today: datetime.date) -> bytes:
    """Return the certificate; *counts* are the lines that say how much was erased."""
    paper = Paper(_("Erased folder"), Band.KEEP, today, dated=N_("Erased on {day}"))
    size = styles(_POINTS)
    story = [
        *masthead(paper, None, _POINTS),
        Gap(12),
        paragraph(_("What was erased from this computer"), size.heading, "H2"),
        *bullets(list(counts), size.item),
        Gap(12),
        paragraph(_("What the program cannot erase"), size.heading, "H2"),
        *bullets([_(line) for line in REMAINS], size.item),
    ]
    return make_pdf(story, paper)
