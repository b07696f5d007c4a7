"""Two people to call first, and the doctor."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.language import N_, _
from ensdesk.ui.pages.sheet_first.begun import contacts_of, keep_contact
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session


class _Person(Question):
    """A name, a tie, a phone number. Nobody has to be written."""

    question = ""
    skip = N_("Nobody else")
    role = ContactRole.EMERGENCY
    place = 0

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(self.question))
        known = contacts_of(session, self.role)[self.place : self.place + 1]
        self.contact = known[0] if known else Contact(name="")
        self.called = self.add_field(_(N_("First name and family name")), letters=30)
        self.called.set_text(self.contact.name)
        if self.role is ContactRole.EMERGENCY:
            self.relation = self.add_field(
                _(N_("Family tie")), _(N_("For example: my daughter, my neighbour")), letters=30
            )
            self.relation.set_text(self.contact.relation)
        self.phone = self.add_field(
            _(N_("Phone")), _(N_("For example: 06 12 34 56 78")), letters=18
        )
        self.phone.expect_numbers()
        self.phone.set_text(self.contact.phone)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")
        self.add_secondary(_(self.skip), self._skip)

    def _go_on(self) -> None:
        if not self.called.need(_(N_("Write a name, or press the other button."))):
            return
        written = replace(self.contact, name=self.called.text(), phone=self.phone.text())
        if self.role is ContactRole.EMERGENCY:
            written = replace(written, relation=self.relation.text())
            if not self.phone.need(_(N_("Write the phone number."))):
                return
        for problem in written.problems(self.session.today()):
            self.phone.error(_(problem.words))
            return
        keep_contact(self.session, self.role, self.place, written)
        self.go_on()

    def _skip(self) -> None:
        keep_contact(self.session, self.role, self.place, None)
        self.go_on()


class FirstPerson(_Person):
    name = "sheet-first-person"
    question = N_("Whom should one call first?")
    skip = N_("I have nobody to write")


class SecondPerson(_Person):
    name = "sheet-second-person"
    question = N_("And a second person?")
    place = 1


class Doctor(_Person):
    name = "sheet-doctor"
    question = N_("Who is your family doctor?")
    skip = N_("I have no doctor, or do not know")
    role = ContactRole.DOCTOR
