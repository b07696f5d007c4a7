"""Where the line was read: a nurse trusts a prescription more than a memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.pages.answers import Answer, add_answers
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import prescription_in_words
from ensdesk.ui.pages.medicine.steps import Begun, Step
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

_OFFERED = 2  # prescriptions already named in the folder


@dataclass(frozen=True, slots=True)
class _Source:
    """What one press answers; *asks* for a prescription that has still to be named."""

    source: MedicationSource
    date: PartialDate | None = None
    prescriber: str = ""
    asks: bool = False


class MedicineSource(Step):
    """The prescriptions that the folder knows come first: one press instead of a date to type."""

    name = "medicine-source"

    def __init__(self, session: Session, begun: Begun) -> None:
        super().__init__(session, _(N_("Where did you read this?")), begun)
        self.add_text(begun.record.name, "h2")

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: _prescriptions(folder), self._show)

    def _show(self, known: list[_Source]) -> None:
        other = N_("On another prescription") if known else N_("On a prescription")
        answers: list[Answer[_Source]] = [
            (one, _named(one), one.prescriber, "file-text") for one in known
        ]
        answers += [
            (_Source(MedicationSource.PRESCRIPTION, asks=True), _(other), "", "file-plus"),
            (_Source(MedicationSource.BOX), _(N_("On the box")), "", "pill"),
            (_Source(MedicationSource.TOLD), _(N_("I know it by heart")), "", "user"),
        ]
        add_answers(self, answers, self._answer)

    def _answer(self, answer: _Source) -> None:
        from ensdesk.ui.pages.medicine.read_back import ReadBack

        date, prescriber = answer.date, answer.prescriber
        if answer.asks and self.begun.record.source is MedicationSource.PRESCRIPTION:
            date, prescriber = self.begun.record.source_date, self.begun.record.prescriber
        self.begun.record = replace(
            self.begun.record,
            source=answer.source,
            source_date=date,
            prescriber=prescriber,
        )
        self.go_to(PrescriptionDate if answer.asks else ReadBack)


class PrescriptionDate(Step):
    """The day of the prescription and who wrote it, as far as they can be read."""

    name = "medicine-prescription"

    def __init__(self, session: Session, begun: Begun) -> None:
        super().__init__(session, _(N_("Which prescription is it?")), begun)
        self.day = self.add_date(
            _(N_("Date of the prescription")), _(N_("For example: 3 March 2026")), optional=True
        )
        self.day.set_date(begun.record.source_date)
        self.prescriber = self.add_field(
            _(N_("Who prescribed it?")),
            _(N_("For example: Doctor Martin")),
            optional=True,
            letters=30,
        )
        self.prescriber.set_text(begun.record.prescriber)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        from ensdesk.ui.pages.medicine.read_back import ReadBack

        if not self.day.ok():
            return
        record = replace(
            self.begun.record, source_date=self.day.date(), prescriber=self.prescriber.text()
        )
        for problem in record.problems(self.session.today()):
            if problem.field == "source_date":
                self.day.error(_(problem.words))
                return
        self.begun.record = record
        self.go_to(ReadBack)


def _prescriptions(folder: Folder) -> list[_Source]:
    """Return the last prescriptions that medicines of the folder were read on."""
    read_on = {
        (record.source_date, record.prescriber)
        for record in folder.records(Medication)
        if record.source is MedicationSource.PRESCRIPTION and record.source_date
    }
    latest = sorted(read_on, key=lambda one: (one[0].iso if one[0] else "", one[1]), reverse=True)
    return [_Source(MedicationSource.PRESCRIPTION, day, by) for day, by in latest[:_OFFERED]]


def _named(source: _Source) -> str:
    words = prescription_in_words(source.date) if source.date else _(source.source.words)
    return words[:1].upper() + words[1:]
