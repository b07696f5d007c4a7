"""What is said of a paper that cannot be shown: what it is, why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.reading.reader import can_show
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of

if TYPE_CHECKING:
    from ensdesk.trouble import Trouble
    from ensdesk.vault.paper_rows import PaperRow

_WHAT = {
    "application/dicom": N_("It is a picture of an X-ray or of a scanner."),
    "image/heic": N_("It is a photo of a phone."),
    "image/avif": N_("It is a photo of a phone."),
}


def add_hidden_note(page: Page, paper: PaperRow) -> None:
    """Say on *page* that *paper* is kept whole; why it is hidden follows when it is known."""
    what = _WHAT.get(paper.media_type)
    note = page.add_note(
        _(N_("This paper cannot be shown here. It is kept whole.")),
        _(what) if what else "",
        _(N_("You can copy it out, then open it with another program.")),
    )
    if not can_show(paper.media_type):
        return
    documents = folder_of(page.session).vault.documents

    def look() -> Trouble | None:
        from ensdesk.folder.papers import why_hidden

        return why_hidden(documents, paper)

    def tell(why: Trouble | None) -> None:
        if why is not None:
            headline, advice = note.labels
            headline.setText(why.what())
            advice.setText(why.next_step())

    page.ask(look, tell, lane="work", words=_(N_("I am looking at your paper…")))
