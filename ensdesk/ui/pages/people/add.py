"""Letting somebody open the folder: a first name, what they may do, until when, their secret."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.folder.people import HELPER, READER
from ensdesk.folder.words_sense import About
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.my_secrets import holder_first
from ensdesk.ui.pages.new_folder.making import Chosen
from ensdesk.ui.pages.people.words import ALONE, LONGEST
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.word_boxes import WordBoxes

if TYPE_CHECKING:
    from ensdesk.vault.secrets import Secret, SheetWords


@dataclass
class Plan:
    """What was answered so far about a person."""

    name: str = ""
    role: str = HELPER
    until: datetime.date | None = None


def add_person(session: Session) -> Page:
    """Return the page that begins: only the holder lets somebody in, even while it is open."""
    return holder_first(session, AddPerson)


class AddPerson(Page):
    """Who it is, and what this person may do."""

    name = "add-person"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Who will help you?")))
        self.first_name = self.add_field(
            _(N_("First name")), _(N_("For example: Marie")), letters=24
        )
        self.first_name.line.setMaxLength(LONGEST)
        self.role = self.add_choice(
            _(N_("What can this person do?")),
            [
                (HELPER, _(N_("Read and change")), _(N_("Add papers, medicines, appointments"))),
                (READER, _(N_("Read only")), _(N_("The program then offers no change"))),
            ],
        )
        self.role.choose(HELPER)
        self.until = self.add_date(
            _(N_("Until what day?")), _(N_("For example: 31/12/2027")), optional=True
        )
        self.add_note(_(N_("This person never sees what is for you alone.")))
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        if not self.first_name.need() or not self.until.ok():
            return
        until = self.until.date()
        if until is not None and len(until.iso) != len("2027-01-31"):
            self.until.error(_(N_("Write the day, the month and the year.")))
        elif until is not None and until.iso < self.session.today().isoformat():
            self.until.error(_(N_("This day has passed.")))
        else:
            day = datetime.date.fromisoformat(until.iso) if until else None
            plan = Plan(self.first_name.text(), str(self.role.chosen()), day)
            self.session.go(lambda session: choose(session, plan))


def choose(session: Session, plan: Plan) -> Page:
    """Return the page on which this person chooses a secret."""
    from ensdesk.ui.pages.new_folder.choose_secret import ChooseSecret

    use = Letting(session, plan)
    twelve = (
        use.go_to_sheet,
        _(N_("With a sheet of 12 words")),
        _(N_("To be copied by hand and hidden.")),
        "file-text",
    )
    return ChooseSecret(session, use, also=(twelve,))


class Letting(Chosen):
    """Lets the chosen secret open the folder for the person of *plan*."""

    question = N_("How will this person open the folder?")
    hint = ALONE

    def __init__(self, session: Session, plan: Plan) -> None:
        super().__init__(About((plan.name,)))
        self.session = session
        self.plan = plan

    def go_to_sheet(self) -> None:
        from ensdesk.folder.opening import new_sheet

        words = new_sheet()
        self.session.go(lambda session: TheirSheet(session, self, words))

    def given(self, page: Page, secret: Callable[[], Secret]) -> None:
        from ensdesk.folder.people import add_person

        folder, plan = folder_of(self.session), self.plan
        page.ask(
            lambda: add_person(folder, plan.name, plan.role, secret(), plan.until),
            lambda slot: self.session.land(lambda session: LetIn(session, plan, slot)),
            words=_(N_("One moment…")),
        )


class TheirSheet(Page):
    """12 words for somebody else, to be copied before they open anything."""

    name = "their-sheet"

    def __init__(self, session: Session, letting: Letting, words: SheetWords) -> None:
        super().__init__(session, _(N_("Let this person copy these 12 words.")))
        self.add(WordBoxes(words.words.split()))
        self.add_text(_(N_("They are not shown again. The sheet is hidden at this person’s home.")))
        copied = _(N_("The 12 words are copied"))
        self.add_primary(copied, lambda: letting.given(self, lambda: words), icon="check")


class LetIn(Page):
    """What was done, and what is kept of it on paper."""

    name = "person-let-in"

    def __init__(self, session: Session, plan: Plan, slot: str) -> None:
        super().__init__(session, _(N_("It is done.")))
        self.slot = slot
        words = _(N_("{name} can open your folder.")).format(name=plan.name)
        self.add_text(words, "good")
        self.add_text(_(N_("You see here what this person did. You stop it in one press.")))
        self.add_primary(_(N_("Go back to the home page")), session.home, icon="house")
        self.add_secondary(_(N_("Print the mandate")), self._mandate, icon="printer")

    def _mandate(self) -> None:
        from ensdesk.ui.pages.people.mandate import mandate_page

        self.session.go(lambda session: mandate_page(session, self.slot))
