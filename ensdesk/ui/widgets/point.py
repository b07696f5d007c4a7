"""One point of a short list: an icon, a word in bold, and what it means."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ensdesk.ui.widgets.boxes import Icon
from ensdesk.ui.widgets.words import Words


class Point(QWidget):
    """Stands in a list of its like."""

    def __init__(self, icon: str, words: str, headline: str = "", colour: str = "primary") -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(Icon(icon, colour))
        column = QVBoxLayout()
        column.setSpacing(2)
        across.addLayout(column, 1)
        if headline:
            column.addWidget(Words(headline, "label"))
        column.addWidget(Words(words))


class Points(QWidget):
    """Several points, closer to one another than to the rest of the page."""

    def __init__(self, *points: Point) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for point in points:
            column.addWidget(point)
