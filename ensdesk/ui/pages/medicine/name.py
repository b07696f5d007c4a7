"""Which medicine it is, what it is made of and what it is for."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.language import N_, _
from ensdesk.ui.pages.medicine.steps import Begun, Step
from ensdesk.ui.session import Session


class AddMedicine(Step):
    """The first question: the name, as it is written on the box."""

    name = "medicine-name"

    def __init__(self, session: Session, begun: Begun | None = None) -> None:
        super().__init__(session, _(N_("Which medicine would you like to add?")), begun or Begun())
        self.called = self.add_field(
            _(N_("Name of the medicine")),
            _(N_("As it is written on the box: Doliprane 1000 mg")),
            letters=34,
        )
        self.called.set_text(self.begun.record.name)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        if self.called.need(_(N_("Write the name of a medicine."))):
            self.begun.record = replace(self.begun.record, name=self.called.text())
            self.go_to(MedicineFor)


class MedicineFor(Step):
    """Two short answers that may be left empty."""

    name = "medicine-for"

    def __init__(self, session: Session, begun: Begun) -> None:
        super().__init__(session, _(N_("What do you know about it?")), begun)
        self.add_text(begun.record.name, "h2")
        self.substance = self.add_field(
            _(N_("What is it made of?")),
            _(N_("The small word under the name: paracetamol")),
            optional=True,
            letters=34,
        )
        self.reason = self.add_field(
            _(N_("What is it for?")),
            _(N_("For example: for the heart")),
            optional=True,
            letters=34,
        )
        self.substance.set_text(begun.record.substance)
        self.reason.set_text(begun.record.reason)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        from ensdesk.ui.pages.medicine.moments import MedicineMoments

        self.begun.record = replace(
            self.begun.record, substance=self.substance.text(), reason=self.reason.text()
        )
        self.go_to(MedicineMoments)
