"""One section of the folder: its list, or « none » with its day, or not filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from ensdesk.kinds.contact import Contact
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.language import N_, _
from ensdesk.paper.sheets import section_alone
from ensdesk.record.contents import Section, State
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import first_line, icon_of, second_line, state_in_words
from ensdesk.ui.pages.ways import add_page, record_page, sheet_page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.row_list import RowItem, ShowRows

# Kinds with a sheet of their own; the others are printed as one section alone.
_SHEETS: dict[type[Record], str] = {
    Vaccination: "vaccinations",
    Contact: "contacts",
    LabResult: "lab-results",
}


class SectionPage(Page):
    """Builds itself when the folder has answered: its buttons depend on its state."""

    name = "section"
    at_once: ClassVar[int] = 3  # rows of a long list; its buttons are choices too

    def __init__(self, session: Session, kind: type[Record], title: str = "") -> None:
        super().__init__(session, title or _(kind.section))
        self.kind = kind
        self.place_notices()

    def entered(self) -> None:
        folder, kind = folder_of(self.session), self.kind
        self.ask(lambda: cast("Section[Record]", folder.section(kind)), self._show)

    def _show(self, section: Section[Record]) -> None:
        holds, over = parted(section.records, self.session.today())
        match section.state:
            case State.LIST:
                if any(record.incomplete for record in section.records):
                    self.add_note(_(N_("One part could not be read: a newer ensdesk wrote it.")))
                self.add_lines(section, holds, over)
            case State.NONE:
                self.add_text(state_in_words(section), "lead")
            case State.NOT_FILLED:
                self.add_empty(
                    self.kind.icon,
                    _(N_("Nothing is written here yet.")),
                    _(N_("On your sheets this part says: not filled in.")),
                )
        self.add_buttons(section.state, holds)

    def add_lines(
        self, section: Section[Record], holds: Sequence[Record], over: Sequence[Record]
    ) -> None:
        """Add what holds, and the way to what is over; of a long list, page after page."""
        if section.parts:
            self._add_pages(section.count)
            return
        if holds:
            rows = [row_of(self.session, record) for record in holds]
            self.add_list(rows, name=_(self.kind.section), shown=self.at_once - bool(over))
        if over:
            words = _("{words} ({count})").format(words=_(self.kind.over), count=len(over))
            past = _over(self.kind, tuple(over))
            self.add_link(words, lambda: self.session.go(past), icon="archive")

    def add_buttons(self, state: State, holds: Sequence[Record]) -> None:
        """Add what can be done here, by the state of the section."""
        add = add_page(self.kind)
        self.add_primary(_(self.kind.add), lambda: self.session.go(add), icon="plus", changes=True)
        self.add_beside()
        if state is State.NOT_FILLED and self.kind.none:
            self.add_secondary(_(self.kind.none), self._declare_none, changes=True)
        if holds:
            sheet = sheet_page(_SHEETS.get(self.kind, section_alone(self.kind).name))
            words = _(N_("Print this list"))
            self.add_secondary(words, lambda: self.session.go(sheet), icon="printer")

    def add_beside(self) -> None:
        """Add what stands right after the main action; most sections have nothing there."""

    def _add_pages(self, count: int) -> None:
        """Show a long list, the latest first, reading only what is shown."""
        folder = folder_of(self.session)

        def read(first: int, count: int, show: ShowRows) -> None:
            self.ask(
                lambda: folder.page_of(self.kind, first, count),
                lambda records: show([row_of(self.session, record) for record in records]),
            )

        self.add_list((), name=_(self.kind.section), shown=self.at_once).set_pages(count, read)

    def _declare_none(self) -> None:
        none = _(self.kind.none)
        said = _("It is noted: {value}.").format(value=none[:1].lower() + none[1:])
        act(self, lambda folder: folder.declare_none(self.kind), said)


class OverPage(Page):
    """Those that are over: stopped, past, replaced."""

    name = "over"

    def __init__(self, session: Session, kind: type[Record], records: Sequence[Record]) -> None:
        super().__init__(session, _(kind.section))
        self.add_text(_(kind.over), "lead")
        self.add_list([row_of(session, record) for record in records], name=_(kind.over))


def row_of(session: Session, record: Record) -> RowItem:
    """Return the line of a record in a list; a press opens its page."""
    make = record_page(type(record), record.id)
    return RowItem(
        first_line(record), second_line(record), lambda: session.go(make), icon_of(record)
    )


def _over(kind: type[Record], records: Sequence[Record]) -> MakePage:
    return lambda session: OverPage(session, kind, records)
