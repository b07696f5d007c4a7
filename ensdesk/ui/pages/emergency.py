"""« Ma fiche d’urgence »: what stands on it, what is missing, print it, change it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line, state_in_words
from ensdesk.ui.pages.ways import section_page, sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.boxes import Box
from ensdesk.ui.widgets.row_list import RowItem
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

ON_IT: tuple[type[Record], ...] = (Identity, Emergency, Allergy, Illness, Medication, Contact)
_LABELS = {
    "blood_thinner": N_("Thins the blood"),
    "diabetes": N_("Diabetes"),
    "insulin": N_("Insulin"),
    "pacemaker": N_("Pacemaker"),
}
_NEEDED = ("blood_thinner", "diabetes", "pacemaker")  # what a nurse looks for first


@dataclass(frozen=True, slots=True)
class _Read:
    """What the folder says, and when the sheet was last printed."""

    contents: Contents
    printed: datetime.date | None


class EmergencyPage(Page):
    """A section that is not filled in is named: on the sheet it never reads as "none"."""

    name = "emergency"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("My emergency sheet")))
        print_it = _(N_("Print my sheet"))
        self.add_primary(print_it, lambda: session.go(sheet_page("emergency")), icon="printer")
        self.add_secondary(
            _(N_("Change my sheet")),
            lambda: session.go(ChangeEmergency),
            icon="pencil",
            changes=True,
        )

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: _read(folder), self._show)

    def _show(self, read: _Read) -> None:
        if read.printed is not None:
            day = on_in_words(PartialDate.of(read.printed))
            self.add_text(_("Last printed {day}.").format(day=day), "example")
        missing = missing_in(read.contents)
        if missing:
            title = _(N_("Not filled in yet:"))
            self.add(Box("due", "circle-alert", "warning", title, " · ".join(missing)))
        self.add_text(_(N_("On the sheet")), "h2")
        today = self.session.today()
        self.add(Told([(_(kind.section), on_sheet(read.contents, kind, today)) for kind in ON_IT]))


class ChangeEmergency(Page):
    """The parts of the sheet, each with its state; a press opens the one to change."""

    name = "emergency-change"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What would you like to change?")))
        self.rows = self.add_list((), shown=5)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(folder.contents, self._show)

    def _show(self, contents: Contents) -> None:
        today = self.session.today()
        rows = [
            RowItem(_(kind.section), _short(contents, kind, today), self._open(kind), kind.icon)
            for kind in ON_IT
        ]
        self.rows.set_rows(rows)

    def _open(self, kind: type[Record]) -> Callable[[], None]:
        if kind is Emergency:
            return self._answers
        make = section_page(kind)
        return lambda: self.session.go(make)

    def _answers(self) -> None:
        from ensdesk.ui.record_form import RecordForm

        folder = folder_of(self.session)

        def show(record: Emergency | None) -> None:
            self.session.go(lambda session: RecordForm(session, record or Emergency))

        self.ask(lambda: folder.single(Emergency), show)


def missing_in(contents: Contents) -> list[str]:
    """Return the names of what the sheet will show as not filled in."""
    missing = [
        _(kind.section)
        for kind in ON_IT
        if kind is not Emergency and contents.section(kind).state is State.NOT_FILLED
    ]
    record = contents.single(Emergency)
    unanswered = [name for name in _NEEDED if getattr(record, name, None) is None]
    return [*missing, *(_(_LABELS[name]) for name in unanswered)]


def on_sheet(contents: Contents, kind: type[Record], today: datetime.date) -> str:
    """Return what stands on the sheet for *kind*, in one paragraph."""
    if kind is Emergency:
        return _answers_in_words(contents.single(Emergency))
    section = contents.section(kind)
    if kind is Medication and section.state is State.LIST:
        taken = [r for r in contents.records(Medication) if r.taken_on(today)]
        if not taken:
            return _(N_("All of them are stopped"))
        return ", ".join(first_line(record) for record in taken)
    return state_in_words(section)


def _answers_in_words(record: Emergency | None) -> str:
    if record is None:
        return _(N_("Not filled in"))
    said = []
    for name, label in _LABELS.items():
        answer = getattr(record, name)
        if answer is not None:
            said.append(f"{_(label)}{_(': ')}{_(answer.words)}")
    return " · ".join(said) or _(N_("Not filled in"))


def _short(contents: Contents, kind: type[Record], today: datetime.date) -> str:
    from ensdesk.ui.pages.whole_folder import said_of

    if kind in {Emergency, Medication}:
        return on_sheet(contents, kind, today)
    section: Section[Record] = contents.section(kind)
    return said_of(section, today)


def _read(folder: Folder) -> _Read:
    from ensdesk.folder.printing import last_prints
    from ensdesk.folder.sheet_contents import shown_on

    last = last_prints(folder).get("emergency")
    shown = shown_on(folder, folder.open_part.contents(), "emergency")
    return _Read(shown, last.on if last else None)
