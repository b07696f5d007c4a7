"""Who opens the folder on the day when its person cannot any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.my_secrets import holder_first
from ensdesk.ui.session import MakePage, Session

if TYPE_CHECKING:
    from ensdesk.folder.people import Somebody


class IfICannot(Page):
    """Each answer takes the place of the one before; the third is a choice like the others."""

    name = "if-i-cannot"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("And if I can no longer open my folder?")))
        self.add_text(_(N_("An illness, an accident, or later: who may open it?")))
        self.now = self.add_text("", "lead")
        self.now.hide()
        add_answers(
            self,
            (
                (
                    self._to(_one),
                    _(N_("One relative, with an envelope")),
                    _(N_("This person opens it alone, on that day.")),
                    "file-text",
                ),
                (
                    self._to(_three),
                    _(N_("Three relatives, two of them together")),
                    _(N_("None of them can open it alone.")),
                    "users",
                ),
                (
                    self._nobody,
                    _(N_("Nobody")),
                    _(N_("Without me the folder stays closed for ever.")),
                    "lock",
                ),
            ),
            lambda go_on: go_on(),
        )
        wishes = _(N_("Print my wishes for this folder"))
        self.add_link(wishes, lambda: session.go(wishes_page), icon="printer")

    def entered(self) -> None:
        from ensdesk.folder.envelopes import given

        folder = folder_of(self.session)
        self.ask(lambda: given(folder), self._show)

    def _show(self, found: tuple[Somebody, ...]) -> None:
        self.now.setText(given_in_words(found))
        self.now.setVisible(bool(found))

    def _to(self, make: MakePage) -> Callable[[], None]:
        return lambda: self.session.go(lambda session: holder_first(session, make))

    def _nobody(self) -> None:
        from ensdesk.folder.envelopes import take_back

        folder, session = folder_of(self.session), self.session

        def done(_none: object) -> None:
            session.home()
            session.say(_(N_("Nobody else can open your folder on that day.")))

        self.ask(lambda: take_back(folder), done, words=_(N_("One moment…")))


def given_in_words(found: tuple[Somebody, ...]) -> str:
    """Return what was given: to one, or to three of whom the pairs are known."""
    if len(found) == 1:
        return _("Today: an envelope for {name}.").format(name=found[0].name)
    names = dict.fromkeys(name for one in found for name in one.name.split(", "))
    return _("Today: a sheet each for {names}.").format(names=", ".join(names))


def wishes_page(session: Session) -> Page:
    """Return the page that prints the sheet of wishes, to be filled in by hand."""
    from ensdesk.ui.pages.folder_sheet import FolderSheet, Make

    def read(folder: object) -> Make:
        from ensdesk.kinds.identity import Identity
        from ensdesk.paper.folder_wishes import folder_wishes
        from ensdesk.record.contents import Contents

        del folder
        whose = Contents.of([folder_of(session).section(Identity)])
        return lambda printed: folder_wishes(whose, printed)

    return FolderSheet(session, "folder-wishes", read)


def _one(session: Session) -> Page:
    from ensdesk.ui.pages.envelope.give import ForWhom

    return ForWhom(session, 1)


def _three(session: Session) -> Page:
    from ensdesk.folder.envelopes import RELATIVES
    from ensdesk.ui.pages.envelope.give import ForWhom

    return ForWhom(session, RELATIVES)
