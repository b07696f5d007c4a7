"""« How I open my folder »: the ways that open it, each with its change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.ask_secret import AskSecret
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.new_folder.making import Changing, change_of, keychain_of
from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.secrets_of_folder import Way
    from ensdesk.vault.secrets import Secret, SheetWords

Next = Callable[[Session], Page]


@dataclass(frozen=True)
class _Known:
    """What the folder says about its ways."""

    ways: frozenset[Way]
    proved: bool


class MySecrets(Page):
    """Reads the ways from the folder itself; a change asks first for one of them."""

    name = "my-secrets"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("How I open my folder")))
        self.add_text(_(N_("Press a line to change it. First you show that it is you.")))
        self.ways = self.add_list((), name=_(N_("Ways that open my folder")))

    def entered(self) -> None:
        folder = self.session.folder
        if folder is not None:
            self.ask(lambda: _look(folder), self._show)

    def _show(self, known: _Known) -> None:
        from ensdesk.folder.secrets_of_folder import Way

        has = known.ways
        proved = N_("It is ready, at home.") if known.proved else N_("Still to be made.")
        opens, not_yet = N_("It opens your folder."), N_("Not yet. Press to choose one.")
        rows = (
            (Way.CODE, N_("My code"), opens if Way.CODE in has else not_yet, "lock"),
            (Way.KEY, N_("My USB key"), opens if Way.KEY in has else not_yet, "usb"),
            (Way.WORDS, N_("My words"), opens if Way.WORDS in has else not_yet, "pencil"),
            (Way.SHEET, N_("My key sheet"), proved, "file-text"),
        )
        helps = folder_of(self.session).helped_by is not None
        shown = [row for row in rows if not helps or row[0] in has - {Way.SHEET}]
        self.ways.set_rows(
            [RowItem(_(name), _(state), self._press(way), icon) for way, name, state, icon in shown]
        )
        self.first = self.ways.buttons()[0]
        if self.isVisible():
            self.first.setFocus()

    def _press(self, way: Way) -> Callable[[], None]:
        return lambda: change_of(self, lambda change: self._ask_first(way, change))

    def _ask_first(self, way: Way, change: Changing) -> None:
        following = _page_of(way, change)
        self.session.go(lambda session: PresentSecret(session, following))


def _look(folder: Folder) -> _Known:
    from ensdesk.folder.secrets_of_folder import ways_of_folder

    return _Known(ways_of_folder(folder), folder.key_sheet_proved())


def _page_of(way: Way, change: Changing) -> Next:
    from ensdesk.folder.secrets_of_folder import Way
    from ensdesk.ui.pages.new_folder.choose_code import ChooseCode
    from ensdesk.ui.pages.new_folder.choose_key import ChooseKey
    from ensdesk.ui.pages.new_folder.choose_words import ChooseWords
    from ensdesk.ui.pages.new_folder.key_sheet import KeySheetPage

    match way:
        case Way.CODE:
            return lambda session: ChooseCode(session, change)
        case Way.KEY:
            return lambda session: ChooseKey(session, change)
        case Way.WORDS:
            return lambda session: ChooseWords(session, change)
        case Way.SHEET:
            return KeySheetPage


def holder_first(session: Session, following: Next) -> Page:
    """Return *following* behind a secret of the holder: an open folder alone is not enough for it.

    Nobody has those of the example.
    """
    if session.example:
        return following(session)
    return PresentSecret(session, following, of_holder=True)


def new_key_sheet(session: Session) -> Page:
    """Return the page that begins a new key sheet: who could make one could come back for ever."""
    from ensdesk.ui.pages.new_folder.key_sheet import KeySheetPage

    return PresentSecret(session, KeySheetPage)


class PresentSecret(AskSecret):
    """Asks for a secret of the open folder before one of them is changed."""

    name = "present-secret"

    def __init__(
        self, session: Session, following: Next, way: Way | None = None, *, of_holder: bool = False
    ) -> None:
        super().__init__(session, _(N_("First, show that it is you.")), _(N_("Continue")))
        self.following = following
        self.of_holder = of_holder
        self._way = way
        if of_holder and folder_of(session).helped_by is not None:
            self.set_title(_(N_("First, the person whose folder it is.")))
            self.add_text(_(N_("This person writes their own code. Do not look.")), "lead")

    def entered(self) -> None:
        from ensdesk.folder.secrets_of_folder import ways_of_folder, ways_of_holder

        folder, ways = folder_of(self.session), ways_of_folder
        if self.of_holder:
            ways = ways_of_holder
        self.ask(lambda: ways(folder), lambda found: self.show_ways(found, self._way))

    def job(self, secrets: Sequence[Secret]) -> None:
        _try_again(self.session, secrets, of_holder=self.of_holder)

    def opened(self, answer: object) -> None:
        del answer
        self.session.instead(self.following)

    def sheet_page(self, session: Session) -> Page:
        return PresentSheet(session, self.following, of_holder=self.of_holder)

    def same_page(self, session: Session, way: Way) -> Page:
        return PresentSecret(session, self.following, way, of_holder=self.of_holder)


class PresentSheet(AskSheetWords):
    """The same with the 12 words."""

    name = "present-sheet"

    def __init__(self, session: Session, following: Next, *, of_holder: bool = False) -> None:
        super().__init__(session, _(N_("What are the 12 words of your key sheet?")))
        self.following = following
        self.of_holder = of_holder

    def job(self, sheet: SheetWords) -> None:
        _try_again(self.session, (sheet,), of_holder=self.of_holder)

    def opened(self, answer: object) -> None:
        del answer
        self.session.instead(self.following)


def _try_again(session: Session, secrets: Sequence[Secret], *, of_holder: bool) -> None:
    from ensdesk.folder.secrets_of_folder import try_again

    folder, keychain = folder_of(session), keychain_of(session)
    try_again(folder, secrets, keychain, session.waits, of_holder=of_holder)
