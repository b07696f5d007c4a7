"""One person who helps: what they may do, and the one press that stops them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.people.words import (
    name_in_words,
    opened_in_words,
    right_in_short,
    until_in_words,
    way_named,
)
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.people import Somebody


class PersonPage(Page):
    """Its title names nobody: the title of the window is seen by others."""

    name = "person"

    def __init__(self, session: Session, slot: str) -> None:
        super().__init__(session, _(N_("A person who helps me")))
        self.slot = slot

    def entered(self) -> None:
        from ensdesk.folder.people import somebody

        folder = folder_of(self.session)
        self.ask(lambda: somebody(folder, self.slot), self._show)

    def _show(self, one: Somebody) -> None:
        facts = (
            (_(N_("First name")), name_in_words(one)),
            (_(N_("Can do")), right_in_short(one)),
            (_(N_("Until")), until_in_words(one)),
            (_(N_("Opens it with")), way_named(one.way)),
            (_(N_("Opened it last")), opened_in_words(one)),
        )
        self.add(Told(facts))
        if folder_of(self.session).helped_by is None:
            self._add_buttons(one)
        did = _(N_("What this person did"))
        self.add_link(did, lambda: self._history(one), icon="clock")

    def _add_buttons(self, one: Somebody) -> None:
        if one.until:
            self.add_note(_(N_("It is the program that keeps to this day.")))
        stop = _(N_("Let this person open it no more"))
        self.first = self.add_primary(stop, lambda: self._stop(one), icon="x")
        self.add_link(_(N_("Print the mandate")), self._mandate, icon="printer")
        if self.isVisible():
            self.first.setFocus()

    def _stop(self, one: Somebody) -> None:
        from ensdesk.folder.people import stop_helping

        folder = folder_of(self.session)
        self.ask(
            lambda: stop_helping(folder, one.slot),
            lambda _none: self.session.land(lambda session: Stopped(session, one)),
            words=_(N_("I am changing the key of your folder…")),
        )

    def _mandate(self) -> None:
        from ensdesk.ui.pages.people.mandate import mandate_page

        self.session.go(lambda session: mandate_page(session, self.slot))

    def _history(self, one: Somebody) -> None:
        from ensdesk.ui.pages.history import History
        from ensdesk.ui.pages.history_words import part_of

        part = part_of(one.name, {one.slot})
        self.session.go(lambda session: History(session, part))


class Stopped(Page):
    """What a stop means, and what it cannot do."""

    name = "person-stopped"

    def __init__(self, session: Session, one: Somebody) -> None:
        super().__init__(session, _(N_("It is done.")))
        words = _(N_("{name} can no longer open your folder.")).format(name=name_in_words(one))
        self.add_text(words, "good")
        self.add_text(_(N_("The program tells this person nothing. It answers: wrong code.")))
        self.add_note(
            _(N_("This person may have kept a copy of what was read before.")),
            _(N_("A double made before still opens as it did. Make it again.")),
        )
        self.add_primary(_(N_("Go back to the home page")), session.home, icon="house")
