"""For whom is the folder: for oneself, or for somebody one helps, with that person's agreement."""

from __future__ import annotations

from ensdesk.kinds.consent import Capacity
from ensdesk.language import N_, _
from ensdesk.record.contents import Contents
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.session import Session

_WITHOUT_AGREEMENT = (Capacity.FAMILY_AUTHORISATION, Capacity.GUARDIAN)


class ForWhom(Page):
    """The first page of a new folder. Nothing is written before the agreement."""

    name = "new-for-whom"

    def __init__(self, session: Session, plan: FolderPlan | None = None) -> None:
        super().__init__(session, _(N_("Who is this folder for?")))
        self.plan = plan or FolderPlan(session.sheet or Contents.of())
        self.add_text(_(N_("Nothing is written on the computer before your yes.")))
        add_answers(
            self,
            (
                (True, _(N_("For me")), "", "user"),
                (
                    False,
                    _(N_("For somebody I help")),
                    _(N_("A relative, or somebody you look after")),
                    "heart-handshake",
                ),
            ),
            self._answer,
        )

    def _answer(self, for_me: bool) -> None:
        self.plan.for_me = for_me
        if for_me:
            self.session.go(lambda session: _who(session, self.plan))
        else:
            self.session.go(lambda session: IsPresent(session, self.plan))


class IsPresent(Page):
    """Whether the person is there."""

    name = "new-is-present"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("Is this person next to you?")))
        self.plan = plan
        add_answers(
            self,
            (
                (True, _(N_("Yes, we do it together")), "", "users"),
                (False, _(N_("No, I am alone")), "", "user"),
            ),
            self._answer,
            plan.present,
        )

    def _answer(self, present: bool) -> None:
        self.plan.present = present
        self.session.go(lambda session: DoesAgree(session, self.plan))


class DoesAgree(Page):
    """Whether the person agrees: only a judge's decision may stand for a yes."""

    name = "new-agrees"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("Does this person agree?")))
        self.plan = plan
        self.add_text(_(N_("This folder belongs to this person. Ask simply, without hurrying.")))
        add_answers(
            self,
            (
                ("yes", _(N_("Yes, this person agrees")), "", "circle-check"),
                ("no", _(N_("No, or not today")), "", "circle-x"),
                ("cannot", _(N_("This person cannot answer")), "", "circle-question-mark"),
            ),
            self._answer,
        )

    def _answer(self, said: str) -> None:
        self.plan.agrees = {"yes": True, "no": False, "cannot": None}[said]
        if self.plan.agrees is False:
            self.session.go(lambda session: AgreementNeeded(session, refused=True))
        else:
            self.session.go(lambda session: InWhatCapacity(session, self.plan))


class InWhatCapacity(Page):
    """What the one who writes is for this person."""

    name = "new-capacity"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("In what capacity?")))
        self.plan = plan
        words = {
            Capacity.RELATIVE: (N_("A relative or a friend"), "heart-handshake"),
            Capacity.TRUSTED: (N_("The person of trust"), "handshake"),
            Capacity.FAMILY_AUTHORISATION: (N_("Authorised by a judge, in the family"), "users"),
            Capacity.CURATOR: (N_("The curator"), "file-text"),
            Capacity.GUARDIAN: (N_("The guardian"), "file-text"),
        }
        answers = [(capacity, _(said), "", icon) for capacity, (said, icon) in words.items()]
        add_answers(self, answers, self._answer, plan.capacity)

    def _answer(self, capacity: Capacity) -> None:
        self.plan.capacity = capacity
        if self.plan.agrees is None and capacity not in _WITHOUT_AGREEMENT:
            self.session.go(lambda session: AgreementNeeded(session, refused=False))
        else:
            self.session.go(lambda session: YourFirstName(session, self.plan))


class AgreementNeeded(Page):
    """The end without a folder: it belongs to the person, who did not say yes."""

    name = "new-agreement-needed"

    def __init__(self, session: Session, *, refused: bool) -> None:
        super().__init__(session, _(N_("This agreement is needed.")))
        self.add_text(_(N_("Nothing was written.")), "lead")
        if refused:
            self.add_text(_(N_("Talk about it together. You can come back another day.")))
        else:
            self.add_text(
                _(N_("Only a decision of a judge can stand for it: guardian or authorisation."))
            )
        self.add_note(
            _(N_("An emergency sheet can be made without a folder.")),
            _(N_("Nothing of it is kept on this computer.")),
        )
        self.add_primary(_(N_("Go back to the start")), session.home, icon="house")


class YourFirstName(Page):
    """Under what name the one who helps signs what is written."""

    name = "new-writer"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("What is your own first name?")))
        self.plan = plan
        self.add_text(_(N_("Each line of the folder says who wrote it.")))
        self.first_name = self.add_field(
            _(N_("Your first name")), _(N_("For example: Marie")), letters=24
        )
        self.first_name.set_text(plan.writer)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        if self.first_name.need():
            self.plan.writer = self.first_name.text()
            self.session.go(lambda session: _who(session, self.plan))


def _who(session: Session, plan: FolderPlan) -> Page:
    from ensdesk.ui.pages.new_folder.who import Who

    return Who(session, plan)
