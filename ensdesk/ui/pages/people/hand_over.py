"""A folder made for somebody is handed over: this person chooses how it opens from now on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.folder.words_sense import About
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.my_secrets import holder_first
from ensdesk.ui.pages.new_folder.making import Chosen
from ensdesk.ui.pages.people.words import ALONE
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.vault.secrets import Secret, SheetWords

Given = Callable[[Page, "Callable[[], Secret]"], None]  # what is done with a chosen secret


def hand_over_page(session: Session) -> Page:
    """Return the page that begins: whoever made the folder shows their secret a last time."""
    return holder_first(session, HandOver)


class HandOver(Page):
    """What changes, and whether the one who made the folder goes on helping."""

    name = "hand-over"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Hand this folder over?")))
        self.add_text(_(N_("The person is next to you, and chooses how the folder opens.")), "lead")
        self.add_note(
            _(N_("Your own code and your key sheet open nothing any more.")),
            _(N_("The people who help are added again, by the person.")),
        )
        goes_on, goes = _(N_("I go on helping")), _(N_("I stop helping"))
        self.add_pair(goes_on, self._go_on, goes, lambda: self._theirs(None))

    def _go_on(self) -> None:
        question = N_("First you: how will you open this folder?")

        def given(_page: Page, secret: Callable[[], Secret]) -> None:
            self._theirs(secret)

        self.session.go(lambda session: _choose(session, _Handed(question, "", given)))

    def _theirs(self, helping: Callable[[], Secret] | None) -> None:
        question = N_("Now the person: how will the folder open?")

        def given(page: Page, secret: Callable[[], Secret]) -> None:
            _hand_over(page, secret, helping)

        self.session.go(lambda session: _choose(session, _Handed(question, ALONE, given)))


def _choose(session: Session, use: _Handed) -> Page:
    from ensdesk.ui.pages.new_folder.choose_secret import ChooseSecret

    return ChooseSecret(session, use)


class _Handed(Chosen):
    """Hands the chosen secret on."""

    def __init__(self, question: str, hint: str, given: Given) -> None:
        super().__init__(About())
        self.question = question
        self.hint = hint
        self._given = given

    def given(self, page: Page, secret: Callable[[], Secret]) -> None:
        self._given(page, secret)


def _hand_over(
    page: Page, secret: Callable[[], Secret], helping: Callable[[], Secret] | None
) -> None:
    session, folder = page.session, folder_of(page.session)

    def job() -> SheetWords:
        from ensdesk.folder.handing_over import hand_over
        from ensdesk.folder.opening import new_sheet

        sheet = new_sheet()
        hand_over(folder, secret(), sheet, helping() if helping else None)
        return sheet

    def done(sheet: SheetWords) -> None:
        from ensdesk.ui.pages.new_folder.key_sheet import KeySheetPage

        session.land(lambda session: KeySheetPage(session, sheet))
        session.say(_(N_("The folder is handed over. Now its new key sheet.")))

    page.ask(job, done, words=_(N_("I am changing the key of your folder…")))
