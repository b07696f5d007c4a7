"""A page about a copy that is not made yet: a lock loses nothing of what was answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ensdesk.ui.page import Page
from ensdesk.ui.pages.copy_out.wish import CopyWish
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
    start = (CopyOut, _made(CopySummary, wish, {}))
    for page in (WhatToCopy, ForWhomCopy, WhoCanRead):
        if page.name == name:
            return (*start, _made(page, wish, values))
    return start if name == CopySummary.name else ()


def _made(
    page: Callable[[Session, CopyWish], Page], wish: CopyWish, values: dict[str, Any]
) -> MakePage:
    def made(session: Session) -> Page:
        page_again = page(session, wish)
        page_again.restore(values)
        return page_again

    return made
