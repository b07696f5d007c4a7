"""Corrects the medicines of the sheet: the name, the moments, or off the list."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.record import RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.sheet_first.begun import contents_of, keep, keep_list
from ensdesk.ui.pages.sheet_first.moments import Moments, moments_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem


class CorrectMedicines(Page):
    """The list as buttons."""

    name = "sheet-correct"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which line is to be corrected?")))
        known = contents_of(session).records(Medication)
        if not known:
            self.add_text(_(N_("There is no line any more.")))
        self.add_list([self._row(medicine) for medicine in known])

    def _row(self, medicine: Medication) -> RowItem:
        def press() -> None:
            self.session.go(lambda session: CorrectOne(session, medicine.id))

        return RowItem(medicine.name, moments_in_words(medicine), press, "pill")


class CorrectOne(Page):
    """What is wrong with one line."""

    name = "sheet-correct-one"

    def __init__(self, session: Session, chosen: RecordId) -> None:
        super().__init__(session, _(N_("What is to be corrected?")))
        self.chosen = chosen
        medicine = self._medicine()
        self.add_text(medicine.name, "lead")
        self.add_text(moments_in_words(medicine))
        add_answers(
            self,
            (
                (self._name, _(N_("The name")), "", "pencil"),
                (self._moments, _(N_("The moments and how much")), "", "clock"),
                (self._take_off, _(N_("Take this medicine off")), "", "x"),
            ),
            lambda go_on: go_on(),
        )

    def _medicine(self) -> Medication:
        known = contents_of(self.session).records(Medication)
        return next(medicine for medicine in known if medicine.id == self.chosen)

    def _name(self) -> None:
        medicine = self._medicine()
        self.session.instead(lambda session: CorrectName(session, medicine))

    def _moments(self) -> None:
        medicine = self._medicine()
        self.session.instead(lambda session: Moments(session, medicine))

    def _take_off(self) -> None:
        session, before = self.session, contents_of(self.session)
        left = [m for m in before.records(Medication) if m.id != self.chosen]
        keep_list(session, Medication, left)

        def undo() -> None:
            session.sheet = before
            session.again()

        session.back()
        session.say(_(N_("The medicine was taken off the list.")), undo)


class CorrectName(Page):
    """The name, as it is on the box."""

    name = "sheet-correct-name"

    def __init__(self, session: Session, medicine: Medication) -> None:
        super().__init__(session, _(N_("What is the name of this medicine?")))
        self.medicine = medicine
        self.called = self.add_field(
            _(N_("Name of the medicine")),
            _(N_("As it is written on the box: Doliprane 1000 mg")),
            letters=34,
        )
        self.called.set_text(medicine.name)
        self.add_primary(_(N_("Keep this name")), self._keep, icon="check")

    def _keep(self) -> None:
        if self.called.need(_(N_("Write the name of a medicine."))):
            keep(self.session, replace(self.medicine, name=self.called.text()))
            self.session.back()
