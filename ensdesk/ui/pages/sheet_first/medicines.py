"""Medicines of the sheet: the name, then the moments of the day, then another one."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.language import N_, _
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.sheet_first.begun import contents_of, keep_list, keep_none
from ensdesk.ui.pages.sheet_first.correct import CorrectMedicines
from ensdesk.ui.pages.sheet_first.moments import Moments, moments_in_words
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.point import Point, Points


class Medicines(Question):
    """What is written so far, and a line for the next one."""

    name = "sheet-medicines"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which medicines do you take?")))
        known = contents_of(session).records(Medication)
        if known:
            self.add(Points(*(Point("pill", medicine_in_words(m)) for m in known)))
        label = N_("Another medicine") if known else N_("Name of the medicine")
        self.medicine = self.add_field(
            _(label), _(N_("As it is written on the box: Doliprane 1000 mg")), letters=34
        )
        self.add_primary(_(N_("Add this medicine")), self._add, icon="plus")
        if known:
            self.add_secondary(_(N_("That is all")), self.go_on, icon="arrow-right")
            self.add_link(_(N_("Correct the list")), self._correct, icon="pencil")
        else:
            self.add_secondary(_(Medication.none), self._none)
            self.add_secondary(_(N_("I do not know")), self._unknown)

    def _add(self) -> None:
        if self.medicine.need(_(N_("Write the name of a medicine."))):
            medicine = Medication(name=self.medicine.text())
            self.medicine.set_text("")
            self.session.go(lambda session: Moments(session, medicine))

    def _none(self) -> None:
        keep_none(self.session, Medication)
        self.go_on()

    def _unknown(self) -> None:
        keep_list(self.session, Medication, ())
        self.go_on()

    def _correct(self) -> None:
        self.session.go(CorrectMedicines)


class Source(Question):
    """Where the list was read: a nurse trusts a prescription more than a memory."""

    name = "sheet-source"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Where does this list come from?")))
        known = contents_of(session).records(Medication)
        add_answers(
            self,
            (
                (MedicationSource.PRESCRIPTION, _(N_("From my prescription")), "", "file-text"),
                (MedicationSource.BOX, _(N_("From the boxes")), "", "pill"),
                (MedicationSource.TOLD, _(N_("From memory")), "", "user"),
            ),
            self._answer,
            known[0].source if known else None,
        )

    def _answer(self, source: MedicationSource) -> None:
        known = contents_of(self.session).records(Medication)
        keep_list(self.session, Medication, (replace(m, source=source) for m in known))
        self.go_on()


def medicine_in_words(medicine: Medication) -> str:
    """Return one line: the name and when it is taken."""
    return " · ".join(part for part in (medicine.name, moments_in_words(medicine)) if part)
