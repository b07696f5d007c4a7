"""A table to be read: words under their heads, thin rules between the lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QGroupBox

from ensdesk.language import _
from ensdesk.ui.widgets.words import Words


class Table(QGroupBox):
    """Each cell is spoken with the head of its column."""

    def __init__(self, name: str, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        for column, head in enumerate(heads):
            grid.addWidget(Words(head, "example"), 0, column, top)
            grid.setColumnStretch(column, 3 if column == 0 else 2)
        for number, line in enumerate(lines):
            rule = QFrame()
            rule.setProperty("role", "line")
            rule.setMinimumHeight(2)
            grid.addWidget(rule, 2 * number + 1, 0, 1, len(heads))
            for column, (head, words) in enumerate(zip(heads, line, strict=True)):
                cell = Words(words, "label" if column else "text")
                cell.setAccessibleName(f"{head}{_(': ')}{words}" if words else "")
                grid.addWidget(cell, 2 * number + 2, column, top)
