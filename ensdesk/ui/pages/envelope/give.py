"""The papers for relatives: for whom, the 12 words of each, and what to do with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.new_folder.print_key_sheet import PrintSecret
from ensdesk.ui.pages.people.words import LONGEST
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.word_boxes import WordBoxes
from ensdesk.vault.bundle import HELPER, HOLDER

if TYPE_CHECKING:
    from ensdesk.reading.reader import PageImage
    from ensdesk.vault.secrets import SheetWords


@dataclass(frozen=True)
class Plan:
    """Who gets a paper, what they may do with it, and the words: they open nothing yet."""

    names: tuple[str, ...]
    role: str
    words: tuple[SheetWords, ...]


class ForWhom(Page):
    """First names, and what is open to them: what is for oneself alone stays closed at first."""

    name = "envelope-for"

    def __init__(self, session: Session, count: int) -> None:
        one = count == 1
        title = N_("For whom is the envelope?") if one else N_("Which three relatives?")
        super().__init__(session, _(title))
        labels = (
            [_("First name")]
            if one
            else [_("First name {number}").format(number=n + 1) for n in range(count)]
        )
        self.names = [self.add_field(label, letters=24) for label in labels]
        for field in self.names:
            field.line.setMaxLength(LONGEST)
        self.role = self.add_choice(
            _(N_("What will they open?")) if not one else _(N_("What will this person open?")),
            [
                (HELPER, _(N_("All but what is for me alone"))),
                (HOLDER, _(N_("Everything, as I do"))),
            ],
        )
        self.role.choose(HELPER)
        self.add_primary(_(N_("Continue")), self._go_on, icon="arrow-right")

    def _go_on(self) -> None:
        if not all([field.need() for field in self.names]):  # noqa: C419 - each says what it lacks
            return
        names = tuple(field.text().replace(",", " ").strip() for field in self.names)
        if len({name.casefold() for name in names}) < len(names):
            self.names[-1].error(_(N_("This first name is there already.")))
            return
        from ensdesk.folder.envelopes import new_envelopes

        plan = Plan(names, str(self.role.chosen()), new_envelopes(len(names)))
        self.session.go(lambda session: TheirWords(session, plan, 0))


class TheirWords(Page):
    """The 12 words for one relative; the last page is where all of them begin to open."""

    name = "envelope-words"

    def __init__(self, session: Session, plan: Plan, number: int) -> None:
        super().__init__(session, _(N_("Copy these 12 words, with their numbers.")))
        self.plan = plan
        self.number = number
        whose = _("For {name}.").format(name=plan.names[number])
        if len(plan.names) > 1:
            count = _("Sheet {number} of {count}.")
            whose += " " + count.format(number=number + 1, count=len(plan.names))
        self.add_text(whose, "lead")
        self.add(WordBoxes(plan.words[number].words.split()))
        self.add_primary(_(N_("I have copied my 12 words")), self.copied, icon="check")
        self.add_secondary(_(N_("Print this sheet")), self._print, icon="printer")

    def _print(self) -> None:
        plan, number = self.plan, self.number
        self.session.go(lambda session: PrintTheirWords(session, plan, number))

    def copied(self) -> None:
        """Go on to the next relative, or give what was copied."""
        plan, number = self.plan, self.number + 1
        if number < len(plan.names):
            self.session.go(lambda session: TheirWords(session, plan, number))
            return
        folder = folder_of(self.session)
        self.ask(
            lambda: _give(folder, plan),
            lambda _none: self.session.land(lambda session: Given(session, plan)),
            words=_(N_("One moment…")),
        )


class PrintTheirWords(PrintSecret):
    """The sheet of one relative, in no file on the way."""

    name = "print-envelope"

    def __init__(self, session: Session, plan: Plan, number: int) -> None:
        super().__init__(session, _(N_("Print this sheet")))
        self.plan = plan
        self.number = number

    def images(self) -> Iterator[PageImage]:
        from ensdesk.folder.key_sheet_paper import envelope_images

        count = len(self.plan.names)
        number = self.number + 1 if count > 1 else 0
        return envelope_images(self.plan.words[self.number], number, self.session.today())

    def printed(self) -> None:
        self.session.back()
        self.session.say(_(N_("It is printed.")))

    def by_hand(self) -> None:
        self.session.back()


class Given(Page):
    """What to do with the papers, and what happens when they are used."""

    name = "envelope-given"

    def __init__(self, session: Session, plan: Plan) -> None:
        one = len(plan.names) == 1
        super().__init__(
            session, _(N_("The envelope is ready.") if one else N_("The three sheets are ready."))
        )
        names = ", ".join(plan.names)
        self.add_text(_("For {name}.").format(name=names), "good")
        self.add_text(_(N_("Fold each sheet, close its envelope, and sign across the flap.")))
        self.add_text(
            _(N_("Give it by hand. This person also needs your double, or this computer."))
        )
        if not one:
            self.add_text(_(N_("Two of the three sheets are needed, on the same day.")))
        self.add_note(
            _(N_("If it is used, the home page tells you.")),
            _(N_("Its words then open nothing any more.")),
        )
        self.add_primary(_(N_("Go back to the home page")), session.home, icon="house")


def _give(folder: object, plan: Plan) -> None:
    from ensdesk.folder.envelopes import give_envelope, give_three
    from ensdesk.folder.folder import Folder

    assert isinstance(folder, Folder)  # noqa: S101 - tells mypy
    if len(plan.names) == 1:
        give_envelope(folder, plan.names[0], plan.role, plan.words[0])
    else:
        give_three(folder, plan.names, plan.role, plan.words)
