"""Pages of a PDF, by pypdfium2. Imported only in the reading process."""

from __future__ import annotations

import codecs
import math
import unicodedata
from contextlib import suppress

import pypdfium2
import pypdfium2.raw as pdfium

from ensdesk.reading import frames
from ensdesk.reading.frames import PageImage, WordPlace
from ensdesk.reading.opened_paper import Refusal
from ensdesk.reading.pdf_places import places

_LONGEST_SIDE = 16_000
codecs.lookup("utf-16-le")  # loaded before the walls: pypdfium2 reads words through it


class PdfPages:
    """A PDF that was opened."""

    def __init__(self, paper: bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(paper)
        except pypdfium2.PdfiumError as error:
            closed = error.err_code == pdfium.FPDF_ERR_PASSWORD
            raise Refusal(frames.CLOSED if closed else frames.DAMAGED) from None
        with suppress(pypdfium2.PdfiumError):
            self._pdf.init_forms()  # so that what was typed into a form is shown

    def count(self) -> int:
        return len(self._pdf)

    def words(self, page: int) -> str:
        """Return the text layer of *page*; nothing when there is none or it cannot be read."""
        try:
            layer = self._pdf[page].get_textpage()
            letters = min(layer.count_chars(), frames.MOST_LETTERS)
            return clean(layer.get_text_range(0, letters)) if letters > 0 else ""
        except pypdfium2.PdfiumError:
            return ""

    def places(self, page: int) -> tuple[WordPlace, ...]:
        try:
            return places(self._pdf[page])
        except pypdfium2.PdfiumError:
            return ()

    def image(self, page: int, dpi: int) -> PageImage:
        sheet = self._pdf[page]
        scale = _scale(sheet.get_width(), sheet.get_height(), dpi)
        bitmap = sheet.render(scale=scale, rev_byteorder=True)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def clean(words: str) -> str:
    """Join words cut at the end of a line, and drop what is not for reading."""
    joined = words.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
    return "".join(c for c in joined if c in "\n\t" or unicodedata.category(c) not in _NOT_READ)


_NOT_READ = {"Cc", "Cf", "Cs", "Cn", "Co"}


def _scale(width: float, height: float, dpi: int) -> float:
    """Return pixels per point: as asked, or less when the page would not fit."""
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise Refusal(frames.DAMAGED)
    most = math.sqrt(0.98 * frames.MOST_PIXELS / (width * height))
    return min(dpi / 72, most, _LONGEST_SIDE / max(width, height))
