"""The whole prescription read back, written in one change, and taken back in one press."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ensdesk.folder.prescription import Compared, Prescription, State, compared, write_prescription
from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of, take_back
from ensdesk.ui.pages.in_short import intakes_in_words, source_in_words
from ensdesk.ui.pages.prescription.lines import PrescriptionLines, in_words
from ensdesk.ui.pages.prescription.steps import Step
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.pages.ways import section_page, sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.ui.widgets.choice import TickList

_ASKED = 4  # other strengths: with the two buttons, six choices


class PrescriptionRead(Step):
    """Nothing is written in the folder before this yes."""

    name = "prescription-read"

    def __init__(self, session: Session, copied: Prescription) -> None:
        title = _(N_("Is it written like this on the prescription?"))
        super().__init__(session, title, copied)
        self.lines: tuple[Compared, ...] = ()
        self.both: TickList | None = None
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.records(Medication), self._show)

    def _show(self, known: tuple[Medication, ...]) -> None:
        self.lines = compared(self.copied, known, self.session.today())
        source = Medication(
            name="",
            source=MedicationSource.PRESCRIPTION,
            source_date=self.copied.date,
            prescriber=self.copied.prescriber,
        )
        words = source_in_words(source)
        self.add_text(words[:1].upper() + words[1:], "lead")
        self.add(Told([(one.after.name, told(one)) for one in self.lines]))
        self._ask_both()
        self.add_primary(_(N_("Yes, that is right")), self._save, icon="check")
        change = _(N_("No, I change it"))
        self.add_secondary(change, lambda: self.go_to(PrescriptionChange), icon="pencil")
        start_at_title(self)

    def _ask_both(self) -> None:
        """Another strength takes the place of the one known, unless the person takes both."""
        options = [
            (number, _("I also go on with {name}").format(name=one.before.name))
            for number, one in enumerate(self.lines)
            if one.other_strength and one.before is not None
        ]
        if options:
            question = _(N_("The strength is another one. Do you take both?"))
            self.both = self.add_ticks(question, options[:_ASKED])

    def _save(self) -> None:
        folder = folder_of(self.session)
        both = self.both.ticked() if self.both else ()
        lines = tuple(
            one.beside() if number in both else one for number, one in enumerate(self.lines)
        )
        self.ask(
            lambda: write_prescription(folder, lines),
            lambda _none: self.session.land(lambda session: PrescriptionCopied(session, lines)),
        )


class PrescriptionChange(Step):
    """Each line that was copied; a press opens it again."""

    name = "prescription-change"

    def __init__(self, session: Session, copied: Prescription) -> None:
        super().__init__(session, _(N_("Which line would you like to change?")), copied)
        rows = [
            RowItem(*in_words(line), partial(self._open, number), "pill")
            for number, line in enumerate(copied.lines)
        ]
        self.add_list(rows, name=_(N_("Lines copied")), shown=4)
        self.add_primary(_(N_("Add a line")), partial(self._open, None), icon="plus")

    def _open(self, number: int | None) -> None:
        def make(session: Session) -> Page:
            page = PrescriptionLines(session, self.copied)
            if number is not None:
                page.correct(number)
            return page

        self.session.go(make)


class PrescriptionCopied(Page):
    """The end: what was written, « Annuler » for the whole, and the way on."""

    name = "prescription-copied"

    def __init__(self, session: Session, lines: Sequence[Compared]) -> None:
        super().__init__(session, _(N_("The prescription is copied.")))
        for words in counted(lines):
            self.add_text(words)
        self.add_primary(_(N_("See my medicines")), self._list, icon="pill")
        week = _(N_("Print my table of the week"))
        self.add_secondary(week, lambda: self.session.go(sheet_page("week")), icon="printer")
        self.add_secondary(_(N_("Undo")), self._undo, icon="undo-2")

    def _list(self) -> None:
        self.session.instead(section_page(Medication))

    def _undo(self) -> None:
        take_back(self.session, self._list)


def told(one: Compared) -> str:
    """Return when it is taken and how much, and what becomes of the line that was there."""
    doses = intakes_in_words(one.after) or _(N_("Doses: not filled in"))
    if one.before is None:
        return doses
    if one.state is State.SAME:
        return doses + "\n" + _(N_("Already written: the same."))
    before = one.before
    was = intakes_in_words(before) or _(N_("Doses: not filled in"))
    if before.name != one.after.name:
        was = f"{before.name}, {was}"
    return doses + "\n" + _(N_("Already written: it changes. Before: {was}")).format(was=was)


def counted(lines: Sequence[Compared]) -> list[str]:
    """Return how many medicines are new, changed and the same."""
    count = {state: sum(one.state is state for one in lines) for state in State}
    new, changed, same = count[State.NEW], count[State.CHANGED], count[State.SAME]
    said = [
        plural("{count} medicine is added.", "{count} medicines are added.", new) if new else "",
        plural("{count} medicine is changed.", "{count} medicines are changed.", changed)
        if changed
        else "",
        plural("{count} medicine stays the same.", "{count} medicines stay the same.", same)
        if same
        else "",
    ]
    return [words for words in said if words]
