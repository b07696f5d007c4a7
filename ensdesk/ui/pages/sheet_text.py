"""A sheet read as words, in the size of text that the person chose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.words import Words

_HELD = re.compile(r" (?=[?!;:»])")  # a paper gives back plain spaces, which may break there


class SheetText(Page):
    """One page of the sheet at a time."""

    name = "sheet-text"

    def __init__(self, session: Session, title: str, texts: Sequence[str], page: int = 0) -> None:
        super().__init__(session, title)
        self._title, self._texts = title, texts
        if texts[1:]:
            where = _(N_("Page {page} of {pages}"))
            self.add_text(where.format(page=page + 1, pages=len(texts)), "example")
        if page + 1 < len(texts):
            turn = _(N_("Page after"))
            self.add_primary(turn, lambda: self._turn(page + 1), icon="chevron-right")
        else:
            back = _(N_("Go back to the sheet"))
            self.add_primary(back, lambda: session.back_past(self.name), icon="arrow-left")
        for line in paragraphs(texts[page] if texts else ""):
            self.add(Words(line, "lead"))

    def _turn(self, page: int) -> None:
        title, texts = self._title, self._texts
        self.session.go(lambda session: SheetText(session, title, texts, page))


def paragraphs(text: str) -> list[str]:
    """Return the lines of a page, those that the width of the paper broke put together."""
    found: list[str] = []
    for line in (line.strip() for line in text.splitlines()):
        goes_on = (found and line[:1].islower()) or line[:1] == "("
        if found and goes_on:
            found[-1] += f" {line}"
        elif line:
            found.append(line)
    return [_HELD.sub("\u00a0", line) for line in found]
