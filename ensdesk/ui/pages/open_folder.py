"""Opens a folder: the sixth digit of the code is enough."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.folder.found import Where, folders_known, stick_of, where_is
from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.pages.ask_secret import AskSecret
from ensdesk.ui.pages.new_folder.making import keychain_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.secrets_of_folder import Way
    from ensdesk.vault.secrets import Secret


def open_known(page: Page) -> None:
    """Go from *page* to the known folder; ask which if there are several, look for one if none."""
    remembered = page.session.settings.folders
    page.ask(
        lambda: folders_known(remembered),
        lambda known: page.session.go(lambda session: _page_for(session, known)),
        lane="work",
    )


def _page_for(session: Session, known: tuple[Path, ...]) -> Page:
    if len(known) == 1:
        return OpenFolder(session, known[0])
    if known:
        return WhichFolder(session, known)
    from ensdesk.ui.pages.already import AlreadyHave

    return AlreadyHave(session)


def words_of_place(place: Path) -> tuple[str, str, str]:
    """Return how a folder is called in a list: its place, a second line, an icon."""
    match where_is(place):
        case Where.HERE:
            number = place.name.rpartition(" ")[2]
            words = _(N_("On this computer"))
            if number.isdigit():
                words = _(N_("On this computer, number {number}")).format(number=number)
            return words, "", "hard-drive"
        case Where.STICK:
            stick = stick_of(place)
            name = stick.name if stick else ""
            return _(N_("On the USB key {name}")).format(name=name), place.name, "usb"
        case Where.ELSEWHERE:
            inside = _(N_("In {name}")).format(name=place.parent.name or str(place.parent))
            return place.name, inside, "folder-open"


class WhichFolder(Page):
    """Whose folder: places only, for no name is written outside a folder."""

    name = "which-folder"

    def __init__(self, session: Session, places: Sequence[Path]) -> None:
        super().__init__(session, _(N_("Which folder would you like to open?")))
        self.add_list([self._row(place) for place in places])
        self.add_link(_(N_("It is somewhere else")), self._elsewhere, icon="search")

    def _row(self, place: Path) -> RowItem:
        words, detail, icon = words_of_place(place)
        return RowItem(words, detail, lambda: self.session.go(lambda s: OpenFolder(s, place)), icon)

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.already import AlreadyHave

        self.session.go(AlreadyHave)


class OpenFolder(AskSecret):
    """Asks for a secret of one folder, by what this folder has."""

    name = "open-folder"

    def __init__(self, session: Session, place: Path, way: Way | None = None) -> None:
        super().__init__(session, _(N_("Open my folder")), _(N_("Open")))
        self.place = place
        self._way = way
        self._closed_everywhere: WordsButton | None = None
        words, detail, _icon = words_of_place(place)
        self.which = self.add_text(" · ".join(filter(None, (words, detail))), "example")
        self.which.hide()  # with one folder alone there is nothing to tell apart

    def entered(self) -> None:
        place, remembered = self.place, self.session.settings.folders

        def look() -> tuple[frozenset[Way], Way, bool]:
            from ensdesk.folder.secrets_of_folder import ways_offered

            return *ways_offered(place), (place,) == folders_known(remembered)

        self.ask(look, self._show, failed=self._cannot)

    def _show(self, found: tuple[frozenset[Way], Way, bool]) -> None:
        ways, first, alone = found
        self.which.setHidden(alone)
        self.show_ways(ways, self._way or first)

    def _cannot(self, error: BaseException) -> None:
        """Say what is wrong with this place; the way on is to look at another one."""
        if not isinstance(error, Trouble):
            self.session.lanes.otherwise(error)
            return
        self.add_primary(_(N_("Look somewhere else")), self._elsewhere, icon="search")
        self.show_trouble(error)

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.already import AlreadyHave

        self.session.instead(AlreadyHave)

    def job(self, secrets: Sequence[Secret]) -> Folder:
        from ensdesk.folder.secrets_of_folder import open_with_any

        session = self.session
        return open_with_any(self.place, secrets, keychain_of(session), session.waits)

    def _failed(self, error: BaseException) -> None:
        from ensdesk.vault.folder_lock import OpenElsewhere

        super()._failed(error)
        if isinstance(error, OpenElsewhere) and not self._closed_everywhere:
            self._closed_everywhere = self.add_secondary(
                _(N_("It is closed everywhere: open it here")), self._forget_other, icon="lock"
            )

    def _forget_other(self) -> None:
        from ensdesk.vault.folder_lock import closed_everywhere

        self.ask(lambda: closed_everywhere(self.place), lambda _done: self._again(), lane="work")

    def _again(self) -> None:
        self.session.instead(lambda session: OpenFolder(session, self.place, self._way))

    def opened(self, answer: Folder) -> None:
        open_in(self.session, answer)
        self.session.home()

    def sheet_page(self, session: Session) -> Page:
        from ensdesk.ui.pages.forgotten import Forgotten

        return Forgotten(session, self.place)

    def same_page(self, session: Session, way: Way) -> Page:
        return OpenFolder(session, self.place, way)


def open_in(session: Session, folder: Folder) -> None:
    """Take an opened folder: the session has it, and its place is known next time."""
    session.set_folder(folder)
    session.set_settings(session.settings.with_folder(folder.vault.path))
