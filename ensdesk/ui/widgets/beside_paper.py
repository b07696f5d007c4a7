"""A page with a paper at its right; under it where both would be cramped."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.items_layout import height_of
from ensdesk.ui.widgets.pair_layout import PairLayout

_GAP = 28
_ROOM = 42  # ems that a page and a paper need side by side


class BesidePaper(QWidget):
    """What is asked at the left, in *share* of the width; what is read at the right."""

    def __init__(self, asked: QWidget, paper: QWidget, share: float) -> None:
        super().__init__()
        self._share = share
        layout = PairLayout(self, self._places)
        layout.addWidget(asked)
        layout.addWidget(paper)

    def _places(self, asked: QLayoutItem, paper: QLayoutItem, width: int) -> tuple[QRect, QRect]:
        if width < _ROOM * look_of(self).em:
            high = asked.heightForWidth(width)
            return (
                QRect(0, 0, width, high),
                QRect(0, high + _GAP, width, height_of(paper, width)),
            )
        left = round((width - _GAP) * self._share)
        right = width - _GAP - left
        return (
            QRect(0, 0, left, asked.heightForWidth(left)),
            QRect(left + _GAP, 0, right, height_of(paper, right)),
        )
