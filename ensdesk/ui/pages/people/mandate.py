"""The mandate: on paper, what somebody who helps may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.ui.page import Page
from ensdesk.ui.pages.people.words import name_in_words, right_in_short, until_in_words
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.paper.printed import Printed


def mandate_page(session: Session, slot: str) -> Page:
    """Return the page that prints the mandate of one person."""
    from ensdesk.ui.pages.folder_sheet import FolderSheet

    return FolderSheet(session, "mandate", lambda folder: _read(folder, slot))


def _read(folder: Folder, slot: str) -> Callable[[Printed], bytes]:
    from ensdesk.folder.people import somebody
    from ensdesk.kinds.identity import Identity
    from ensdesk.paper.people_sheets import Mandate, mandate_pdf
    from ensdesk.record.contents import Contents

    one = somebody(folder, slot)
    whose = Contents.of([folder.section(Identity)])
    mandate = Mandate(name_in_words(one), right_in_short(one), until_in_words(one))
    return lambda printed: mandate_pdf(whose, mandate, printed)
