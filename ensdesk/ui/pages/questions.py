"""« Mes questions pour le docteur »: written when one thinks of them, read there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from ensdesk.folder.coming import to_come
from ensdesk.folder.folder import Folder
from ensdesk.kinds.appointment import Appointment, Question
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.language import N_, _
from ensdesk.record.fields import fields_of
from ensdesk.record.record import RecordId
from ensdesk.ui.editors import editor_for
from ensdesk.ui.page import Page
from ensdesk.ui.pages.appointments import moment_in_words
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.session import Session

_WHICH = "appointment"


class Questions(Page):
    """Those of one appointment: the next one, or one that is still to be made."""

    name = "questions"

    def __init__(self, session: Session, record_id: RecordId | None = None) -> None:
        super().__init__(session, _(N_("My questions for the doctor")))
        self.record_id = record_id
        self.appointment: Appointment | None = None
        self.whom = self.add_text("", "lead")
        (field,) = (one for one in fields_of(Appointment) if one.name == "questions")
        self.editor = editor_for(field)
        self.add(self.editor.widget, keeps=True)
        self.editor.widget.label.hide()  # the title of the page says it
        self.add_primary(_(N_("Save")), self._save, icon="check")

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()

        def read() -> Appointment:
            asked = folder.record(self.record_id) if self.record_id else None
            coming = to_come(folder.section(Appointment).records, today)
            found = asked if isinstance(asked, Appointment) else next(iter(coming), None)
            return found or Appointment(name=_doctor(folder))

        self.ask(read, self._show)

    def draft(self) -> dict[str, Any] | None:
        values = super().draft()
        return {**values, _WHICH: self.record_id} if values else None

    def restore(self, values: dict[str, Any]) -> None:
        self.record_id = values[_WHICH]
        super().restore(values)

    def _show(self, appointment: Appointment) -> None:
        self.appointment = appointment
        when = moment_in_words(appointment.date, self.session.today())
        self.whom.setText(_(N_("For {name}, {moment}")).format(name=appointment.name, moment=when))
        if not self.editor.read():  # else they are those of a page that was left half filled
            self.editor.show(appointment.questions)

    def _save(self) -> None:
        if self.appointment is None:
            return
        questions = cast("tuple[Question, ...]", self.editor.read())
        asked = replace(self.appointment, questions=questions)
        act(self, lambda folder: folder.save(asked), _(N_("It is saved.")), self.session.back)


def _doctor(folder: Folder) -> str:
    """Return whom to ask while there is no appointment: the family doctor."""
    people = folder.records(Contact)
    doctors = [one.name for one in people if one.has_role(ContactRole.DOCTOR)]
    return doctors[0] if doctors else _(N_("My doctor"))
