"""Where each word of a page of a PDF stands. Imported only in the reading process."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import c_int

import pypdfium2
import pypdfium2.raw as pdfium

from ensdesk.reading import frames
from ensdesk.reading.frames import WordPlace

_CUT = "\ufffe\x02"  # at the end of a line, in a word that goes on in the next one
Box = tuple[int, int, int, int]  # left, top, right, bottom, each from 0 to frames.WHOLE


def places(page: pypdfium2.PdfPage) -> tuple[WordPlace, ...]:
    """Return the words of *page* as it is drawn; a word on two lines has two places."""
    layer = page.get_textpage()
    found: list[WordPlace] = []
    for word, numbers in _words(_letters(layer)):
        boxes = _lines(_box(page, layer, number) for number in numbers)
        found += (WordPlace(word[: frames.MOST_LETTERS_A_WORD], *box) for box in boxes)
        if len(found) >= frames.MOST_PLACES:
            break
    return tuple(found[: frames.MOST_PLACES])


def _letters(layer: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    for number in range(min(layer.count_chars(), frames.MOST_LETTERS)):
        yield number, chr(pdfium.FPDFText_GetUnicode(layer, number))


def _words(letters: Iterable[tuple[int, str]]) -> Iterator[tuple[str, list[int]]]:
    """Yield each word with the numbers of its letters, joined over the end of a line."""
    word, numbers, cut = "", list[int](), False
    for number, letter in letters:
        if letter.isalnum() or (word and unicodedata.category(letter) == "Mn"):
            word, cut = word + letter, False
            numbers.append(number)
        elif letter in _CUT or (cut and letter in "\r\n"):
            cut = True
        elif word:
            yield word, numbers
            word, numbers, cut = "", [], False
    if word:
        yield word, numbers


def _box(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, number: int) -> Box:
    left, bottom, right, top = layer.get_charbox(number, loose=True)
    corners = (_drawn(page, left, bottom), _drawn(page, right, top))
    across, down = zip(*corners, strict=True)  # a page that is turned exchanges its corners
    return min(across), min(down), max(across), max(down)


def _drawn(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    """Return where a point of the page is drawn, with its turn and its cut edges."""
    across, down = c_int(), c_int()
    whole = frames.WHOLE
    pdfium.FPDF_PageToDevice(page, 0, 0, whole, whole, 0, x, y, across, down)
    return min(max(across.value, 0), whole), min(max(down.value, 0), whole)


def _lines(boxes: Iterable[Box]) -> list[Box]:
    """Join the boxes of letters that stand on one line, upright or turned."""
    joined: list[Box] = []
    for box in boxes:
        if joined and _beside(joined[-1], box):
            last = joined.pop()
            joined.append((
                min(last[0], box[0]), min(last[1], box[1]),
                max(last[2], box[2]), max(last[3], box[3]),
            ))  # fmt: skip
        else:
            joined.append(box)
    return joined


def _beside(one: Box, other: Box) -> bool:
    """Say whether one line holds both: a letter begins near the end of what stands before it."""
    near = 2 * max(other[2] - other[0], other[3] - other[1])
    across = max(one[0], other[0]) - min(one[2], other[2])  # the gap; less than 0: they overlap
    down = max(one[1], other[1]) - min(one[3], other[3])
    return min(across, down) < 0 and max(across, down) < near
