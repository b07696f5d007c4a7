"""Questions with their answers, as on a form that was filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QLayoutItem, QVBoxLayout, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.pair_layout import PairLayout
from ensdesk.ui.widgets.words import Words, WordsRole

_GAP = 16
_WIDE = 30  # ems from which an answer stands beside its question
_SHARE = 0.36  # of the width, for the questions


class Told(QWidget):
    """Pairs of a question and its answer, a thin rule between them; *is_found* marks answers."""

    def __init__(
        self,
        pairs: Iterable[tuple[str, str]],
        role: WordsRole = "label",
        asked: WordsRole = "example",
        is_found: Callable[[str], bool] = lambda _answer: False,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.pairs = tuple(pairs)
        for number, (question, answer) in enumerate(self.pairs):
            if number:
                column.addWidget(_rule())
            answered = Words(answer, role)
            answered.setProperty("found", is_found(answer))
            column.addWidget(_Pair(Words(question, asked), answered))


class _Pair(QWidget):
    def __init__(self, question: Words, answer: Words) -> None:
        super().__init__()
        layout = PairLayout(self, self._places)
        layout.addWidget(question)
        layout.addWidget(answer)

    def _places(
        self, question: QLayoutItem, answer: QLayoutItem, width: int
    ) -> tuple[QRect, QRect]:
        if width < _WIDE * look_of(self).em:
            high = question.heightForWidth(width)
            return (
                QRect(0, 0, width, high),
                QRect(0, high + 2, width, answer.heightForWidth(width)),
            )
        left = round((width - _GAP) * _SHARE)
        right = width - _GAP - left
        return (
            QRect(0, 0, left, question.heightForWidth(left)),
            QRect(left + _GAP, 0, right, answer.heightForWidth(right)),
        )


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "line")
    rule.setMinimumHeight(2)
    return rule
