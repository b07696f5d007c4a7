"""A forgotten code: the 12 words of the key sheet open the folder, then a new code is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.pages.new_folder.choose_secret import ChooseSecret
from ensdesk.ui.pages.new_folder.making import change_of, keychain_of
from ensdesk.ui.pages.open_folder import open_in
from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.ui.pages.new_folder.making import Changing
    from ensdesk.vault.secrets import SheetWords


class Forgotten(AskSheetWords):
    """Works as well on a second computer, where the keychain knows nothing of the folder."""

    name = "forgotten"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, _(N_("What are the 12 words of your key sheet?")))
        self.place = place

    def job(self, sheet: SheetWords) -> Folder:
        from ensdesk.folder.opening import open_folder

        session = self.session
        return open_folder(self.place, sheet, keychain_of(session), session.waits)

    def opened(self, answer: Folder) -> None:
        open_in(self.session, answer)
        change_of(self, self._choose)

    def _choose(self, change: Changing) -> None:
        self.session.land(lambda session: ChooseSecret(session, change, later=True))
        self.session.say(_(N_("Your key sheet has opened your folder. Choose a new code.")))
