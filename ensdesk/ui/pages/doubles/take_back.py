"""« J’ai un double »: which one, the 12 words, and the folder is here again."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.trouble import Trouble
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.forgotten import choose_code
from ensdesk.ui.pages.new_folder.making import keychain_of
from ensdesk.ui.pages.open_folder import open_in
from ensdesk.ui.pages.pick_directory import PickDirectory
from ensdesk.ui.pages.pick_place import words_of
from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.restoring import Back
    from ensdesk.vault.double_layout import Double
    from ensdesk.vault.secrets import SheetWords

Found = tuple["Double", datetime.date | None]


class WhichDouble(Page):
    """The doubles of the USB keys and of the usual place, or those of one *place*."""

    name = "which-double"

    def __init__(self, session: Session, place: Path | None = None) -> None:
        super().__init__(session, _(N_("Which double would you like to take back?")))
        self._place = place
        self.none = self.add_text(_(N_("I see no double yet. Plug your USB key in.")))
        self.found = self.add_list((), shown=3)
        self.place_notices()
        self.add_secondary(_(N_("I have just plugged my key in")), self._look, icon="usb")
        self.add_secondary(_(N_("Look somewhere else")), self._elsewhere, icon="search")

    def entered(self) -> None:
        self._look()

    def _look(self) -> None:
        place = self._place
        self.ask(lambda: _doubles(place), self.show_found, lane="work")

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show doubles, each with the day of its latest state."""
        self.none.setHidden(bool(found))
        self.found.setHidden(not found)
        self.found.set_rows([self._row(*each) for each in found])
        if found:
            self.first = self.found.buttons()[0]
            self.first.setFocus()

    def _row(self, double: Double, day: datetime.date | None) -> RowItem:
        of_day = on_in_words(PartialDate.of(day)) if day else _(N_("damaged"))
        number = double.path.name.rpartition(" ")[2]
        which = _(N_("double number {number}")).format(number=number) if number.isdigit() else ""
        detail = " · ".join(filter(None, (which, of_day)))
        return RowItem(words_of(double.path.parent), detail, self._press(double), "usb")

    def _press(self, double: Double) -> Callable[[], None]:
        return lambda: self.session.go(partial(DoubleWords, double=double))

    def _elsewhere(self) -> None:
        title = _(N_("In which place is the double?"))
        self.session.go(lambda session: PickDirectory(session, title, self._in_place))

    def _in_place(self, place: Path) -> None:
        self.session.go(partial(WhichDouble, place=place))


class DoubleWords(AskSheetWords):
    """Only the key sheet opens a double on a new computer: a code has its other half elsewhere."""

    name = "double-words"

    def __init__(self, session: Session, double: Double) -> None:
        super().__init__(session, _(N_("What are the 12 words of your key sheet?")))
        self._double = double

    def job(self, sheet: SheetWords) -> SheetWords:
        from ensdesk.folder.restoring import try_on

        try_on(self._double, sheet, keychain_of(self.session), self.session.waits)
        return sheet

    def opened(self, answer: SheetWords) -> None:
        self.session.instead(partial(TakeDouble, double=self._double, sheet=answer))


class TakeDouble(Page):
    """One press; the work is shown and can be stopped; then a new code is chosen."""

    name = "take-double"

    def __init__(self, session: Session, double: Double, sheet: SheetWords) -> None:
        super().__init__(session, _(N_("Your key sheet opens this double.")))
        self._double, self._sheet = double, sheet
        self._running: Running | None = None
        self.add_text(words_of(double.path.parent), "lead")
        self.add_text(_(N_("Your folder will be on this computer again. The double stays.")))
        self.add_primary(_(N_("Take my folder back")), self._take, icon="download")

    def leave(self) -> None:
        super().leave()
        if self._running is not None:
            self._running.stop()

    def _take(self) -> None:
        double, sheet, keychain = self._double, self._sheet, keychain_of(self.session)

        def job(running: Running) -> Back:
            from ensdesk.folder.found import free_place
            from ensdesk.folder.restoring import bring_back_to

            return bring_back_to(
                free_place(),
                double,
                sheet,
                keychain,
                progress=running.tell,
                stopped=running.stopped,
            )

        self._running = self.work(job, self._brought, words=_(N_("I am taking your folder back…")))

    def _brought(self, back: Back) -> None:
        from ensdesk.folder.restoring import open_restored

        self._running = None
        sheet, keychain = self._sheet, keychain_of(self.session)
        self.ask(lambda: open_restored(back, sheet, keychain), partial(self._open, back))

    def _open(self, back: Back, folder: Folder) -> None:
        open_in(self.session, folder)
        self.session.land(partial(DoubleTaken, back=back))


class DoubleTaken(Page):
    """Of which day it is, and what is lost; then a code for this computer."""

    name = "double-taken"

    def __init__(self, session: Session, back: Back) -> None:
        super().__init__(session, _(N_("Your folder is here again.")))
        day = on_in_words(PartialDate.of(back.day))
        self.add_text(_(N_("It is as it was {day}.")).format(day=day), "good")
        self.add_text(plural("{count} paper", "{count} papers", back.papers))
        if back.lost:
            lost = plural(
                "{count} paper is missing in the double.",
                "{count} papers are missing in the double.",
                back.lost,
            )
            self.add_note(lost)
        self.add_text(_(N_("Your code was for the other computer. Choose a new one.")))
        self.add_primary(_(N_("Choose a new code")), partial(choose_code, self), icon="lock")


def _doubles(place: Path | None) -> tuple[Found, ...]:
    from ensdesk.folder.restoring import doubles_here, last_day
    from ensdesk.vault.double_layout import doubles_in

    found: list[Found] = []
    for double in doubles_here() if place is None else doubles_in(place):
        try:
            found.append((double, last_day(double)))
        except Trouble:
            found.append((double, None))
    return tuple(found)
