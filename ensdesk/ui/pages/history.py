"""« Ce qui a été fait »: the journal of the folder, day by day."""

from __future__ import annotations

from collections.abc import Sequence

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import do_again, folder_of, named, take_back
from ensdesk.ui.pages.history_words import Done, by_day, read_history
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

_AT_ONCE = 12


class History(Page):
    """The latest first; only what was done since the opening can be taken back."""

    name = "history"

    def __init__(self, session: Session, before: int | None = None) -> None:
        super().__init__(session, _(N_("What was done")))
        self.before = before
        start_at_title(self)

    def entered(self) -> None:
        folder, before = folder_of(self.session), self.before
        self.ask(lambda: read_history(folder, _AT_ONCE + 1, before), self._show)

    def _show(self, lines: Sequence[Done]) -> None:
        shown = lines[:_AT_ONCE]
        if self.before is None:
            self._add_ways_back()
        if not shown:
            self.add_text(_(N_("Nothing older.")), "lead")
        for day, done in by_day(shown):
            self.add_text(day, "h2")
            self.add(Told([(line.moment, line.words) for line in done], "text"))
        if len(lines) > len(shown):
            last = shown[-1].number
            self.add_secondary(
                _(N_("See what was done before")),
                lambda: self.session.go(lambda session: History(session, last)),
                icon="clock",
            )

    def _add_ways_back(self) -> None:
        folder, session = folder_of(self.session), self.session
        if folder.undoes is not None:
            words = _(N_("Undo: {what}")).format(what=named(folder.undoes))
            self.add_secondary(words, lambda: take_back(session), icon="undo-2")
        if folder.redoes is not None:
            words = _(N_("Do again: {what}")).format(what=named(folder.redoes))
            self.add_secondary(words, lambda: do_again(session), icon="rotate-ccw")
