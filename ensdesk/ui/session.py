"""What every page is given: the lanes, the open folder, and the ways to go."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from ensdesk.folder.waits import Waits
from ensdesk.settings import Settings
from ensdesk.trouble import Trouble
from ensdesk.ui.lanes import Lanes

if TYPE_CHECKING:
    from ensdesk.centre import Centre
    from ensdesk.folder.folder import Folder
    from ensdesk.record.contents import Contents
    from ensdesk.ui.page import Page

MakePage = Callable[["Session"], "Page"]


class Shows(Protocol):
    """What a session asks of the window."""

    def go(self, make: MakePage) -> None: ...
    def instead(self, make: MakePage) -> None: ...
    def land(self, make: MakePage) -> None: ...
    def back(self) -> None: ...
    def home(self) -> None: ...
    def again(self) -> None: ...
    def back_past(self, name: str) -> None: ...
    def say(
        self, words: str, undo: Callable[[], object] | None = None, button: str = ""
    ) -> None: ...
    def trouble(self, trouble: Trouble) -> None: ...
    def settings_changed(self) -> None: ...
    def folder_changed(self) -> None: ...


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


class Session:
    """One person at the window, from the first page to the last.

    `folder` is None until one is open. `make_home` and `make_first` are the pages of « Accueil »
    with and without a folder, `make_help` that of « Aide », `make_search` that of Ctrl+F, `lock`
    closes the folder, `let_help` starts again for somebody of this first name: the program sets
    them once. `keychain` is that of `ensdesk.vault.keychain`. `centre` is that of a computer for
    visitors: nothing is kept on it, folders lie on keys, `end_visit` forgets all.
    """

    def __init__(
        self,
        *,
        lanes: Lanes,
        settings: Settings | None = None,
        keychain: object = None,
        today: Callable[[], datetime.date] = _today,
        save_settings: Callable[[Settings], None] = lambda _settings: None,
        centre: Centre | None = None,
    ) -> None:
        self.lanes = lanes
        self.settings = settings or Settings()
        self.keychain = keychain
        self.today = today
        self.save_settings = save_settings
        self.centre = centre
        self.folder: Folder | None = None
        self.waits = Waits()  # after wrong codes, whichever page they were typed on
        self.sheet: Contents | None = None  # an emergency sheet filled before there is a folder
        self.printed_before: tuple[Contents, datetime.date] | None = None  # it, once on paper
        self.make_first: MakePage | None = None
        self.make_home: MakePage | None = None
        self.make_help: MakePage | None = None
        self.make_search: MakePage | None = None
        self.lock: Callable[[], object] = lambda: None
        self.let_help: Callable[[str], object] = lambda _name: None
        self.end_visit: Callable[[], object] = lambda: None
        self.close_centre: Callable[[], object] = lambda: None  # for its team
        self._window: Shows | None = None

    @property
    def example(self) -> bool:
        """Say whether the open folder is that of the invented person, which goes when closed."""
        return self.folder is not None and self.folder.is_example

    @property
    def minutes(self) -> int:
        """After how many minutes without a touch what is open closes."""
        return self.centre.minutes if self.centre else self.settings.idle_minutes

    def shown_in(self, window: Shows) -> None:
        """Tie the session to its window; the window calls this."""
        self._window = window

    # -- ways to go ------------------------------------------------------------------------------

    def go(self, make: MakePage) -> None:
        """Open the next page; « Retour » comes back to this one, half filled as it was."""
        self._shows().go(make)

    def instead(self, make: MakePage) -> None:
        """Open a page in the place of this one: « Retour » skips this one."""
        self._shows().instead(make)

    def land(self, make: MakePage) -> None:
        """Open the last page of a journey: « Retour » goes to the home page."""
        self._shows().land(make)

    def back(self) -> None:
        self._shows().back()

    def home(self) -> None:
        self._shows().home()

    def again(self) -> None:
        """Build the page in view anew: the folder has changed under it."""
        self._shows().again()

    def back_past(self, name: str) -> None:
        """Go back to the page before all the last ones that are called *name*."""
        self._shows().back_past(name)

    # -- words that stay in view -----------------------------------------------------------------

    def say(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        """Say what was done, below the page, with « Annuler » or *button* if *undo* is given."""
        self._shows().say(words, undo, button)

    def trouble(self, trouble: Trouble) -> None:
        """Show *trouble* on the page in view."""
        self._shows().trouble(trouble)

    # -- changes ---------------------------------------------------------------------------------

    def set_settings(self, settings: Settings) -> None:
        """Take and keep new settings; the window follows at once."""
        self.settings = settings
        self.save_settings(settings)
        self._shows().settings_changed()

    def forget_sheet(self) -> None:
        """Forget what was filled in before there was a folder."""
        self.sheet = self.printed_before = None

    def set_folder(self, folder: Folder | None) -> None:
        """Open or leave a folder; the bar follows."""
        self.folder = folder
        self._shows().folder_changed()

    def _shows(self) -> Shows:
        assert self._window is not None, "no window yet"  # noqa: S101 - a bug, not a trouble
        return self._window
