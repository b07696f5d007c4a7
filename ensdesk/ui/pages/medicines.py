"""« Mes médicaments »: all of them read at a glance, then what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.contents import Section, State
from ensdesk.record.record import Record
from ensdesk.ui.pages.in_short import first_line, second_line
from ensdesk.ui.pages.section import SectionPage
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.pages.ways import sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told


class Medicines(SectionPage):
    """The list is only read here: who looks at the medicines wants to see them all."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Medication)

    def add_lines(
        self, section: Section[Record], holds: Sequence[Record], over: Sequence[Record]
    ) -> None:
        if section.parts:
            super().add_lines(section, holds, over)
            return
        start_at_title(self)  # they are read from the first one on, also in large letters
        if holds:
            lines = [(first_line(one), second_line(one)) for one in holds]
            self.add(Told(lines, role="text", asked="label"))
        if over:
            names = ", ".join(first_line(one) for one in over)
            self.add_text(_("Stopped: {names}").format(names=names), "example")

    def add_buttons(self, state: State, holds: Sequence[Record]) -> None:
        super().add_buttons(state, ())
        if state is State.LIST:
            change = _(N_("Change or stop a medicine"))
            self.add_secondary(
                change, lambda: self.session.go(WhichMedicine), icon="pencil", changes=True
            )
        if holds:
            week = _(N_("Print my table of the week"))
            self.add_secondary(week, lambda: self.session.go(sheet_page("week")), icon="printer")

    def add_beside(self) -> None:
        self.add_secondary(_(N_("Copy a prescription")), self._copy, icon="file-text", changes=True)

    def _copy(self) -> None:
        from ensdesk.ui.pages.prescription import CopyPrescription

        self.session.go(CopyPrescription)


class WhichMedicine(SectionPage):
    """A button for each: those that are taken, then those that are stopped."""

    name = "which-medicine"
    at_once = 4

    def __init__(self, session: Session) -> None:
        super().__init__(session, Medication, _(N_("Which medicine?")))

    def add_buttons(self, state: State, holds: Sequence[Record]) -> None:
        """Nothing but the list."""
