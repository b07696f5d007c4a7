"""« Noter ma tension »: two large numbers, as the device shows them or as doctors say them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ensdesk.folder.series import series_left_now
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import N_, _
from ensdesk.record.measure_reading import read_measure
from ensdesk.record.pressure_reading import Pressure, holds_both, read_pressure
from ensdesk.record.quantity import Quantity
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.measuring import Measuring
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.words import Words


class NoteBloodPressure(Measuring):
    """13 and 8, 13/8, 13,5 or 135/85: all are understood, and said back."""

    name = "blood-pressure"
    type = MeasurementType.BLOOD_PRESSURE

    def __init__(self, session: Session, question: str = "") -> None:
        super().__init__(session, question or _(N_("What is your blood pressure?")))
        self.wrong = self.add(Words("", "error"))
        self.wrong.hide()
        place = QWidget()
        grid = TileGrid(3)
        place.setLayout(grid)
        self.high = self._number(_(N_("First number")), _(N_("The larger one: 13 or 130")))
        self.low = self._number(_(N_("Second number")), _(N_("The smaller one: 8 or 80")))
        self.pulse = Field(_(N_("Pulse")), _(N_("For example: 70")), optional=True, letters=7)
        self.pulse.line.setProperty("role", "number")
        self.pulse.expect_numbers()
        self.pulse.on_enter(self.press_primary)
        self._inputs.append(self.pulse)
        for field in (self.high, self.low, self.pulse):
            grid.addWidget(field)
        self.add(place)
        self.understood = self.add_text("", "good")
        self.high.line.returnPressed.connect(self._after_first)
        self.low.on_enter(self.press_primary)
        self.add_when()
        self.add_primary(_(N_("Note it")), self._note, icon="check")
        self.first = self.high.line

    def entered(self) -> None:
        """Lead to the series when one of its measurements is due: here it would not count."""
        super().entered()
        folder = folder_of(self.session)
        self.ask(lambda: series_left_now(folder), lambda due: self._offer_series() if due else None)

    def _offer_series(self) -> None:
        from ensdesk.ui.pages.series.so_far import SeriesPage

        words = _(N_("Measure for my series"))
        self.add_link(words, lambda: self.session.instead(SeriesPage), icon="calendar-clock")

    def _number(self, label: str, example: str) -> Field:
        field = Field(label, example, letters=7)
        field.wrong = self.wrong  # said once, above both numbers
        field.line.setProperty("role", "number")
        field.expect_numbers()
        field.line.textChanged.connect(self._say_back)
        field.refused.connect(self._forget_press)
        self._inputs.append(field)
        return field

    def _pressure(self) -> Pressure | None:
        try:
            return read_pressure(self.high.text(), self.low.text())
        except ValueError:
            return None

    def _pulse(self) -> Quantity | None:
        beats, typed = MeasurementType.HEART_RATE, self.pulse.text()
        return read_measure(typed, beats.unit, tuple(beats.scales)) if typed else None

    def _say_back(self) -> None:
        pressure = self._pressure()
        sound = pressure is not None and pressure.low < pressure.high
        self.understood.setText(pressure.in_full() if pressure and sound else "")

    def _after_first(self) -> None:
        """Enter goes to the second number, unless the first line holds both."""
        if self.low.text() or holds_both(self.high.text()):
            self.press_primary()
        else:
            self.low.line.setFocus()

    def _note(self) -> None:
        pressure = self._pressure()
        if pressure is None:
            field = self.low if self.high.text() and not self.low.text() else self.high
            field.error(_(N_("Write both numbers, for example 13 and 8.")))
            return
        taken = self.taken()
        if taken is None:
            return
        try:
            pulse = self._pulse()
        except ValueError:
            self.pulse.error(_(N_("Write the pulse like this: 70")))
            return
        unit = self.type.unit
        self.keep(
            Measurement(
                type=self.type,
                value=Quantity(pressure.high, unit),
                diastolic=Quantity(pressure.low, unit),
                pulse=pulse,
                taken=taken,
            ),
            self.high,
        )
