"""« Les personnes qui m’aident »: who they are, and the ways to let one in or to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.people.words import (
    name_in_words,
    right_in_short,
    until_in_words,
)
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.people import Somebody


class WhoHelps(Page):
    """Reads the people from the true keys. Whoever helps sees them, and changes nothing here."""

    name = "people"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("The people who help me")))
        self.none = self.add_empty("users", _(N_("Nobody else can open your folder.")))
        self.people = self.add_list((), name=_(N_("The people who help me")))
        if folder_of(session).helped_by is None:
            self.add_primary(
                _(N_("Let somebody help me now")), self._to(_help_now), icon="heart-handshake"
            )
            self.add_secondary(_(N_("Add a person")), self._to(_add), icon="plus")
            if_not = _(N_("And if I can no longer open my folder?"))
            self.add_link(if_not, self._to(_if_i_cannot), icon="file-text")
        self.add_link(_(N_("Who can see my folder?")), self._to(_who_sees), icon="eye")

    def entered(self) -> None:
        from ensdesk.folder.handing_over import made_by
        from ensdesk.folder.people import people

        folder = folder_of(self.session)
        self.ask(lambda: people(folder), self._show)
        if folder.helped_by is None:
            self.ask(lambda: made_by(folder), self._offer_to_hand_over)

    def _offer_to_hand_over(self, maker: str) -> None:
        if maker:
            words = _(N_("Hand this folder over to its person"))
            self.add_link(words, self._to(_hand_over), icon="handshake")

    def _show(self, found: tuple[Somebody, ...]) -> None:
        self.none.setVisible(not found)
        self.people.setVisible(bool(found))
        self.people.set_rows([self._row(one) for one in found])

    def _row(self, one: Somebody) -> RowItem:
        detail = f"{right_in_short(one)} · {until_in_words(one)}"
        return RowItem(name_in_words(one), detail, self._press(one.slot), "user")

    def _press(self, slot: str) -> Callable[[], None]:
        from ensdesk.ui.pages.people.person import PersonPage

        return lambda: self.session.go(lambda session: PersonPage(session, slot))

    def _to(self, make: Callable[[Session], Page]) -> Callable[[], None]:
        return lambda: self.session.go(make)


def _help_now(session: Session) -> Page:
    from ensdesk.ui.pages.people.help_now import HelpNow

    return HelpNow(session)


def _add(session: Session) -> Page:
    from ensdesk.ui.pages.people.add import add_person

    return add_person(session)


def _hand_over(session: Session) -> Page:
    from ensdesk.ui.pages.people.hand_over import hand_over_page

    return hand_over_page(session)


def _if_i_cannot(session: Session) -> Page:
    from ensdesk.ui.pages.envelope.which import IfICannot

    return IfICannot(session)


def _who_sees(session: Session) -> Page:
    from ensdesk.ui.pages.people.who_sees import WhoSeesPage

    return WhoSeesPage(session)
