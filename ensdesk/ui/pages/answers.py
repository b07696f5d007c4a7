"""Answers that go on at once: a press answers the question and opens the next page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.buttons import Role, WordsButton
from ensdesk.ui.widgets.flow import TileGrid

V = TypeVar("V")
Answer = tuple[V, str, str, str]  # what it stands for, its words, a second line, an icon


def add_answers(
    page: Page,
    answers: Sequence[Answer[V]],
    on_answer: Callable[[V], object],
    given: V | None = None,
    *,
    side_by_side: bool = False,
) -> list[WordsButton]:
    """Add one large button for each answer; the one *given* before says so.

    They stand below each other; short ones of the same weight, `side_by_side`, are tiles.
    """
    place = QWidget()
    layout = TileGrid(len(answers)) if side_by_side else QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    place.setLayout(layout)
    role: Role = "tile" if side_by_side else "row"
    buttons = []
    for value, words, detail, icon in answers:
        said = _(N_("This was your answer")) if given is not None and value == given else detail
        button = WordsButton(words, _answering(on_answer, value), role=role, icon=icon, detail=said)
        layout.addWidget(button)
        buttons.append(button)
    page.place_notices()
    page.add(place)
    page.first = next(
        (b for b, a in zip(buttons, answers, strict=True) if given is not None and a[0] == given),
        buttons[0],
    )
    return buttons


def _answering(on_answer: Callable[[V], object], value: V) -> Callable[[], object]:
    return lambda: on_answer(value)
