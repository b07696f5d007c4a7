"""A simple list of big buttons, a few at a time, so that the longest list stays quick and calm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class RowItem:
    """One line of a list: what is read first, what is read second, and what a press does."""

    headline: str
    detail: str = ""
    on_press: Callable[[], object] | None = None
    icon: str = ""


ShowRows = Callable[[Sequence[RowItem]], object]
ReadRows = Callable[[int, int, ShowRows], object]  # the first row wanted, how many, who shows them


class RowList(QGroupBox):
    """At most `shown` rows at once, with buttons for those before and after."""

    def __init__(self, rows: Sequence[RowItem], *, name: str, shown: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._place = QWidget()
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        column.addWidget(self._place)
        self.where = Words("", "example")
        self._turners = QWidget()
        turners = FlowLayout(self._turners)
        self.before = WordsButton(
            _(N_("The ones before")), self._back, icon="chevron-left", again=True
        )
        self.after = WordsButton(
            _(N_("The ones after")), self._forth, icon="chevron-right", again=True
        )
        turners.addWidget(self.before)
        turners.addWidget(self.after)
        column.addWidget(self.where)
        column.addWidget(self._turners)
        self._shown = shown
        self._first = self._total = 0
        self._buttons: list[QAbstractButton] = []
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[RowItem]) -> None:
        """Show other rows, from the first one if the place shown no longer exists."""
        kept = tuple(rows)
        self.set_pages(len(kept), lambda first, count, show: show(kept[first : first + count]))

    def set_pages(self, total: int, read: ReadRows) -> None:
        """Show a list of *total* rows that *read* reads a few at a time, as they are shown."""
        self._total, self._read = total, read
        if self._first >= total:
            self._first = 0
        self._show()

    def buttons(self) -> list[QAbstractButton]:
        """Return the rows shown now."""
        return self._buttons[:]

    def _step(self) -> int:
        # Two more rows take the place of the two buttons when these are not needed.
        return self._shown + 2 if self._total <= self._shown + 2 else self._shown

    def _back(self) -> None:
        self._first = max(0, self._first - self._step())
        self._show()
        (self.before if self.before.isEnabled() else self.after).setFocus()

    def _forth(self) -> None:
        self._first += self._step()
        self._show()
        (self.after if self.after.isEnabled() else self.before).setFocus()

    def _show(self) -> None:
        first, step, total = self._first, self._step(), self._total
        many = total > step
        self._turners.setVisible(many)
        self.where.setVisible(many)
        self.before.setEnabled(first > 0)
        self.after.setEnabled(first + step < total)
        words = _("{first} to {last}, of {total}")
        last = min(first + step, total)
        self.where.setText(words.format(first=first + 1, last=last, total=total))

        def fill(rows: Sequence[RowItem]) -> None:
            if first == self._first:  # else a later press has asked for others
                self._fill(rows)

        self._read(first, step, fill)

    def _button(self, row: RowItem) -> QAbstractButton:
        return WordsButton(row.headline, row.on_press, role="row", icon=row.icon, detail=row.detail)

    def _fill(self, rows: Sequence[RowItem]) -> None:
        focused = [old.hasFocus() for old in self._buttons]
        for old in self._buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons.clear()
        names: dict[str, int] = {}
        for row in rows:
            button = self._button(row)
            names[row.headline] = names.get(row.headline, 0) + 1
            if names[row.headline] > 1:  # two rows that read alike must not sound alike
                button.setAccessibleName(f"{row.headline} ({names[row.headline]})")
            self._column.addWidget(button)
            self._buttons.append(button)
        if True in focused and self._buttons:  # the keyboard stays where it was in the list
            at = min(focused.index(True), len(self._buttons) - 1)
            self._buttons[at].show()
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)
