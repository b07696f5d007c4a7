"""A long list of things to tick, a few at a time: none of the others is made or read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton

from ensdesk.ui.widgets.row_list import RowItem, RowList
from ensdesk.ui.widgets.ticks import TickBox


@dataclass(frozen=True, slots=True, kw_only=True)
class TickRow(RowItem):
    """One line that is ticked or not; a press turns it."""

    ticked: bool = False


class TickRows(RowList):
    """Holds no ticks itself: each row says how it is when it is shown."""

    def __init__(self, *, name: str) -> None:
        super().__init__((), name=name)

    def again(self) -> None:
        """Show the same rows with the ticks as they are now."""
        self._show()

    def _button(self, row: RowItem) -> QAbstractButton:
        box = TickBox(row.headline, row.detail)
        box.setChecked(isinstance(row, TickRow) and row.ticked)
        box.clicked.connect(lambda _on: row.on_press() if row.on_press else None)
        return box
