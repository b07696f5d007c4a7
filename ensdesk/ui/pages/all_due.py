"""« Tout voir »: everything that is due, each thing with its button and « Plus tard »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.folder.due import AT_MOST, Due, due
from ensdesk.folder.folder import Folder
from ensdesk.folder.put_off import comes_back, put_off, tell_again, without_put_off
from ensdesk.language import N_, _, plural
from ensdesk.record.record import Record
from ensdesk.record.wording import day_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.due_ways import due_in_words, page_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.boxes import Box
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.words import Words


class AllDue(Page):
    """The gravest first, a few at a time."""

    name = "all-due"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What there is to do")))
        self._dues: tuple[Due, ...] = ()
        self._waiting: tuple[Due, ...] = ()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._place)
        self.add(holder)
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: self._read(folder), self._show)

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        del kinds
        self.entered()

    def _read(self, folder: Folder) -> tuple[tuple[Due, ...], tuple[Due, ...]]:
        """Return what is told, and what waits."""
        today = self.session.today()
        every = due(folder, folder.contents(), today)
        told = without_put_off(folder, every, today)
        return told, tuple(one for one in every if one not in told)

    def _show(self, found: tuple[tuple[Due, ...], tuple[Due, ...]]) -> None:
        self._dues, self._waiting = found
        self._turn(0)

    def _turn(self, first: int) -> None:
        """Show what is due from the place *first* on."""
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        boxes = [self._box(one) for one in self._dues[first : first + AT_MOST]]
        for box in boxes:
            column.addWidget(box)
        if not boxes:
            column.addWidget(Words(_(N_("All is well.")), "good"))
        turners = QWidget()
        row = FlowLayout(turners)
        if first:
            before = _(N_("The ones before"))
            row.addWidget(self._turner(before, "chevron-left", first - AT_MOST))
        if first + AT_MOST < len(self._dues):
            after = _(N_("The ones after"))
            row.addWidget(self._turner(after, "chevron-right", first + AT_MOST))
        if self._waiting and self.may_change:
            waits = plural(
                "Show {count} thing put off", "Show {count} things put off", len(self._waiting)
            )
            again = partial(_tell_again, self.session, self._waiting)
            row.addWidget(WordsButton(waits, again, role="link"))
        if row.count():
            column.addWidget(turners)
        self._put(shown)

    def _put(self, shown: QWidget) -> None:
        old = self._place.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        self._place.addWidget(shown)
        shown.show()
        self.first = shown.findChild(WordsButton)
        if old is not None and self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turner(self, words: str, icon: str, first: int) -> WordsButton:
        return WordsButton(words, lambda: self._turn(first), icon=icon, again=True)

    def _box(self, one: Due) -> Box:
        words, about = due_in_words(one, self.session.today())
        box = Box("due", "circle-alert", "warning", words)
        buttons = QWidget()
        row = FlowLayout(buttons)
        does = WordsButton(_(one.button), lambda: self.session.go(page_of(one)))
        if about:
            does.setAccessibleName(f"{_(one.button)}{_(': ')}{about}")
        row.addWidget(does)
        if one.may_wait and self.may_change:
            later = WordsButton(_(N_("Later")), self._later(one), icon="clock")
            later.setAccessibleName(f"{_(N_('Later'))}{_(': ')}{words}")
            row.addWidget(later)
        box.column.addWidget(buttons)
        return box

    def _later(self, one: Due) -> Press:
        folder, today = folder_of(self.session), self.session.today()
        day = day_in_words(comes_back(one, today))
        said = _(N_("You will see it again on {day}.")).format(day=day)

        def done(_answer: object) -> None:
            self.session.again()
            self.session.say(said, undo=lambda: _tell_again(self.session, [one]))

        return lambda: self.ask(lambda: put_off(folder, one, today), done)


def _tell_again(session: Session, dues: Sequence[Due]) -> None:
    folder = folder_of(session)
    session.lanes.run("vault", lambda: tell_again(folder, dues), done=lambda _done: session.again())
