"""Long texts in a table: a row is never split, so what is too long stands in full below it."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ensdesk.language import _
from ensdesk.paper.style import Style
from ensdesk.paper.tagged_flow import Words, paragraph

_TALLEST = 330.0  # points: a row of it fits on any page, lying down too
_SIGN = 0.58  # the width of a sign, in parts of its size; a wide guess


class Cells:
    """The cells of one table: `fit` each of them, then print `whole` after the table."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._long: list[Words] = []

    def fit(self, words: Words, across: float) -> Words:
        """Return *words*, or their beginning when a cell of *across* points cannot hold them."""
        text = words if isinstance(words, str) else "".join(words)
        size = self._style.points
        room = int(across / (size * _SIGN)) * int(_TALLEST / self._style.leading)
        lines = text.count("\n") * self._style.leading
        if len(text) <= room and lines <= _TALLEST / 2:
            return words
        self._long.append(words)
        beginning = " ".join(text.split())[: min(120, room // 3)]
        return _("{beginning}… (in full below)").format(beginning=beginning)

    def row(self, words: Sequence[Words], widths: Sequence[float]) -> list[Words]:
        return [self.fit(cell, across) for cell, across in zip(words, widths, strict=True)]

    def whole(self) -> list[Flowable]:
        """Return the long texts in full."""
        return [paragraph(words, self._style) for words in self._long]
