"""One line of a prescription: the medicine and the four moments; Enter goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox

from ensdesk.folder.prescription import Line, parted
from ensdesk.language import N_, _
from ensdesk.record.doses import rest_of_dose, rest_of_unit, spread
from ensdesk.ui.widgets.completing_line import CompletingLine
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.share_layout import ShareLayout

_MOMENTS = (N_("Morning"), N_("Noon"), N_("Evening"), N_("Bedtime"))
_TURNED = 37  # ems from which everything stands on one line


class PrescriptionLine(QGroupBox):
    """Five cells. Enter goes to the next one, the arrow down ends the line."""

    ended = Signal()
    finished = Signal()  # Enter on an empty line: there is no other one
    edited = Signal()
    named = Signal()  # Enter after the name
    looks_up = Signal()  # the arrow up: to the line before
    looks_down = Signal()  # the arrow down on the name: to what is proposed

    def __init__(self, rest_of_name: Callable[[str], str] = rest_of_unit) -> None:
        super().__init__()
        self.setAccessibleName(_(N_("Line of the prescription")))
        self.called = Field(_(N_("Medicine and its dose")), line=CompletingLine(rest_of_name))
        self.moments = [Field(_(words), line=CompletingLine(rest_of_dose)) for words in _MOMENTS]
        self._cells = [self.called, *self.moments]
        layout = ShareLayout(self, _TURNED)
        for cell, share in zip(self._cells, (28, 9, 9, 9, 9), strict=True):
            layout.add(cell, share)
        layout.turn_after(1)
        self.called.on_enter(self._after_name)
        for cell, following in zip(self._cells[1:], self._cells[2:], strict=False):
            cell.on_enter(_going_to(following))
        self.moments[0].line.editingFinished.connect(self._spread)
        self.moments[-1].on_enter(self.ended.emit)
        for cell in self._cells:
            cell.line.installEventFilter(self)
            cell.line.textEdited.connect(lambda _text: self.edited.emit())

    def line(self) -> Line:
        """Return what is typed."""
        morning, noon, evening, bedtime = (cell.text() for cell in self.moments)
        doses = (morning, noon, evening, bedtime)
        return Line(*parted(self.called.text()), doses)

    def set_line(self, line: Line) -> None:
        self.set_value([line.full_name, *line.doses])

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
            self._spread()
            (self.looks_down if watched is self.called.line else self.ended).emit()
            return True
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Up:
            self.looks_up.emit()
            return True
        return super().eventFilter(watched, event)

    def _spread(self) -> None:
        """Put `101` into its boxes, as far as these are empty."""
        doses = spread(self.moments[0].text())
        if doses is None or any(cell.text() for cell in self.moments[1:]):
            return
        for cell, dose in zip(self.moments, doses, strict=True):
            cell.set_text("" if dose == "0" else dose)

    def _after_name(self) -> None:
        if self.is_empty():
            self.finished.emit()
        else:
            self.named.emit()
            _going_to(self.moments[0])()


def _going_to(field: Field) -> Callable[[], None]:
    def go() -> None:
        field.line.setFocus(Qt.FocusReason.TabFocusReason)  # selects what stands there

    return go
