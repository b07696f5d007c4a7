"""One line of a prescription: name, strength and the four moments; Enter goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox

from ensdesk.folder.prescription import Line
from ensdesk.language import N_, _
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.share_layout import ShareLayout

_MOMENTS = (N_("Morning"), N_("Noon"), N_("Evening"), N_("Bedtime"))
_TURNED = 36  # ems from which everything stands on one line


class PrescriptionLine(QGroupBox):
    """Six cells. Enter goes to the next one, the arrow down ends the line."""

    ended = Signal()
    finished = Signal()  # Enter on an empty line: there is no other one
    edited = Signal()
    looks_down = Signal()  # the arrow down on the name: to what is proposed

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_(N_("Line of the prescription")))
        self.called = Field(_(N_("Medicine")))
        self.strength = Field(_(N_("Dose")))
        self.moments = [Field(_(words)) for words in _MOMENTS]
        self._cells = [self.called, self.strength, *self.moments]
        layout = ShareLayout(self, _TURNED)
        for cell, share in zip(self._cells, (20, 9, 8, 8, 8, 8), strict=True):
            layout.add(cell, share)
        layout.turn_after(2)
        self.called.on_enter(self._after_name)
        for cell, following in zip(self._cells[1:], self._cells[2:], strict=False):
            cell.on_enter(_going_to(following))
        self.moments[-1].on_enter(self.ended.emit)
        for cell in self._cells:
            cell.line.installEventFilter(self)
            cell.line.textEdited.connect(lambda _text: self.edited.emit())

    def line(self) -> Line:
        """Return what is typed."""
        morning, noon, evening, bedtime = (cell.text() for cell in self.moments)
        doses = (morning, noon, evening, bedtime)
        return Line(self.called.text(), self.strength.text(), doses)

    def set_line(self, line: Line) -> None:
        self.set_value([line.name, line.strength, *line.doses])

    def is_empty(self) -> bool:
        return not any(cell.text() for cell in self._cells)

    def value(self) -> object:
        """Return what to keep of a half-filled page."""
        return None if self.is_empty() else [cell.line.text() for cell in self._cells]

    def set_value(self, value: object) -> None:
        if isinstance(value, list) and len(value) == len(self._cells):
            for cell, text in zip(self._cells, value, strict=True):
                cell.set_text(str(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            (self.looks_down if watched is self.called.line else self.ended).emit()
            return True
        return super().eventFilter(watched, event)

    def _after_name(self) -> None:
        if self.is_empty():
            self.finished.emit()
        else:
            _going_to(self.strength)()


def _going_to(field: Field) -> Callable[[], None]:
    def go() -> None:
        field.line.setFocus(Qt.FocusReason.TabFocusReason)  # selects what stands there

    return go
