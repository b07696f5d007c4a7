"""What of « Rien que pour moi » goes on a sheet or in a copy: ticked one by one, nothing before."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.language import N_, _
from ensdesk.record.record import Record, RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.tick_rows import TickRow, TickRows

Chosen = frozenset[RecordId]


class WhichPrivate(Page):
    """*then* is called with what is ticked."""

    name = "which-private"

    def __init__(
        self,
        session: Session,
        title: str,
        records: tuple[Record, ...],
        then: Callable[[Chosen], object],
        ticked: Chosen = frozenset(),
    ) -> None:
        super().__init__(session, title)
        self.ticked = ticked
        self.add_text(_(N_("This is only for you. What is not ticked stays out.")))
        rows = TickRows(name=self.heading.text())
        rows.set_rows([self._row(record) for record in records])
        self.add(rows)
        self.first = rows.buttons()[0]
        self.add_primary(_(N_("Continue")), lambda: then(self.ticked))

    def _row(self, record: Record) -> TickRow:
        return TickRow(
            first_line(record),
            _(record.title),
            lambda: self._turn(record.id),
            ticked=record.id in self.ticked,
        )

    def _turn(self, record_id: RecordId) -> None:
        self.ticked ^= {record_id}
