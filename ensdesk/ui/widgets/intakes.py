"""The four moments of a day, each with its dose: what a prescription says as 1-0-1-0."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from ensdesk.kinds.medication import Intake, Moment
from ensdesk.language import N_, _
from ensdesk.ui.widgets.boxes import Icon, announce
from ensdesk.ui.widgets.dose_line import DoseLine
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.words import Words

_MOMENTS = {
    Moment.MORNING: (N_("In the morning"), "sunrise"),
    Moment.NOON: (N_("At noon"), "sun"),
    Moment.EVENING: (N_("In the evening"), "sunset"),
    Moment.BEDTIME: (N_("At bedtime"), "moon"),
}


class IntakesField(QGroupBox):
    """Doses by moment. Keeps whatever a moment holds, also two doses written at the same one."""

    def __init__(self, intakes: Iterable[Intake] = (), columns: int = 2) -> None:
        super().__init__()
        self.setAccessibleName(_(N_("Moments of the day")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.wrong = Words("", "error")
        self.wrong.hide()
        column.addWidget(self.wrong)
        place = QWidget()
        grid = TileGrid(columns)
        place.setLayout(grid)
        column.addWidget(place)
        self.lines: dict[Moment, DoseLine] = {}
        for moment, (words, icon) in _MOMENTS.items():
            line = self.lines[moment] = DoseLine(_(words))
            line.changed.connect(self.clear_error)
            grid.addWidget(_named(line, _(words), icon))
        self.set_intakes(intakes)

    def intakes(self) -> tuple[Intake, ...]:
        """Return what is taken, in the order of the day."""
        doses = ((moment, line.dose()) for moment, line in self.lines.items())
        return tuple(
            self._before.get((moment, dose), Intake(moment=moment, dose=dose))
            for moment, dose in doses
            if dose
        )

    def set_intakes(self, intakes: Iterable[Intake]) -> None:
        """Show *intakes*; those that stay as they are keep what a newer program wrote in them."""
        given = tuple(intakes)
        self._before = {(intake.moment, intake.dose): intake for intake in given}
        for moment, line in self.lines.items():
            line.set_dose(", ".join(i.dose for i in given if i.moment is moment))

    def on_enter(self, press: Callable[[], object]) -> None:
        for line in self.lines.values():
            line.lineEdit().returnPressed.connect(press)

    def error(self, words: str) -> None:
        """Say what is wrong, above the moments."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        first = self.lines[Moment.MORNING]
        first.setAccessibleDescription(words)
        if words:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(first, words)

    def clear_error(self) -> None:
        if self.wrong.text():
            self.error("")

    def value(self) -> object:
        """Return what to keep of a half-filled page."""
        doses = [line.lineEdit().text() for line in self.lines.values()]
        return doses if any(doses) else None

    def set_value(self, value: object) -> None:
        if isinstance(value, list) and len(value) == len(self.lines):
            for line, dose in zip(self.lines.values(), value, strict=True):
                line.set_dose(str(dose))


def _named(line: DoseLine, words: str, icon: str) -> QWidget:
    """Return *line* under its name and its picture."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    across = QHBoxLayout()
    across.setSpacing(8)
    label = Words(words, "label")
    label.setBuddy(line)
    line.setAccessibleName(words)
    across.addWidget(Icon(icon))
    across.addWidget(label, 1)
    column.addLayout(across)
    column.addWidget(line)
    return place
