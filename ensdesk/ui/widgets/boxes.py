"""Boxes that stand out on a page: a note, a trouble, a thing that is due."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ensdesk.trouble import Trouble
from ensdesk.ui.icons import paint_icon
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.words import Words, WordsRole

# All lines weigh the same here.
_PLAIN: dict[str, WordsRole] = {"note": "text", "foot": "example", "calm": "good"}
_ICON_EMS = {"foot": 1.2, "empty": 2.6}
_FOOT_GAP = 12


def announce(widget: QWidget, words: str) -> None:
    """Tell *words* to screen readers that listen to announcements."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Icon(QWidget):
    """A picture beside words that say the same."""

    def __init__(self, name: str, colour: str = "primary", ems: float = 1.4) -> None:
        super().__init__()
        self.name, self._colour, self._ems = name, colour, ems
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.refresh()

    def refresh(self) -> None:
        """Take the size of the text."""
        side = round(look_of(self).em * self._ems)
        self.setMinimumSize(side, side)
        self.setMaximumWidth(side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = look_of(self)
        side = min(self.width(), self.height())
        painter = QPainter(self)
        place = self.rect().toRectF()
        place.setHeight(side)
        place.setWidth(side)
        paint_icon(painter, self.name, place, getattr(look.colours, self._colour))


class Box(QFrame):
    """An icon, a bold line and lines under it, on a ground of its own."""

    def __init__(
        self, role: str, icon: str, colour: str, headline: str, *lines: str, margin: int = 16
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setProperty("announced", headline)
        across = QHBoxLayout(self)
        across.setContentsMargins(margin, margin, margin, margin)
        across.setSpacing(margin or _FOOT_GAP)
        if icon:
            mark = Icon(icon, colour, _ICON_EMS.get(role, 1.4))
            side = Qt.AlignmentFlag.AlignVCenter if role == "empty" else Qt.AlignmentFlag.AlignTop
            across.addWidget(mark, 0, side)
        self.column = QVBoxLayout()
        self.column.setSpacing(margin // 2 or 4)
        across.addLayout(self.column, 1)
        self.labels: list[Words] = []
        for number, line in enumerate((headline, *lines)):
            if line:
                bold = number == 0 and role not in _PLAIN
                label = Words(line, "label" if bold else _PLAIN.get(role, "text"))
                self.labels.append(label)
                self.column.addWidget(label)
        if role == "foot":
            self.column.addStretch(1)  # the box beside it may have more to say


def note_box(*lines: str) -> Box:
    """Return a box with something good to know."""
    return Box("note", "info", "primary", *lines)


def trouble_box(trouble: Trouble) -> Box:
    """Return a box that says what happened and what to do."""
    return Box("trouble", "triangle-alert", "danger", trouble.what(), trouble.next_step())
