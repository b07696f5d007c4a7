"""When one medicine is taken, and how much: four moments on one page."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.medication import Intake, Medication
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.sheet_first.begun import keep
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.intakes import IntakesField
from ensdesk.ui.widgets.ticks import TickBox


class Moments(Page):
    """A moment left empty is a moment without it."""

    name = "sheet-moments"

    def __init__(self, session: Session, medicine: Medication) -> None:
        super().__init__(session, _(N_("When do you take it, and how much?")))
        self.medicine = medicine
        self.add_text(medicine.name, "lead")
        self.add_text(_(N_("Write 1 for one tablet. Leave empty if nothing.")), "example")
        self.intakes = self.add(IntakesField(medicine.intakes), keeps=True)
        self.intakes.on_enter(self.press_primary)
        self.if_needed = self.add(TickBox(_(N_("Only when needed"))))
        self.if_needed.setChecked(bool(medicine.as_needed))
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")
        self.add_secondary(_(N_("I do not know when")), self._unknown)

    def _go_on(self) -> None:
        intakes, if_needed = self.intakes.intakes(), self.if_needed.isChecked()
        if intakes or if_needed:
            self._keep(intakes, if_needed=if_needed)
            return
        words = N_("Write how much at one moment, or press “I do not know when”.")
        self.intakes.error(_(words))

    def _unknown(self) -> None:
        self._keep((), if_needed=self.if_needed.isChecked())

    def _keep(self, intakes: tuple[Intake, ...], *, if_needed: bool) -> None:
        keep(self.session, replace(self.medicine, intakes=intakes, as_needed=if_needed or None))
        self.session.back()


def moments_in_words(medicine: Medication) -> str:
    """Return `morning 1 tablet · evening 2 tablets`, or that it is only taken when needed."""
    taken = [f"{_(intake.moment.words)} {intake.dose}" for intake in medicine.intakes]
    return " · ".join((*taken, *((_(N_("only when needed")),) if medicine.as_needed else ())))
