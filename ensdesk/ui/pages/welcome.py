"""The first page: a sheet at once, or a folder. Light to import: it is seen before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ensdesk.folder.found import folders_here
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.hero import Hero, MainButton

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

Way = tuple[str, str, str, Press]  # its words, a second line, an icon, what a press does
_CALM = 400  # milliseconds after the first look, before anything heavy is read in


class Welcome(Page):
    """With a folder on this computer, opening it comes first; else the emergency sheet."""

    name = "welcome"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Hello. What would you like to do?")))
        self.build()

    def build(self) -> None:
        """Add what can be done here, the likeliest first."""
        known = bool(self.session.settings.folders or folders_here())
        opening = (
            _(N_("Open my folder")),
            _(N_("With my code, my key or my words.")),
            "folder-open",
            self._open,
        )
        make = N_("Make another folder") if known else N_("Make my folder")
        self.add_main(*(opening if known else self.sheet()))
        self.add_others(
            (_(make), _(N_("Closed by your code.")), "folder-plus", self.make),
            self.sheet() if known else opening,
            (_(N_("I already have a folder")), _(N_("On a key, or a copy.")), "usb", self._have),
            self.example(),
        )
        self.add_emergency()

    def entered(self) -> None:
        """Read in what opening needs while the person reads the page."""
        QTimer.singleShot(_CALM, self, self._make_ready)

    def _make_ready(self) -> None:
        self.session.lanes.run("vault", _read_in, done=lambda _none: None)

    def add_main(self, words: str, detail: str, icon: str, press: Press) -> None:
        main = MainButton(words, press, icon, detail)
        lead = _(N_("Your health on a sheet, or in a folder that stays with you."))
        self.place_notices()
        self.add(Hero(lead, main, pictured=icon == "siren"))
        self.primary = self.first = main

    def add_others(self, *others: Way) -> None:
        place = QWidget()
        grid = TileGrid(2)
        place.setLayout(grid)
        self.let_grow(grid)
        for words, detail, icon, press in others:
            grid.addWidget(WordsButton(words, press, role="tile", icon=icon, detail=detail))
        self.add(place)

    def add_emergency(self) -> None:
        self.add_text(
            _(N_("Emergency: call 15 or 112, or 114 by text message. This program calls nobody.")),
            "example",
        )

    # -- what each button opens ------------------------------------------------------------------

    def sheet(self) -> Way:
        """Return the way to the sheet that needs no folder, begun already or not."""
        if self.session.sheet is not None:
            words = _(N_("What you wrote is still there."))
            return _(N_("Go on with my emergency sheet")), words, "siren", self._sheet
        words = _(N_("On paper, in a few minutes. Nothing is kept."))
        return _(N_("Make my emergency sheet")), words, "siren", self._sheet

    def example(self) -> Way:
        words = _(N_("An invented person."))
        return _(N_("Try with an example")), words, "sparkles", self._example

    def _sheet(self) -> None:
        from ensdesk.ui.pages.sheet_first import SheetFirst

        self.session.go(SheetFirst)

    def make(self) -> None:
        from ensdesk.ui.pages.new_folder.for_whom import ForWhom

        self.session.go(ForWhom)

    def _open(self) -> None:
        from ensdesk.ui.pages.open_folder import open_known

        open_known(self)

    def _have(self) -> None:
        from ensdesk.ui.pages.already import AlreadyHave

        self.session.go(AlreadyHave)

    def _example(self) -> None:
        def make() -> Folder:
            from ensdesk.folder.example_folder import open_example

            return open_example()

        self.ask(make, self._opened, words=_(N_("I am preparing the example…")))

    def _opened(self, folder: Folder) -> None:
        self.session.set_folder(folder)
        self.session.home()


def _read_in() -> None:
    import ensdesk.folder.opening  # noqa: F401 - read in, so that the next page is quick
