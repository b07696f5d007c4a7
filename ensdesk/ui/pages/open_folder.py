"""Opens a folder: the sixth digit of the code is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.folder.known_folders import Known, KnownFolder, known_folders
from ensdesk.language import N_, _
from ensdesk.settings import FolderLook
from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.pages.ask_secret import AskSecret
from ensdesk.ui.pages.folder_words import look_in_words, where_in_words
from ensdesk.ui.pages.new_folder.making import keychain_of
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.folder_mark import FolderSign

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.secrets_of_folder import Way
    from ensdesk.vault.secrets import Secret


def open_known(page: Page) -> None:
    """Go from *page* to the known folder; ask which if there are several, look for one if none."""
    session = page.session
    page.ask(
        lambda: known_folders(session.settings),
        lambda known: session.go(_page_for(session, known)),
        lane="work",
    )


def after_closing(session: Session, place: Path) -> None:
    """Ask for the next folder: that of *place*, or first whose, where several are known."""
    settings = session.settings
    if len({*settings.folders, *(look.place for look in settings.looks)}) > 1:
        session.lanes.run(
            "work",
            lambda: known_folders(settings),
            done=lambda known: session.go(_page_for(session, known, place)),
        )
    else:
        session.go(lambda session: OpenFolder(session, place))


def _page_for(session: Session, known: Known, closed: Path | None = None) -> MakePage:
    from ensdesk.ui.pages.already import look_elsewhere
    from ensdesk.ui.pages.which_folder import WhichFolder

    keep_looks(session, known)
    if len(known.shown) == 1:
        return lambda session: open_page(session, known.shown[0])
    return (lambda session: WhichFolder(session, closed)) if known.shown else look_elsewhere


def open_page(session: Session, folder: KnownFolder) -> Page:
    """Return the page that opens *folder*; of one that is away, that which says so."""
    if folder.here:
        return OpenFolder(session, folder.place)
    from ensdesk.ui.pages.which_folder import FolderAway

    return FolderAway(session, folder)


def keep_looks(session: Session, known: Known) -> None:
    """Keep what was learnt of the known folders."""
    if known.settings.looks != session.settings.looks:
        session.set_settings(replace(session.settings, looks=known.settings.looks))


class OpenFolder(AskSecret):
    """Asks for a secret of one folder, by what this folder has."""

    name = "open-folder"

    def __init__(self, session: Session, place: Path, way: Way | None = None) -> None:
        super().__init__(session, _(N_("Open my folder")), _(N_("Open")))
        self.place = place
        self._way = way
        self._closed_everywhere: WordsButton | None = None

    def entered(self) -> None:
        place, settings = self.place, self.session.settings

        def look() -> tuple[frozenset[Way], Way, Known]:
            from ensdesk.folder.secrets_of_folder import ways_offered

            return *ways_offered(place), known_folders(settings)

        self.ask(look, self._show, failed=self._cannot)

    def _show(self, found: tuple[frozenset[Way], Way, Known]) -> None:
        ways, first, known = found
        keep_looks(self.session, known)
        self.show_for(known, ways, first)

    def show_for(self, known: Known, ways: frozenset[Way], first: Way) -> None:
        """Ask for a secret, and say whose where several folders are known."""
        self._say_whose(known)
        self.show_ways(ways, self._way or first)
        if any(other.place != self.place for other in known.shown):
            self.add_link(_(N_("This is not my folder")), self._another, icon="users")

    def _say_whose(self, known: Known) -> None:
        """Tell the folder apart, as its tile did; one folder alone needs no telling."""
        folder = known.tells_apart(self.place)
        if folder is not None:
            words = look_in_words(folder.look)
            self.add(FolderSign(words, where_in_words(folder), folder.look))
            # The focus goes to the code at once: whoever listens hears the name of this group.
            self.setAccessibleName(f"{self.heading.text()}. {words}")
        elif known.shown and known.at(self.place) is None:  # found elsewhere, not opened here yet
            self.add_text(where_in_words(KnownFolder(FolderLook(str(self.place)))), "example")

    def _another(self) -> None:
        from ensdesk.ui.pages.which_folder import WhichFolder

        self.session.land(WhichFolder)

    def _cannot(self, error: BaseException) -> None:
        """Say what is wrong with this place; the way on is to look at another one."""
        if not isinstance(error, Trouble):
            self.session.lanes.otherwise(error)
            return
        self.add_primary(_(N_("Look somewhere else")), self._elsewhere, icon="search")
        self.show_trouble(error)

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.already import look_elsewhere

        self.session.instead(look_elsewhere)

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
    """Take an opened folder: the session has it; its place is known next time, with a colour."""
    session.set_folder(folder)
    settings = session.settings.with_folder(folder.vault.path)
    session.set_settings(settings)
    session.lanes.run(
        "work", lambda: known_folders(settings), done=lambda known: keep_looks(session, known)
    )
