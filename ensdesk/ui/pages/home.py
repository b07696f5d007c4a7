"""The home page: what is due, then the six things people come for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.folder.due import AT_MOST
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.at_home import AtHome, look_at
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.due_ways import due_line
from ensdesk.ui.pages.ways import section_page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.boxes import Box
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.pair_layout import Halves

if TYPE_CHECKING:
    from ensdesk.folder.due import Due


_DUE = N_("What there is to do")


class Home(Page):
    """Its title names no person: the title of the window is seen by others."""

    name = "home"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My folder")))
        self._place, self._network = _(N_("This folder is on this computer.")), True
        self.greeting = self.say_beside_title()
        if session.example:
            self.add_text(_(N_("This is an example: Jeanne is invented. Try everything.")))
        self.since = self.add_text("", "example")
        self.since.hide()
        self._state = QVBoxLayout()
        self._state.setContentsMargins(0, 0, 0, 0)
        self._state.setSpacing(10)
        holder = QWidget()
        holder.setLayout(self._state)
        self.add(holder)
        self._add_six()
        self.place_notices()
        self.add_link(_(N_("All of my folder")), self._to(_whole))
        self.add_link(_(N_("The people who help me")), self._to(_people))
        self.add_link(_(N_("Who can see my folder?")), self._to(_who_sees))
        self.all_due = self.add_link(_(_DUE), self._to(_all_due))
        self._add_foot()
        self.first = self.emergency

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()
        self.ask(lambda: look_at(folder, today), self._show)
        self.ask(_refused, self._show_network, lane="work")

    # -- built once --------------------------------------------------------------------------------

    def _add_six(self) -> None:
        place = QWidget()
        grid = TileGrid(3)
        place.setLayout(grid)
        self.let_grow(grid)

        def tile(words: str, icon: str, make: MakePage) -> WordsButton:
            button = WordsButton(_(words), self._to(make), role="tile", icon=icon, detail="\u00a0")
            grid.addWidget(button)
            return button

        self.emergency = tile(N_("My emergency sheet"), "siren", section_page(Emergency))
        self.medicines = tile(N_("My medicines"), "pill", section_page(Medication))
        self.appointments = tile(
            N_("My appointments and my questions"), Appointment.icon, section_page(Appointment)
        )
        self.papers = tile(N_("My papers"), "file-text", section_page(Document))
        self.measures = tile(
            N_("My blood pressure, my weight"), Measurement.icon, section_page(Measurement)
        )
        self.out = tile(N_("Print or copy"), "printer", _print_or_copy)
        self.out.say(_(N_("Print or copy")), _(N_("Paper or USB key")))
        self.add(place)

    def _add_foot(self) -> None:
        emergency = (
            _(N_("Emergency: call 15 or 112, or 114 by text message.")),
            _(N_("This program calls nobody.")),
        )
        place = Box("foot", "hard-drive", "text2", "", *self._place_in_words(), margin=0)
        self.foot = place.labels
        self.add(Halves(Box("foot", "phone", "text2", *emergency, margin=0), place))

    def _to(self, make: MakePage) -> Press:
        return lambda: self.session.go(make)

    # -- what the folder says ----------------------------------------------------------------------

    def _show(self, home: AtHome) -> None:
        self.greeting.setText(home.greeting)
        self.since.setText(home.since)
        self.since.setVisible(bool(home.since))
        for button, words in (
            (self.emergency, home.emergency),
            (self.medicines, home.medicines),
            (self.appointments, home.appointments),
            (self.papers, home.papers),
            (self.measures, home.measures),
        ):
            button.say(button.block.headline, words)
        self.show_due(home.due)
        self._place = home.place
        self._show_foot()
        if home.draft:
            from ensdesk.ui.resume import resume

            resume(self.session, *home.draft)

    def show_due(self, dues: tuple[Due, ...]) -> None:
        """Say what is due, the first three with their buttons; or that all is well."""
        had_focus = self._clear_due()
        if not dues:
            calm = Box("calm", "circle-check", "ok", _(N_("All is well.")), margin=0)
            self._state.addWidget(calm)
            if had_focus:
                self.emergency.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        box = Box("due", "", "", "", margin=12)
        box.column.setSpacing(8)
        lines = [due_line(self.session, due) for due in dues[:AT_MOST]]
        for line in lines:
            line.alike = lines
            box.column.addWidget(line)
        if len(dues) > AT_MOST:
            self.all_due.say(_(N_("See all: {count} things to do")).format(count=len(dues)))
        self._state.addWidget(box)
        box.show()
        self.first = lines[0].button
        if had_focus or self.emergency.hasFocus():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_due(self) -> bool:
        """Take away what was due before; say whether the keyboard was there."""
        had_focus = False
        while (old := self._state.takeAt(0)) is not None:
            if (gone := old.widget()) is not None:
                had_focus = had_focus or gone.isAncestorOf(self.focusWidget() or self)
                gone.hide()
                gone.deleteLater()
        self.first = self.emergency
        self.all_due.say(_(_DUE))
        return had_focus

    def _show_network(self, refused: bool) -> None:
        self._network = refused
        self._show_foot()

    def _show_foot(self) -> None:
        for label, words in zip(self.foot, self._place_in_words(), strict=True):
            label.setText(words)

    def _place_in_words(self) -> tuple[str, str]:
        network = _(N_("This program does not use the Internet."))
        if not self._network:
            network += " " + _(N_("Impossible to prove on this computer."))
        return self._place, network


def _refused() -> bool:
    from ensdesk.reading.walls import network_refused

    return network_refused()


def _all_due(session: Session) -> Page:
    from ensdesk.ui.pages.all_due import AllDue

    return AllDue(session)


def _whole(session: Session) -> Page:
    from ensdesk.ui.pages.whole_folder import WholeFolder

    return WholeFolder(session)


def _people(session: Session) -> Page:
    from ensdesk.ui.pages.people.who_helps import WhoHelps

    return WhoHelps(session)


def _who_sees(session: Session) -> Page:
    from ensdesk.ui.pages.people.who_sees import WhoSeesPage

    return WhoSeesPage(session)


def _print_or_copy(session: Session) -> Page:
    from ensdesk.ui.pages.print_or_copy import PrintOrCopy

    return PrintOrCopy(session)
