"""A page about a copy that is not made yet: a lock loses nothing of what was answered."""

from __future__ import annotations

from functools import partial
from typing import Any

from ensdesk.ui.page import Page
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.resume import restored
from ensdesk.ui.session import MakePage, Session


class AboutCopy(Page):
    """Its draft holds the whole wish, and what is not yet in it."""

    def __init__(self, session: Session, title: str, wish: CopyWish) -> None:
        super().__init__(session, title)
        self.wish = wish

    def draft(self) -> dict[str, Any] | None:
        return {"wish": self.wish.draft(), "typed": super().draft() or {}}

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values.get("typed", {}))


def way_to(name: str, values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the pages from the place of the copy to the one called *name*."""
    from ensdesk.ui.pages.copy_out.how import WhoCanRead
    from ensdesk.ui.pages.copy_out.summary import CopyOut, CopySummary
    from ensdesk.ui.pages.copy_out.what import WhatToCopy
    from ensdesk.ui.pages.copy_out.whom import ForWhomCopy

    wish = CopyWish.of_draft(values["wish"])
    start = (CopyOut, partial(CopySummary, wish=wish))
    for page in (WhatToCopy, ForWhomCopy, WhoCanRead):
        if page.name == name:
            return (*start, restored(partial(page, wish=wish), values))
    return start if name == CopySummary.name else ()
