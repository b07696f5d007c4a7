"""The order of the questions, and what comes after the last one."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.kinds.emergency import Answer
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.sheet_first.begun import contents_of, emergency_of
from ensdesk.ui.session import MakePage, Session


class Question(Page):
    """One question of the sheet: says which one it is, and knows the next."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        steps = _steps()
        here = [step for step, _wanted in steps].index(type(self))
        # A question that only some are asked shares the number of the one before it.
        number = sum(wanted is _always for _step, wanted in steps[: here + 1])
        count = sum(wanted is _always for _step, wanted in steps)
        place = _(N_("Question {number} of {count}")).format(number=number, count=count)
        self.add_text(place, "example")

    def go_on(self) -> None:
        """Open the next question, or the sheet after the last one."""
        steps = _steps()
        here = [step for step, _wanted in steps].index(type(self))
        for step, wanted in steps[here + 1 :]:
            if wanted(self.session):
                self.session.go(step)
                return
        self.session.go(preview)


def preview(session: Session) -> Page:
    """Return the sheet as it will be on paper."""
    from ensdesk.ui.pages.sheet_page import SheetPage

    return SheetPage(session, "emergency", contents_of(session), on_done=lambda: _done(session))


def _done(session: Session) -> None:
    from ensdesk.ui.pages.sheet_done import SheetDone

    session.go(SheetDone)


def _steps() -> tuple[tuple[MakePage, Callable[[Session], bool]], ...]:
    from ensdesk.ui.pages.sheet_first import lines, medicines, people, senses, who, yes_no

    return (
        (who.SheetFirst, _always),
        (lines.Allergies, _always),
        (yes_no.BloodThinner, _always),
        (yes_no.Diabetes, _always),
        (yes_no.Insulin, _diabetic),
        (yes_no.Pacemaker, _always),
        (lines.Illnesses, _always),
        (medicines.Medicines, _always),
        (medicines.Source, _takes_some),
        (senses.Senses, _always),
        (people.FirstPerson, _always),
        (people.SecondPerson, _always),
        (people.Doctor, _always),
        (senses.Directives, _always),
    )


def _always(_session: Session) -> bool:
    return True


def _diabetic(session: Session) -> bool:
    return emergency_of(session).diabetes is Answer.YES


def _takes_some(session: Session) -> bool:
    return bool(contents_of(session).records(Medication))
