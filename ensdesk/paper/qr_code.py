"""A QR code (ISO/IEC 18004) that holds plain words: read by a phone without any network."""

from __future__ import annotations

from collections.abc import Sequence

import segno

from ensdesk.language import _
from ensdesk.paper.block import Block
from ensdesk.paper.tagged import TaggedCanvas

_MOST = 600  # bytes: finer squares are not read from a poor print
_QUIET = 2  # modules left white around; the card is white further out


def fitting(lines: Sequence[str]) -> str:
    """Return as many whole *lines* as a printed code holds; the last says if some are missing."""
    more = _("More on the emergency sheet")
    text = "\n".join(lines)
    if len(text.encode()) <= _MOST:
        return text
    shown: list[str] = []
    for line in lines:
        if len("\n".join([*shown, line, more]).encode()) > _MOST:
            break
        shown.append(line)
    return "\n".join([*shown, more])


class QrCode(Block):
    """Black squares, as wide as it may be; rows of neighbouring squares are one rectangle."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows = [list(row) for row in segno.make_qr(text, error="m", encoding="utf-8").matrix]

    def lay(self, across: float) -> float:
        return across

    def paint(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        module = self.width / (len(self.rows) + 2 * _QUIET)
        top = bottom + self.height - _QUIET * module
        for down, row in enumerate(self.rows, 1):
            start = None
            for at, dark in enumerate([*row, 0]):
                if dark and start is None:
                    start = at
                elif not dark and start is not None:
                    x = left + (_QUIET + start) * module
                    canvas.rect(x, top - down * module, (at - start) * module, module, 0, 1)
                    start = None
