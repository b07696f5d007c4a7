"""How the open folder is told apart on this computer: its colour, and a name if its person says so.

Nothing of it is in the folder: it is written in the settings of this computer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ensdesk.folder.known_folders import known_folders
from ensdesk.language import N_, _
from ensdesk.record.reading_order import in_reading_order
from ensdesk.settings import NAME_LETTERS, FolderLook, looks_for
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.folder_words import look_in_words
from ensdesk.ui.pages.open_folder import keep_looks
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import Press
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.folder_mark import FolderSign, FolderTile
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.known_folders import Known

_TITLE = N_("The name and the colour of my folder")


class FolderLookPage(Page):
    """Shows the tile as everybody here sees it, and what can be changed of it."""

    name = "folder-look"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(_TITLE))

    def entered(self) -> None:
        _ask_for_look(self, self._show)

    def _show(self, look: FolderLook) -> None:
        self.add_text(_(N_("On this computer, everybody sees your folder so:")))
        self.add(FolderSign(look_in_words(look), "", look))
        if self.session.example:
            self.add_text(_(N_("In the example, nothing of this is kept.")), "example")
        rows = [RowItem(_(N_("Change its colour")), "", self._colour(look), "palette")]
        if folder_of(self.session).helped_by is None:
            name = N_("Change or hide the name") if look.name else N_("Show a first name")
            detail = "" if look.name else N_("No name is shown until you say yes.")
            rows.append(RowItem(_(name), detail and _(detail), self._name(look), "user"))
        self.first = self.add_list(rows, name=_(N_("What you can change"))).buttons()[0]

    def _colour(self, look: FolderLook) -> Press:
        return lambda: self.session.go(lambda session: ChooseColour(session, look))

    def _name(self, look: FolderLook) -> Press:
        return lambda: self.session.go(lambda session: ShowName(session, look))


class ChooseColour(Page):
    """The colours that no other folder has here; a press is the choice."""

    name = "folder-colour"

    def __init__(self, session: Session, look: FolderLook) -> None:
        super().__init__(session, _(N_("Which colour for my folder?")))
        place = QWidget()
        grid = TileGrid(2)
        place.setLayout(grid)
        for one in looks_for(look, session.settings.looks):
            now = _(N_("Its colour now")) if one == look else ""
            tile = FolderTile(look_in_words(replace(one, name="")), now, one, self._take(look, one))
            grid.addWidget(tile)
            if one == look:
                self.first = tile
        self.add(place)

    def _take(self, look: FolderLook, chosen: FolderLook) -> Press:
        words = _(N_("{folder}: this is its colour from now on."))
        said = words.format(folder=look_in_words(replace(chosen, name="")))
        return lambda: _keep(self.session, look, chosen, said)


class ShowName(Page):
    """Asks before a name is written outside the folder; no is as large as yes."""

    name = "folder-name"

    def __init__(self, session: Session, look: FolderLook) -> None:
        super().__init__(session, _(N_("Show a first name on this computer?")))
        self.look = look
        self.add_text(_(N_("Everybody who opens this program here will read it.")), "lead")
        self.add_text(_(N_("It is written on this computer, outside your folder.")))
        example = _(N_("As you like: Jeanne, or Mum"))
        self.field = self.add_field(_(N_("First name")), example, letters=NAME_LETTERS)
        self.field.set_text(look.name)
        yes, no = _(N_("Yes, show this name")), _(N_("No, show no name"))
        self.add_pair(yes, self._show, no, self._hide)

    def entered(self) -> None:
        folder = folder_of(self.session)

        def look() -> str:
            from ensdesk.kinds.identity import Identity

            identity = folder.single(Identity)
            return identity.given if identity else ""

        if not self.field.text():
            self.ask(look, lambda name: self.field.set_text(_one_line(name)[:NAME_LETTERS]))

    def draft(self) -> None:
        """Keep nothing of what is half written: it is one word, and not to be kept elsewhere."""

    def _show(self) -> None:
        name = _one_line(self.field.text())
        if not name:
            self.field.error(_(N_("Write a first name, or press « No, show no name ».")))
        elif len(name) > NAME_LETTERS:
            words = _(N_("Write {count} letters at most."))
            self.field.error(words.format(count=NAME_LETTERS))
        else:
            chosen = replace(self.look, name=name)
            words = _(N_("{folder}: this is what everybody sees here."))
            said = words.format(folder=look_in_words(chosen))
            _keep(self.session, self.look, chosen, said)

    def _hide(self) -> None:
        chosen = replace(self.look, name="")
        _keep(self.session, self.look, chosen, _(N_("No name is shown on this computer.")))


def _ask_for_look(page: Page, then: Callable[[FolderLook], object]) -> None:
    """Call *then* with the look of the open folder; that of the example is nowhere."""
    session, place = page.session, folder_of(page.session).vault.path
    if session.example:
        then(FolderLook(str(place)))
        return
    settings = session.settings.with_folder(place)

    def found(known: Known) -> None:
        keep_looks(session, known)
        folder = known.at(place)
        then(folder.look if folder else FolderLook(str(place)))

    page.ask(lambda: known_folders(settings), found, lane="work")


def _keep(session: Session, look: FolderLook, chosen: FolderLook, said: str) -> None:
    """Keep *chosen* on this computer, and say so; the example keeps nothing."""

    def put(old: FolderLook, new: FolderLook) -> None:
        if not session.example:
            session.set_settings(session.settings.with_look(old, new))

    def undo() -> None:
        put(chosen, look)
        session.again()

    put(look, chosen)
    session.back()
    session.say(said, undo)


def _one_line(name: str) -> str:
    """Return *name* with single spaces, without what nobody sees."""
    seen = "".join(sign if sign.isprintable() else " " for sign in in_reading_order(name))
    return " ".join(seen.split())
