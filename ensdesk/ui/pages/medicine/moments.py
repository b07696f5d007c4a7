"""When it is taken, and how much each time."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.language import N_, _
from ensdesk.ui.pages.medicine.steps import Begun, Step
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.intakes import IntakesField


class MedicineMoments(Step):
    """The four moments of a day on one page, as on a prescription."""

    name = "medicine-when"

    def __init__(self, session: Session, begun: Begun) -> None:
        super().__init__(session, _(N_("When do you take it, and how much?")), begun)
        self.add_text(begun.record.name, "h2")
        self.add_text(_(N_("Press + for one tablet. For drops, write: 10 drops.")), "example")
        self.intakes = self.add(IntakesField(begun.record.intakes), keeps=True)
        self.intakes.on_enter(self.press_primary)
        self.if_needed = self.add_ticks(
            _(N_("Not every day?")), ((True, _(N_("Only when needed"))),)
        )
        self.if_needed.tick((True,) if begun.record.as_needed else ())
        self.if_needed.on_change(self.intakes.clear_error)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")
        self.add_secondary(_(N_("I do not know when")), self._unknown)

    def _go_on(self) -> None:
        intakes, if_needed = self.intakes.intakes(), bool(self.if_needed.ticked())
        if not intakes and not if_needed:
            self.intakes.error(_(N_("Press + at the right moment, or “I do not know when”.")))
            return
        self.begun.record = replace(self.begun.record, intakes=intakes, as_needed=if_needed or None)
        self._next()

    def _unknown(self) -> None:
        self.intakes.set_intakes(())
        self.begun.record = replace(self.begun.record, intakes=(), as_needed=None)
        self._next()

    def _next(self) -> None:
        from ensdesk.ui.pages.medicine.source import MedicineSource

        self.go_to(MedicineSource)
