"""The page that goes before a paper given to somebody: what it is, whose it is, how long it is."""

from __future__ import annotations

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _, plural
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import RuledLines
from ensdesk.paper.page import full_name, make_pdf, masthead, paper_of, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import Strong, paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.wording import date_in_words

TITLE = N_("A paper of my folder")
_LINES = 6


def cover_sheet(contents: Contents, document: Document, pages: int, printed: Printed) -> bytes:
    """Return the cover of *document*, a paper of *pages*; *contents* say whose it is."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("On {day}"))
    size = styles(printed.points)
    count = plural("{count} page after this one", "{count} pages after this one", pages)
    answers = [
        (_("Kind"), _(document.category.words) if document.category else ""),
        (_("Date on the paper"), date_in_words(document.date) if document.date else ""),
        (_("Who wrote it"), document.author),
        (_("To remember"), str(document.note or "")),
    ]
    known = [
        paragraph([label, _(": "), Strong(said)], size.body) for label, said in answers if said
    ]
    copy = _("Copy of a paper kept by the person: {count}.").format(count=count)
    story = [
        *masthead(paper, contents, printed.points),
        Gap(10),
        paragraph(document.name, size.title),
        *known,
        paragraph(copy, size.body),
        Gap(12),
        paragraph(_("For whom, and why"), size.heading, "H2"),
        RuledLines(_LINES),
    ]
    return make_pdf([*story, *full_name(contents, size)], paper)
