"""« Noter mon poids »."""

from __future__ import annotations

from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import N_, _
from ensdesk.ui.pages.measuring import Measuring
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.quantity_field import QuantityField


class NoteWeight(Measuring):
    """One large number, 72,5, in kilograms."""

    name = "weight"
    type = MeasurementType.WEIGHT

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What is your weight?")))
        self.weight = self.add(
            QuantityField(_(N_("Weight")), self.type.unit, _(N_("For example: 72,5"))), keeps=True
        )
        self.weight.line.setProperty("role", "number")
        self.weight.on_enter(self.press_primary)
        self.add_when()
        self.add_primary(_(N_("Note it")), self._note, icon="check")
        self.first = self.weight.line

    def _note(self) -> None:
        if not self.weight.ok():
            return
        weight, taken = self.weight.quantity(), self.taken()
        if weight is not None and taken is not None:
            self.keep(Measurement(type=self.type, value=weight, taken=taken), self.weight)
