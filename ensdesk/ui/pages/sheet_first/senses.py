"""Sight, hearing, memory and language; and where the directives are."""

from __future__ import annotations

from ensdesk.kinds.emergency import Emergency
from ensdesk.language import N_, _
from ensdesk.record.fields import fields_of
from ensdesk.ui.pages.sheet_first.begun import emergency_of, keep_answer
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session

_SENSES = ("sight", "hearing", "memory", "spoken")


class Senses(Question):
    """Four short lines that tell a nurse how to be understood."""

    name = "sheet-senses"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What helps to speak with you?")))
        self.add_text(_(N_("Leave a line empty if there is nothing to say.")))
        labels = {field.name: field.label for field in fields_of(Emergency)}
        known = emergency_of(session)
        self.lines = {
            name: self.add_field(_(labels[name].text), _(labels[name].hint), letters=34)
            for name in _SENSES
        }
        for name, line in self.lines.items():
            line.set_text(getattr(known, name))
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        keep_answer(self.session, **{name: line.text() for name, line in self.lines.items()})
        self.go_on()


class Directives(Question):
    """Where the advance directives are, if there are any."""

    name = "sheet-directives"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Where are your advance directives?")))
        self.add_text(_(N_("They say what you want, or do not want, at the end of life.")))
        self.place = self.add_field(
            _(N_("The place where they are")),
            _(N_("For example: on the desk, in the blue sleeve")),
        )
        self.place.set_text(emergency_of(session).directives)
        self.add_primary(_(N_("See my sheet")), self._go_on, icon="eye")
        self.add_secondary(_(N_("I have not written any")), self._none_written)
        self.add_secondary(_(N_("I do not know")), self._unknown)

    def _go_on(self) -> None:
        if self.place.need(_(N_("Write where they are, or press one of the two other buttons."))):
            self._keep(self.place.text())

    def _none_written(self) -> None:
        self._keep(_(N_("None written")))

    def _unknown(self) -> None:
        self._keep("")

    def _keep(self, words: str) -> None:
        keep_answer(self.session, directives=words)
        self.go_on()
