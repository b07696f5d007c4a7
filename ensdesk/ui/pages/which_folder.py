"""Whose folder, on a computer that people share: by its colour, and by a name if they said yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from ensdesk.folder.known_folders import Known, KnownFolder, known_folders, show_no_more
from ensdesk.folder.places import stick_was
from ensdesk.language import N_, _
from ensdesk.settings import FolderLook
from ensdesk.ui.page import Page
from ensdesk.ui.pages.folder_words import look_in_words, where_in_words
from ensdesk.ui.pages.open_folder import keep_looks, open_page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.buttons import Press
from ensdesk.ui.widgets.folder_mark import FolderSign, FolderTile
from ensdesk.ui.widgets.row_list import RowItem, RowList


@dataclass(frozen=True, slots=True)
class _Tile(RowItem):
    """A row that is a tile."""

    look: FolderLook | None = None


class FolderList(RowList):
    """A list of tiles, each with the mark of its folder."""

    def _button(self, row: RowItem) -> QAbstractButton:
        if isinstance(row, _Tile) and row.look is not None:
            return FolderTile(row.headline, row.detail, row.look, row.on_press)
        return super()._button(row)


class _Folders(Page):
    """Lists the known folders; a subclass says what a press does."""

    def pressed(self, folder: KnownFolder) -> None:
        """Called with the folder whose tile was pressed."""
        raise NotImplementedError

    def entered(self) -> None:
        settings = self.session.settings
        self.ask(lambda: known_folders(settings), self._found, lane="work")

    def _found(self, known: Known) -> None:
        keep_looks(self.session, known)
        self.show_folders(known)

    def show_folders(self, known: Known) -> None:
        """Show a tile for each of the known folders; called once."""
        if not known.shown:
            self.add_text(_(N_("No folder is shown here.")))
        rows = [self._tile(folder) for folder in known.shown]
        self.folders = self.add(FolderList(rows, name=self.heading.text(), shown=3))
        self.first = next(iter(self.folders.buttons()), None)

    def _tile(self, folder: KnownFolder) -> RowItem:
        words, where = look_in_words(folder.look), where_in_words(folder)
        return _Tile(words, where, self._press(folder), look=folder.look)

    def _press(self, folder: KnownFolder) -> Press:
        return lambda: self.pressed(folder)


class WhichFolder(_Folders):
    """One press on a tile, and its code is asked. The folder closed last has the focus."""

    name = "which-folder"

    def __init__(self, session: Session, closed: Path | None = None) -> None:
        super().__init__(session, _(N_("Which folder would you like to open?")))
        self._closed = closed

    def show_folders(self, known: Known) -> None:
        super().show_folders(known)
        self.add_link(_(N_("It is somewhere else")), self._to(_elsewhere), icon="search")
        if known.shown and not any(folder.look.name for folder in known.shown):
            self.add_text(_(N_("A first name can be shown here, if you wish.")), "example")
            self.add_text(_(N_("In your folder: « Who can see my folder? »")), "example")
        if known.shown:
            self.add_link(_(N_("Show a folder here no more")), self._to(NoMore), icon="eye-off")
        shown = [folder.place for folder in known.shown]
        buttons = self.folders.buttons()
        if self._closed in shown[: len(buttons)]:
            self.first = buttons[shown.index(self._closed)]

    def pressed(self, folder: KnownFolder) -> None:
        def found(now: KnownFolder) -> None:
            self.session.go(lambda session: open_page(session, now))

        _look_again(self, folder, found)

    def _to(self, make: MakePage) -> Press:
        return lambda: self.session.go(make)


class NoMore(_Folders):
    """Takes a folder from the list; nothing of the folder changes, and it can be undone."""

    name = "show-no-more"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which folder should no longer be shown here?")))
        self.add_text(_(N_("The folder stays where it is. Nothing in it changes.")))
        self.add_text(_(N_("« I already have a folder » finds it again.")), "example")

    def pressed(self, folder: KnownFolder) -> None:
        self.session.back()
        no_longer_shown(self.session, folder)


class FolderAway(Page):
    """The USB key of this folder is not plugged in."""

    name = "folder-away"

    def __init__(self, session: Session, folder: KnownFolder) -> None:
        super().__init__(session, _(N_("This folder is not here now.")))
        self.folder = folder
        where = where_in_words(folder) if stick_was(folder.place) else ""
        self.add(FolderSign(look_in_words(folder.look), where, folder.look))
        self.add_text(_(N_("If it is on a USB key, plug the key in, then press.")))
        self.add_primary(_(N_("I have just plugged my key in")), self._look, icon="usb")
        self.add_link(_(N_("Look somewhere else")), lambda: session.go(_elsewhere), icon="search")
        self.add_link(_(N_("Show this folder here no more")), self._no_more, icon="eye-off")

    def _look(self) -> None:
        _look_again(self, self.folder, self._found)

    def _found(self, now: KnownFolder) -> None:
        if now.here:
            self.session.instead(lambda session: open_page(session, now))
        else:
            words = _(N_("I do not see it yet. Wait a few seconds, then press again."))
            self.session.say(words)

    def _no_more(self) -> None:
        self.session.back()
        no_longer_shown(self.session, self.folder)


def _look_again(page: Page, folder: KnownFolder, then: Callable[[KnownFolder], object]) -> None:
    """Call *then* with *folder* as it is now: its key may have come or gone meanwhile."""
    settings = page.session.settings

    def found(known: Known) -> None:
        keep_looks(page.session, known)
        same = (one for one in known.folders if one.is_same(folder))
        then(next(same, replace(folder, here=False)))

    page.ask(lambda: known_folders(settings), found, lane="work")


def no_longer_shown(session: Session, folder: KnownFolder) -> None:
    """Take *folder* from the list of this computer, say so, and offer to put it back."""
    before = session.settings

    def undo() -> None:
        now = session.settings
        session.set_settings(replace(now, folders=before.folders, looks=before.looks))
        session.again()

    session.set_settings(show_no_more(before, folder))
    session.again()
    session.say(_(N_("This folder is no longer shown here.")), undo)


def _elsewhere(session: Session) -> Page:
    from ensdesk.ui.pages.already import look_elsewhere

    return look_elsewhere(session)
