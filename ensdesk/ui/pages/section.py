"""One section of the folder: its list, or « none » with its day, or not filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from ensdesk.language import N_, _
from ensdesk.record.contents import Section, State
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import first_line, second_line, state_in_words
from ensdesk.ui.pages.ways import add_page, record_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem, RowList, ShowRows


class SectionPage(Page):
    """Builds itself when the folder has answered: its buttons depend on its state."""

    name = "section"

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
                self.add_text(_(N_("Nothing is written here yet.")), "lead")
                self.add_text(_(N_("On your sheets this part says: not filled in.")))
        self.add_buttons(section.state, holds)

    def add_lines(
        self, section: Section[Record], holds: Sequence[Record], over: Sequence[Record]
    ) -> None:
        """Add what holds and what is over; of a long list, page after page."""
        if section.parts:
            self._add_pages(section.count)
            return
        if holds:
            self._add_rows(holds, _(self.kind.section), 2 if over else 4)
        if over:
            self.add_text(_(self.kind.over), "h2")
            self._add_rows(over, _(self.kind.over), 1)

    def add_buttons(self, state: State, holds: Sequence[Record]) -> None:
        """Add what can be done here, by the state of the section."""
        del holds
        add = add_page(self.kind)
        self.add_primary(_(self.kind.add), lambda: self.session.go(add), icon="plus")
        if state is State.NOT_FILLED and self.kind.none:
            self.add_secondary(_(self.kind.none), self._declare_none)

    def _add_rows(self, records: Sequence[Record], name: str, shown: int) -> RowList:
        return self.add_list([self._row(record) for record in records], name=name, shown=shown)

    def _add_pages(self, count: int) -> None:
        """Show a long list, the latest first, reading only what is shown."""
        folder = folder_of(self.session)

        def read(first: int, count: int, show: ShowRows) -> None:
            self.ask(
                lambda: folder.page_of(self.kind, first, count),
                lambda records: show([self._row(record) for record in records]),
            )

        self.add_list((), name=_(self.kind.section)).set_pages(count, read)

    def _row(self, record: Record) -> RowItem:
        return RowItem(first_line(record), second_line(record), self._open(record), self.kind.icon)

    def _declare_none(self) -> None:
        none = _(self.kind.none)
        said = _("It is noted: {value}.").format(value=none[:1].lower() + none[1:])
        act(self, lambda folder: folder.declare_none(self.kind), said)

    def _open(self, record: Record) -> Callable[[], None]:
        make = record_page(type(record), record.id)
        return lambda: self.session.go(make)
