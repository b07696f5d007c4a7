"""« I already have a folder »: on this computer, on a USB key, somewhere else, or in a copy."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.found import folders_in, folders_on_sticks
from ensdesk.folder.known_folders import Known, known_folders
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.folder_words import look_in_words, where_in_words, words_of_place
from ensdesk.ui.pages.open_folder import OpenFolder, keep_looks
from ensdesk.ui.pages.pick_directory import PickDirectory
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem


def look_elsewhere(session: Session) -> Page:
    """Return the page where other folders are looked for; in a centre on keys alone."""
    if session.centre is not None:
        from ensdesk.ui.pages.centre.on_keys import FoldersOnKeys

        return FoldersOnKeys(session)
    return AlreadyHave(session)


class AlreadyHave(Page):
    """Lists what is within reach, and the ways to what is not."""

    name = "already-have"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Where is your folder?")))
        self.none = self.add_text(_(N_("I see no folder yet. Plug your USB key in.")))
        self.found = self.add_list((), name=_(N_("Folders that are here")), shown=2)
        plugged = _(N_("It may take a few seconds."))
        elsewhere = _(N_("In another place of this computer."))
        doubled = _(N_("With your key sheet, everything comes back."))
        copied = _(N_("Made by this program, to be taken back."))
        add_answers(
            self,
            (
                (self._look, _(N_("I have just plugged my key in")), plugged, "usb"),
                (self._elsewhere, _(N_("Look somewhere else")), elsewhere, "search"),
                (self._double, _(N_("I have a double")), doubled, "usb"),
                (self._copy, _(N_("I have a copy")), copied, "archive"),
            ),
            lambda go_on: go_on(),
        )

    def entered(self) -> None:
        self._look()

    def _look(self) -> None:
        settings = self.session.settings
        self.ask(
            lambda: (known_folders(settings), folders_on_sticks()),
            lambda found: self._show(*found),
            lane="work",
        )

    def _show(self, known: Known, on_sticks: tuple[Path, ...]) -> None:
        keep_looks(self.session, known)
        near = (folder.place for folder in known.folders if folder.here)
        places = tuple(dict.fromkeys((*near, *on_sticks)))
        self.none.setVisible(not places)
        self.found.setVisible(bool(places))
        self.found.set_rows([self._row(place, known) for place in places])
        if places:
            self.first = self.found.buttons()[0]
            self.first.setFocus()

    def _row(self, place: Path, known: Known) -> RowItem:
        words, detail, icon = words_of_place(place)
        if folder := known.tells_apart(place):
            words, detail = look_in_words(folder.look), where_in_words(folder)
        return RowItem(words, detail, lambda: self._open(place), icon)

    def _open(self, place: Path) -> None:
        self.session.go(lambda session: OpenFolder(session, place))

    def _elsewhere(self) -> None:
        title = self.heading.text()
        self.session.go(lambda session: PickDirectory(session, title, self._open, fits=_holds_one))

    def _double(self) -> None:
        from ensdesk.ui.pages.doubles.take_back import WhichDouble

        self.session.go(WhichDouble)

    def _copy(self) -> None:
        from ensdesk.ui.pages.bring_back import BringBack

        self.session.go(BringBack)


def _holds_one(place: Path) -> bool:
    return folders_in(place) == (place,)
