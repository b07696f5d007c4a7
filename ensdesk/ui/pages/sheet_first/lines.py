"""Allergies and illnesses: one a line, or none, or not known."""

from __future__ import annotations

from typing import Any, ClassVar

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.illness import Illness
from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.ui.pages.sheet_first.begun import contents_of, keep_list, keep_none
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session


class _Lines(Question):
    """A list typed as on paper. « Not known » leaves it unfilled: that never reads as "none"."""

    kind: ClassVar[type[Record]]
    question: ClassVar[str]
    label: ClassVar[str]
    example: ClassVar[str]
    missing: ClassVar[str]

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(self.question))
        self.lines = self.add_prose(_(self.label), _(self.example))
        known = contents_of(session).records(self.kind)
        self.lines.set_text("\n".join(record.headline() for record in known))
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")
        self.add_secondary(_(self.kind.none), self._none)
        self.add_secondary(_(N_("I do not know")), self._unknown)

    def record(self, text: str) -> Record:
        """Return the record of one line."""
        raise NotImplementedError

    def _go_on(self) -> None:
        written = _written(self.lines.text())
        if not written:
            self.lines.error(_(self.missing))
            return
        before = contents_of(self.session).records(self.kind)
        known = {record.headline(): record for record in before}
        records: list[Any] = [known.get(text) or self.record(text) for text in written]
        keep_list(self.session, self.kind, records)
        self.go_on()

    def _none(self) -> None:
        keep_none(self.session, self.kind)
        self.go_on()

    def _unknown(self) -> None:
        keep_list(self.session, self.kind, ())
        self.go_on()


class Allergies(_Lines):
    name = "sheet-allergies"
    kind = Allergy
    question = N_("What are you allergic to?")
    label = N_("One allergy a line")
    example = N_("For example: penicillin, peanuts, wasps")
    missing = N_("Write an allergy, or press one of the two other buttons.")

    def record(self, text: str) -> Allergy:
        return Allergy(substance=text)


class Illnesses(_Lines):
    name = "sheet-illnesses"
    kind = Illness
    question = N_("Which illnesses do you have?")
    label = N_("One illness a line")
    example = N_("For example: diabetes, high blood pressure")
    missing = N_("Write an illness, or press one of the two other buttons.")

    def record(self, text: str) -> Illness:
        return Illness(name=text)


def _written(text: str) -> list[str]:
    """Return the lines, each once, without the bullets that people type."""
    lines = (line.strip(" \t-•*,;") for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))
