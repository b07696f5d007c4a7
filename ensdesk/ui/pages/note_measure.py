"""« Noter » any measurement that is one number: weight, sugar, temperature, pain, steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from ensdesk.kinds.measurement import (
    Measurement,
    MeasurementContext,
    MeasurementPeriod,
    MeasurementType,
)
from ensdesk.language import N_, _
from ensdesk.record.measure_reading import read_measure
from ensdesk.record.quantity import Quantity
from ensdesk.record.wording import quantity_in_words
from ensdesk.ui.pages.measuring import Measuring
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.quantity_field import QuantityField

if TYPE_CHECKING:
    from ensdesk.ui.widgets.buttons import WordsButton
    from ensdesk.ui.widgets.choice import ChoiceList

_T = MeasurementType
_QUESTIONS = {
    _T.WEIGHT: (N_("What is your weight?"), N_("For example: 72,5")),
    _T.GLUCOSE: (N_("What is your blood sugar?"), N_("For example: 1,10")),
    _T.HEART_RATE: (N_("What is your pulse?"), N_("For example: 70")),
    _T.TEMPERATURE: (N_("What is your temperature?"), N_("For example: 36,8")),
    _T.PAIN: (N_("How bad is the pain?"), N_("0 is no pain, 10 is the worst pain.")),
    _T.OXYGEN: (N_("How much oxygen is in your blood?"), N_("For example: 97")),
    _T.BREATHING: (N_("How many breaths in one minute?"), N_("For example: 16")),
    _T.STEPS: (N_("How many steps that day?"), N_("For example: 4200")),
    _T.HBA1C: (N_("What is your HbA1c?"), N_("For example: 7,1")),
    _T.INTERSTITIAL_GLUCOSE: (
        N_("What does your sensor say?"),
        N_("The average of your sugar, for example: 1,45"),
    ),
    _T.GMI: (N_("What is your GMI?"), N_("The HbA1c that your sensor estimates. Example: 7,1")),
    _T.WAIST: (N_("What is your waist measurement?"), N_("For example: 92")),
    _T.HEIGHT: (N_("How tall are you?"), N_("For example: 1,65 or 165")),
    _T.HEAD: (N_("What is the head measurement?"), N_("For example: 48,5")),
}
OFFERED = (_T.BLOOD_PRESSURE, *_QUESTIONS)  # the body mass index is never typed
_WITH_CONTEXT = (_T.GLUCOSE,)
_WITH_PERIOD = (_T.INTERSTITIAL_GLUCOSE, _T.GMI)


def note_page(wanted: MeasurementType) -> MakePage:
    """Return the page on which a measurement of this type is noted."""
    if wanted is _T.BLOOD_PRESSURE:
        from ensdesk.ui.pages.blood_pressure import NoteBloodPressure

        return NoteBloodPressure
    return lambda session: NoteMeasure(session, wanted)


class MeasureField(QuantityField):
    """A number in the usual unit, unless it says another one that is known."""

    def __init__(self, label: str, unit: str, example: str, known: Collection[str]) -> None:
        self.known = known
        super().__init__(label, unit, example)

    def quantity(self) -> Quantity | None:
        return read_measure(self.text(), self.unit, self.known) if self.text() else None


class NoteMeasure(Measuring):
    """One large number with its unit, and what a blood sugar needs besides."""

    def __init__(self, session: Session, wanted: MeasurementType) -> None:
        self.type = wanted
        self.name = f"measure-{wanted.name.lower()}"  # type: ignore[misc]  # a draft for each
        self.choice: ChoiceList | None = None
        self.more: WordsButton | None = None
        self.unit: WordsButton | None = None
        question, example = _QUESTIONS[wanted]
        super().__init__(session, _(question))
        words = _(wanted.words)
        field = MeasureField(
            words[:1].upper() + words[1:], wanted.unit, _(example), tuple(wanted.scales)
        )
        self.number = self.add(field, keeps=True)
        self.number.line.setProperty("role", "number")
        self.number.on_enter(self.press_primary)
        self.understood = self.add_text("", "good")
        self.number.line.textChanged.connect(self._say_back)
        self.add_when()
        self.context = self._choice(_WITH_CONTEXT, N_("At what moment?"), MeasurementContext)
        self.period = self._choice(_WITH_PERIOD, N_("Over how many days?"), MeasurementPeriod)
        self.add_primary(_(N_("Note it")), self._note, icon="check")
        if len(wanted.scales) > 1:
            self.unit = self.add_link(_(N_("My device counts in another unit")), self._turn_unit)
        self.first = self.number.line

    def _choice(
        self,
        types: Sequence[MeasurementType],
        question: str,
        answers: type[MeasurementContext | MeasurementPeriod],
    ) -> ChoiceList | None:
        if self.type not in types:
            return None
        self.asked = words = _(question)
        self.more = self.add_link(words, self._ask_more, icon="list")
        # Seven choices at most: nobody needs to say that it was at another moment.
        offered = [(one, _(one.words)) for one in answers if one.name != "OTHER"]
        self.choice = self.add_choice(words, offered)
        self.choice.hide()
        return self.choice

    def _ask_more(self) -> None:
        """Show the answers: with them from the start there would be too much on the page."""
        self.fold_when()
        for widget in (self.more, self.unit):
            if widget is not None:
                widget.hide()
        if self.choice is not None:
            self.choice.show()
            self.choice.boxes[0].setFocus()

    def _show_when(self) -> None:
        """Fold the answers back into their button, which says the one chosen."""
        super()._show_when()
        if self.choice is None or self.more is None or self.choice.isHidden():
            return
        chosen = self.choice.chosen()
        self.more.say(f"{self.asked} {_(chosen.words)}" if chosen else self.asked)
        self.choice.hide()
        self.more.show()

    def _show_last(self, last: Measurement | None) -> None:
        """Ask in the unit of the last time: it is remembered nowhere else."""
        super()._show_last(last)
        if last is not None and last.value.unit in self.type.scales and not self.number.text():
            self.number.set_unit(last.value.unit)

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values)
        if self.choice is not None and self.choice.chosen() is not None:
            self._ask_more()

    def _turn_unit(self) -> None:
        units = list(self.type.scales)
        self.number.set_unit(units[(units.index(self.number.unit) + 1) % len(units)])
        self._say_back()

    def _say_back(self) -> None:
        """Say how the number is understood, when that is not what stands beside it."""
        try:
            value = self.number.quantity()
        except ValueError:
            value = None
        other = value is not None and (value.unit != self.number.unit or value.unit == "cm")
        self.understood.setText(quantity_in_words(value) if value and other else "")

    def _note(self) -> None:
        if not self.number.ok():
            return
        value, taken = self.number.quantity(), self.taken()
        if value is None or taken is None:
            return
        context = self.context.chosen() if self.context else None
        period = self.period.chosen() if self.period else None
        record = Measurement(
            type=self.type, value=value, context=context, period=period, taken=taken
        )
        self.keep(record, self.number)
