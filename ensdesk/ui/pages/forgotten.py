"""A forgotten code: the 12 words of the key sheet open the folder, then a new code is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.folder.known_folders import told_apart
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.folder_words import look_in_words
from ensdesk.ui.pages.new_folder.choose_secret import ChooseSecret
from ensdesk.ui.pages.new_folder.making import change_of, keychain_of
from ensdesk.ui.pages.open_folder import open_in
from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.folder_mark import FolderSign

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.ui.pages.new_folder.making import Changing
    from ensdesk.vault.secrets import Secret, SheetWords


class Forgotten(AskSheetWords):
    """Works as well on a second computer, where the keychain knows nothing of the folder.

    The words of a relative's envelope are tried too.
    """

    name = "forgotten"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, _(N_("What are the 12 words of your key sheet?")))
        self.place = place
        if look := told_apart(session.settings, place):
            self._stack.insert(1, FolderSign(look_in_words(look), "", look))
        two = _(N_("I have two sheets of relatives"))
        self.add_link(two, lambda: session.go(lambda s: FirstSheet(s, place)), icon="users")

    def job(self, sheet: SheetWords) -> Folder:
        from ensdesk.folder.envelopes import secrets_of_paper

        return _open(self.session, self.place, secrets_of_paper(sheet))

    def opened(self, answer: Folder) -> None:
        come_in(self, answer)


class FirstSheet(AskSheetWords):
    """The first of two sheets: nothing is tried before the second."""

    name = "first-sheet"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, _(N_("What are the 12 words of the first sheet?")))
        self.place = place

    def job(self, sheet: SheetWords) -> SheetWords:
        return sheet

    def opened(self, answer: SheetWords) -> None:
        place = self.place
        self.session.instead(lambda session: SecondSheet(session, place, answer))


class SecondSheet(AskSheetWords):
    """The second one opens, whichever was typed first."""

    name = "second-sheet"

    def __init__(self, session: Session, place: Path, first: SheetWords) -> None:
        super().__init__(session, _(N_("And the 12 words of the second sheet?")))
        self.place = place
        self._first_sheet = first

    def job(self, sheet: SheetWords) -> Folder:
        from ensdesk.folder.envelopes import secrets_of_two

        return _open(self.session, self.place, secrets_of_two(self._first_sheet, sheet))

    def opened(self, answer: Folder) -> None:
        come_in(self, answer)


def come_in(page: Page, folder: Folder) -> None:
    """Enter with words on paper: the holder chooses a new code, somebody else reads at once."""
    session = page.session
    open_in(session, folder)
    if folder.helped_by is not None:
        session.home()
        session.say(_(N_("The envelope has opened the folder.")))
        return

    choose_code(page, _(N_("Your key sheet has opened your folder. Choose a new code.")))


def choose_code(page: Page, said: str = "") -> None:
    """Go on from *page* to a new code, which may wait."""

    def choose(change: Changing) -> None:
        page.session.land(lambda session: ChooseSecret(session, change, later=True))
        if said:
            page.session.say(said)

    change_of(page, choose)


def _open(session: Session, place: Path, secrets: Sequence[Secret]) -> Folder:
    from ensdesk.folder.secrets_of_folder import open_with_any

    return open_with_any(place, secrets, keychain_of(session), session.waits)
