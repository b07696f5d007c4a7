"""A long table, a few lines at a time: only the lines in view are put in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.table import Table
from ensdesk.ui.widgets.words import Words

_AT_ONCE = 6


class PagedTable(QWidget):
    """`line` is called with the number of a line, from 0 to `total` - 1."""

    def __init__(
        self, name: str, heads: Sequence[str], total: int, line: Callable[[int], Sequence[str]]
    ) -> None:
        super().__init__()
        self._name, self._heads, self._total, self._line = name, heads, total, line
        self._first = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._table: Table | None = None
        self.where = Words("", "example")
        self._column.addWidget(self.where)
        turners = QWidget()
        row = FlowLayout(turners)
        self.before = WordsButton(
            _(N_("The ones before")), lambda: self._go(-_AT_ONCE), icon="chevron-left", again=True
        )
        self.after = WordsButton(
            _(N_("The ones after")), lambda: self._go(_AT_ONCE), icon="chevron-right", again=True
        )
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._column.addWidget(turners)
        self._column.addStretch(1)
        for part in (self.where, turners):
            part.setVisible(total > _AT_ONCE)
        self._fill()

    def _go(self, step: int) -> None:
        self._first += step
        self._fill()
        if not self.focusWidget() or not self.focusWidget().isEnabled():
            (self.before if self.before.isEnabled() else self.after).setFocus()

    def _fill(self) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        last = min(self._first + _AT_ONCE, self._total)
        lines = [self._line(number) for number in range(self._first, last)]
        self._table = Table(self._name, self._heads, lines)
        self._column.insertWidget(0, self._table)
        words = _("{first} to {last}, of {total}")
        self.where.setText(words.format(first=self._first + 1, last=last, total=self._total))
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(last < self._total)
