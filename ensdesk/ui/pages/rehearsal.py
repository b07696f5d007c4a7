"""« Essayer ma feuille-clé »: its 12 words are typed once, as on the day when one needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.new_folder.making import keychain_of
from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.vault.secrets import SheetWords


class Rehearsal(Page):
    """Says why before it asks; a sheet that is not found again is replaced."""

    name = "rehearsal"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Can you find your key sheet again?")))
        self.add_text(_(N_("One day you may forget your code. Then only this sheet helps.")))
        self.add_text(_(N_("Fetch it, and try it now. It takes three minutes.")))
        self.add_note(_(N_("Nobody else may see it. Are you alone?")))
        self.add_primary(_(N_("I have it: try it")), lambda: session.go(TrySheet), icon="file-text")
        self.add_secondary(_(N_("I cannot find it")), self._lost, icon="circle-question-mark")
        self.add_link(_(N_("Another day")), session.home, icon="calendar")

    def _lost(self) -> None:
        from ensdesk.ui.pages.my_secrets import new_key_sheet

        self.session.go(new_key_sheet)
        self.session.say(_(N_("Make a new key sheet. The old one will open nothing.")))


class TrySheet(AskSheetWords):
    """The same page as on that day."""

    name = "try-sheet"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What are the 12 words of your key sheet?")))

    def job(self, sheet: SheetWords) -> None:
        from ensdesk.folder.rehearsal import rehearse

        session = self.session
        rehearse(folder_of(session), sheet, keychain_of(session), session.waits)

    def opened(self, answer: object) -> None:
        del answer
        self.session.land(Rehearsed)


class Rehearsed(Page):
    """It works, and it goes back to its place."""

    name = "rehearsed"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Your key sheet works.")))
        self.add_text(_(N_("It would open your folder without your code.")), "good")
        self.add_text(_(N_("Put it back where it was, hidden.")))
        self.add_text(_(N_("The home page will ask again in one year.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
