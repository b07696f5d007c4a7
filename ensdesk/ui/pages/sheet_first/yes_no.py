"""Blood thinner, diabetes, insulin, pacemaker: yes, no, or I do not know, in one press."""

from __future__ import annotations

from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.language import N_, _
from ensdesk.record.fields import fields_of
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.sheet_first.begun import emergency_of, keep_answer
from ensdesk.ui.pages.sheet_first.steps import Question
from ensdesk.ui.session import Session


class _YesNo(Question):
    """One field of the emergency record, asked in its own words."""

    field = ""

    def __init__(self, session: Session) -> None:
        label = next(f.label for f in fields_of(Emergency) if f.name == self.field)
        super().__init__(session, _(label.text))
        if label.hint:
            self.add_text(_(label.hint))
        add_answers(
            self,
            (
                (Answer.YES, _(N_("Yes")), "", "circle-check"),
                (Answer.NO, _(N_("No")), "", "circle-x"),
                (Answer.UNKNOWN, _(N_("I do not know")), "", "circle-question-mark"),
            ),
            self._answer,
            getattr(emergency_of(session), self.field),
            side_by_side=True,
        )

    def _answer(self, answer: Answer) -> None:
        keep_answer(self.session, **{self.field: answer})
        self.go_on()


class BloodThinner(_YesNo):
    name = "sheet-blood-thinner"
    field = "blood_thinner"


class Diabetes(_YesNo):
    name = "sheet-diabetes"
    field = "diabetes"

    def _answer(self, answer: Answer) -> None:
        if answer is not Answer.YES:
            keep_answer(self.session, insulin=None)
        super()._answer(answer)


class Insulin(_YesNo):
    name = "sheet-insulin"
    field = "insulin"


class Pacemaker(_YesNo):
    name = "sheet-pacemaker"
    field = "pacemaker"
