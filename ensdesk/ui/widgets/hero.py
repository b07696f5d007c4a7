"""The main thing of the first page: a large button, and a drawing beside it where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ensdesk.ui.theme import Look, look_of
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.sheet_picture import SheetPicture
from ensdesk.ui.widgets.words import Words

_ROOM = 34  # in ems: below this width the drawing goes


class MainButton(WordsButton):
    """The main action, as wide as its column: its words begin at the left, after the icon."""

    def __init__(self, words: str, press: Press, icon: str, detail: str) -> None:
        super().__init__(words, press, role="primary", icon=icon, detail=detail)
        self.block.icon_ems = 2.4
        self.fill_width()

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + look_of(self).space(1.2)

    def _centred(self, look: Look, place: QRect) -> QRect:
        del look
        return place


class Hero(QWidget):
    """Words, the main button under them, and the drawing at their right."""

    def __init__(self, lead: str, button: MainButton, *, pictured: bool) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(32)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(Words(lead, "lead"))
        column.addWidget(button, 1)
        across.addLayout(column, 1)
        self.picture = SheetPicture() if pictured else None
        if self.picture is not None:
            across.addWidget(self.picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.picture is not None:
            self.picture.setHidden(self.width() < _ROOM * look_of(self).em)
