"""« Mon objectif »: the value agreed with the doctor for one type of measurement."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.goal import Goal
from ensdesk.kinds.measurement import MeasurementType
from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.pressure_reading import read_pressure
from ensdesk.record.quantity import Quantity
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act
from ensdesk.ui.pages.note_measure import MeasureField
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.field import Field


class SetGoal(Page):
    """One target a type: a new one takes the place of the one before."""

    name = "set-goal"

    def __init__(self, session: Session, wanted: MeasurementType, known: Goal | None) -> None:
        super().__init__(session, _(N_("What target did you agree with your doctor?")))
        self.type = wanted
        self.known = known
        self.add_text(_(N_("It stands on the chart as a line. The program judges nothing.")))
        label = _(N_("My target"))
        self.field: Field
        if wanted is MeasurementType.BLOOD_PRESSURE:
            self.field = Field(label, _(N_("For example: 13/8")), letters=9)
            self.field.expect_numbers()
        else:
            self.field = MeasureField(label, wanted.unit, "", tuple(wanted.scales))
        self.field.line.setProperty("role", "number")
        self.field.on_enter(self.press_primary)
        self.add(self.field, keeps=True)
        self.add_primary(_(N_("Save")), self._save, icon="check")
        if known is not None:
            taken = _(N_("The target is taken away."))
            self.add_secondary(
                _(N_("Take away my target")),
                lambda: act(self, lambda folder: folder.retire(known), taken, session.back),
                icon="x",
            )
        self.first = self.field.line

    def _save(self) -> None:
        try:
            value, second = self._read()
        except ValueError:
            self.field.error(_(N_("This cannot be read. Write it another way.")))
            return
        today = PartialDate.of(self.session.today())
        goal = Goal(type=self.type, value=value, diastolic=second, agreed_on=today)
        if self.known is not None:
            goal = replace(self.known, value=value, diastolic=second, agreed_on=today)
        problem = next(goal.problems(self.session.today()), None)
        if problem is not None:
            self.field.error(_(problem.words))
            return
        act(self, lambda folder: folder.save(goal), _(N_("It is saved.")), self.session.back)

    def _read(self) -> tuple[Quantity, Quantity | None]:
        if isinstance(self.field, MeasureField):
            value = self.field.quantity()
            if value is None:
                raise ValueError("nothing is written")
            return value, None
        pressure = read_pressure(self.field.text())
        return Quantity(pressure.high, self.type.unit), Quantity(pressure.low, self.type.unit)
