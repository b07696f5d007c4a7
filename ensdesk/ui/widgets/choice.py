"""Lists of answers: one of them, or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.field import Labelled
from ensdesk.ui.widgets.ticks import RoundChoice, TickBox

Option = tuple[Any, str] | tuple[Any, str, str]  # what it stands for, its words, a second line
AT_ONCE = 6  # answers shown together; a longer list shows five and « other answers »


class _Answers(Labelled):
    """What both lists share: a question, a group and its answers, a few at a time."""

    def __init__(self, question: str, options: Sequence[Option], example: str = "") -> None:
        super().__init__(question, example)
        self.group = QGroupBox()
        self.group.setAccessibleName(question)
        self._column = QVBoxLayout(self.group)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.body.addWidget(self.group)
        self.values = [option[0] for option in options]
        self.boxes: list[QAbstractButton] = []
        for option in options:
            box = self._box(option[1], option[2] if len(option) == 3 else "")
            self.boxes.append(box)
            self._column.addWidget(box)
        self._first = 0
        self._more: WordsButton | None = None
        if len(options) > AT_ONCE:
            self._more = WordsButton("", self._turn, role="link", icon="list", again=True)
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            self._show()
        if self.boxes:
            self.target = self.boxes[0]

    def _box(self, words: str, detail: str) -> QAbstractButton:
        raise NotImplementedError

    def error(self, words: str) -> None:
        self.group.setAccessibleDescription(words)
        super().error(words)

    def _turn(self) -> None:
        step = AT_ONCE - 1
        self._first = self._first + step if self._first + step < len(self.boxes) else 0
        self._show()

    def _show(self) -> None:
        step = AT_ONCE - 1
        for number, box in enumerate(self.boxes):
            box.setVisible(self._first <= number < self._first + step)
        if self._more:
            pages = -(-len(self.boxes) // step)
            page = self._first // step + 1
            words = _("Other answers (page {page} of {pages})").format(page=page, pages=pages)
            self._more.say(words)

    def _show_ticked(self) -> None:
        ticked = [number for number, box in enumerate(self.boxes) if box.isChecked()]
        if self._more and ticked:
            self._first = ticked[0] // (AT_ONCE - 1) * (AT_ONCE - 1)
            self._show()


class ChoiceList(_Answers):
    """One answer among several; nothing is chosen until somebody chooses."""

    def __init__(self, question: str, options: Sequence[Option], example: str = "") -> None:
        self._group = QButtonGroup()
        super().__init__(question, options, example)
        self._group.setParent(self)
        self._group.buttonToggled.connect(self._answered)

    def _answered(self, _box: QAbstractButton, on: bool) -> None:
        if on:
            self.clear_error()

    def chosen(self) -> Any:
        """Return what the chosen answer stands for; None when nothing is chosen."""
        return next(
            (value for value, box in zip(self.values, self.boxes, strict=True) if box.isChecked()),
            None,
        )

    def choose(self, value: Any) -> None:
        """Choose the answer that stands for *value*; None chooses nothing."""
        self._group.setExclusive(False)
        for own, box in zip(self.values, self.boxes, strict=True):
            box.setChecked(own == value and value is not None)
        self._group.setExclusive(True)
        self._show_ticked()

    def on_choice(self, call: Callable[[Any], object]) -> None:
        """Call with the value each time an answer is chosen."""
        self._group.buttonToggled.connect(lambda _box, on: call(self.chosen()) if on else None)

    def need(self, words: str = "") -> bool:
        """Say whether something is chosen, and show an error if nothing is."""
        if self.chosen() is None:
            self.error(words or _(N_("Choose one answer.")))
            return False
        return True

    def value(self) -> object:
        return next((n for n, box in enumerate(self.boxes) if box.isChecked()), None)

    def set_value(self, value: object) -> None:
        if isinstance(value, int) and 0 <= value < len(self.boxes):
            self.boxes[value].setChecked(True)
            self._show_ticked()

    def _box(self, words: str, detail: str) -> QAbstractButton:
        box = RoundChoice(words, detail)
        self._group.addButton(box)
        return box


class TickList(_Answers):
    """Any number of answers."""

    def ticked(self) -> tuple[Any, ...]:
        """Return what the ticked answers stand for."""
        pairs = zip(self.values, self.boxes, strict=True)
        return tuple(value for value, box in pairs if box.isChecked())

    def tick(self, values: Iterable[Any]) -> None:
        """Tick exactly the answers that stand for *values*."""
        wanted = list(values)
        for own, box in zip(self.values, self.boxes, strict=True):
            box.setChecked(own in wanted)

    def on_change(self, call: Callable[[], object]) -> None:
        for box in self.boxes:
            box.toggled.connect(lambda _on: call())

    def value(self) -> object:
        return [n for n, box in enumerate(self.boxes) if box.isChecked()]

    def set_value(self, value: object) -> None:
        if isinstance(value, list):
            for number, box in enumerate(self.boxes):
                box.setChecked(number in value)

    def _box(self, words: str, detail: str) -> QAbstractButton:
        box: QWidget = TickBox(words, detail)
        assert isinstance(box, TickBox)  # noqa: S101 - tells mypy
        box.toggled.connect(lambda _on: self.clear_error())
        return box
