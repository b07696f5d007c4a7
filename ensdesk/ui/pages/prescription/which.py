"""Which prescription is copied: one of the papers of the folder, or one on the table."""

from __future__ import annotations

from ensdesk.folder.prescription import Prescription
from ensdesk.kinds.document import Category, Document
from ensdesk.language import N_, _
from ensdesk.record.date_reading import rest_of_day
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.pages.answers import Answer, add_answers
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import second_line
from ensdesk.ui.pages.prescription.lines import PrescriptionLines
from ensdesk.ui.pages.prescription.steps import Step
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.completing_line import CompletingLine
from ensdesk.ui.widgets.date_field import DateField

_OFFERED = 4  # papers, the newest first


class CopyPrescription(Step):
    """Asked only when the folder holds papers that are prescriptions."""

    name = "prescription-paper"

    def __init__(self, session: Session, copied: Prescription | None = None) -> None:
        title = _(N_("Which prescription do you copy?"))
        super().__init__(session, title, copied or Prescription())
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        part = Category.PRESCRIPTION.value
        self.ask(lambda: folder.latest(Document, _OFFERED, part), self._show)

    def draft(self) -> None:
        """Nothing is typed here."""

    def _show(self, known: tuple[Document, ...]) -> None:
        if not known:
            self.session.instead(lambda session: WhichPrescription(session, self.copied))
            return
        answers: list[Answer[Document | None]] = [
            (one, one.name, second_line(one), "file-text") for one in known
        ]
        answers.append((None, _(N_("Another one, on paper")), "", "file-plus"))
        add_answers(self, answers, self._answer)

    def _answer(self, paper: Document | None) -> None:
        self.copied.document = paper.id if paper else None
        if paper:
            self.copied.date, self.copied.prescriber = paper.date, paper.author
        self.go_to(WhichPrescription)


class WhichPrescription(Step):
    """Its day and who wrote it; what the paper says already is there."""

    name = "prescription-which"

    def __init__(self, session: Session, copied: Prescription) -> None:
        super().__init__(session, _(N_("Which prescription is it?")), copied)
        self.day = DateField(
            _(N_("Date of the prescription")),
            _(N_("For example: 3 March 2026")),
            optional=True,
            line=CompletingLine(lambda typed: rest_of_day(typed, session.today())),
        )
        self.day.on_enter(self.press_primary)
        self.add(self.day, keeps=True)
        self.day.set_date(copied.date)
        self.prescriber = self.add_field(
            _(N_("Who prescribed it?")),
            _(N_("For example: Doctor Martin")),
            optional=True,
            letters=30,
        )
        self.prescriber.set_text(copied.prescriber)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        if not self.day.ok():
            return
        day = self.day.date()
        if day is not None and PartialDate.of(self.session.today()).surely_before(day):
            self.day.error(_(N_("This day has not come yet. Check the year.")))
            return
        self.copied.date, self.copied.prescriber = day, self.prescriber.text()
        self.go_to(PrescriptionLines)
