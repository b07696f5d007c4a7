"""« Faire un double »: what it is, where it goes, and that it was read again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.folder.found import stick_of
from ensdesk.folder.two_computers import may_have_another
from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.double_words import last_double
from ensdesk.ui.pages.doubles.work import Doubling
from ensdesk.ui.pages.pick_place import PickPlace, words_of
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.vault.double import Written


class MakeDouble(Page):
    """Says what a double is, and of which day the last one is."""

    name = "make-double"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Make a double")))
        self.add_text(_(N_("A double is your whole folder once more, like the double of a key.")))
        self.add_text(_(N_("If this computer breaks, the double gives everything back.")))
        self.last = self.add_text("", "lead")
        self.add_primary(_(N_("Choose where it goes")), self._where, icon="usb")
        self.add_link(_(N_("Try my double")), self._try, icon="refresh-cw")

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()
        self.ask(lambda: last_double(folder, today), self.last.setText)
        self.ask(lambda: may_have_another(folder), self._show_other)

    def _show_other(self, there: bool) -> None:
        if there:
            self.add_link(_(N_("Make the two computers agree")), self._other, icon="refresh-cw")

    def _other(self) -> None:
        from ensdesk.ui.pages.two_computers import TwoComputers

        self.session.go(TwoComputers)

    def _try(self) -> None:
        from ensdesk.ui.pages.doubles.try_it import TryDouble

        self.session.go(TryDouble)

    def _where(self) -> None:
        self.session.go(where_double)


def where_double(session: Session) -> PickPlace:
    """Return the page that asks where the double goes."""

    def chosen(session: Session, place: Path) -> None:
        session.go(lambda session: DoubleHere(session, place))

    note = _(N_("Best on a USB key kept in another room, or by somebody close."))
    return PickPlace(session, _(N_("Where shall I put the double?")), chosen, note)


class DoubleHere(Page):
    """One press; the work is shown and can be stopped."""

    name = "double-here"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, _(N_("Shall I make the double here?")))
        self._place = place
        self._doubling: Doubling | None = None
        self.add_text(words_of(place), "lead")
        if stick_of(place) is None:
            self.add_note(
                _(N_("This is not a USB key. If this computer is lost, so is this double."))
            )
        self.add_text(_(N_("Closed like your folder. Your key sheet opens it on every computer.")))
        self.add_text(_(N_("Only what is new is copied. The doubles before stay.")))
        self.add_primary(_(N_("Make the double")), self._make, icon="copy")

    def _make(self) -> None:
        self._stop()
        self._doubling = Doubling(self, self._place, self._done)
        self._doubling.start()

    def leave(self) -> None:
        super().leave()
        self._stop()

    def _stop(self) -> None:
        if self._doubling is not None:
            self._doubling.leave()

    def _done(self, written: Written) -> None:
        self.session.land(partial(DoubleDone, written=written, place=self._place))


class DoubleDone(Page):
    """What is in it, what to do with the key now."""

    name = "double-done"

    def __init__(self, session: Session, written: Written, place: Path) -> None:
        super().__init__(session, _(N_("Your double is made and was read again.")))
        self.add_text(_(N_("Read again from there: all is right.")), "good")
        papers = plural("{count} paper", "{count} papers", written.papers)
        new = plural("{count} new paper", "{count} new papers", written.new_papers)
        self.add_text(f"{words_of(place)} · {papers} · {new}")
        if written.lost:
            lost = plural(
                "{count} paper of your folder is damaged: it is not in the double.",
                "{count} papers of your folder are damaged: they are not in the double.",
                written.lost,
            )
            self.add_note(lost)
        self.add_text(_(N_("Take the key out, and keep it away from this computer.")))
        self.add_text(_(N_("On a new computer: “I already have a folder”, and your key sheet.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
