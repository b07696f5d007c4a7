"""An envelope was used: who opened the folder, and what holds now."""

from __future__ import annotations

import datetime

from ensdesk.language import N_, _
from ensdesk.record.wording import day_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.session import Session


class EnvelopeUsed(Page):
    """Told until it was read."""

    name = "envelope-used"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Your folder was opened with an envelope.")))
        self.who = self.add_text("", "lead")
        self.add_text(_(N_("Its words open nothing any more. The key of your folder is new.")))
        self.add_note(_(N_("This person may have kept a copy of what was read.")))
        self.add_primary(_(N_("I have read this")), self._read, icon="check")
        self.add_secondary(_(N_("See what was done")), self._history, icon="clock")

    def entered(self) -> None:
        from ensdesk.folder.envelopes import used

        folder = folder_of(self.session)
        self.ask(lambda: used(folder), self._show)

    def _show(self, used: tuple[str, datetime.date] | None) -> None:
        if used is not None:
            name, day = used
            words = _("{name} opened it on {day}.")
            self.who.setText(words.format(name=name, day=f"{day_in_words(day)} {day.year}"))

    def _read(self) -> None:
        from ensdesk.folder.envelopes import forget_used

        folder = folder_of(self.session)
        self.ask(lambda: forget_used(folder), lambda _none: self.session.home())

    def _history(self) -> None:
        from ensdesk.ui.pages.history import History

        self.session.go(History)
