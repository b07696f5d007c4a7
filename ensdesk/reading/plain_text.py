"""Plain text set on pages, so that it is shown and printed like any paper."""

from __future__ import annotations

import codecs
import textwrap
import unicodedata
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFile, ImageFont

from ensdesk.reading.frames import PageImage, WordPlace
from ensdesk.reading.opened_paper import Open
from ensdesk.resources import assets

_COLUMNS, _LINES = 70, 44  # about 13 points
_WIDTH, _HEIGHT, _MARGIN = 8.27, 11.69, 0.8  # inches of an A4 sheet
_MOST_BYTES = 4_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_IMPORTED_LATE = (ImageColor, ImageFile)  # by Pillow, in the middle of its work
for _name in ("cp1252", "utf-16-le", "utf-16-be"):
    codecs.lookup(_name)  # loaded before the walls


def opener_of_text() -> Open:
    """Return what opens plain text; its letters are loaded now, before the walls."""
    letters = (assets() / "fonts" / "DejaVuSans.ttf").read_bytes()
    return lambda paper: TextPages(paper, letters)


class TextPages:
    """The lines of a text, so many a page."""

    def __init__(self, paper: bytes, letters: bytes) -> None:
        self._letters = letters
        lines = [line for typed in decoded(paper).split("\n") for line in _wrapped(typed)]
        self._pages = [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)]

    def count(self) -> int:
        return len(self._pages)

    def words(self, page: int) -> str:
        return "\n".join(self._pages[page])

    def places(self, page: int) -> tuple[WordPlace, ...]:
        del page
        return ()

    def image(self, page: int, dpi: int) -> PageImage:
        dpi = max(20, min(dpi, 300))
        sheet = Image.new("L", (round(_WIDTH * dpi), round(_HEIGHT * dpi)), "white")
        pen = ImageDraw.Draw(sheet)
        step = (_HEIGHT - 2 * _MARGIN) * dpi / _LINES
        font = ImageFont.truetype(
            BytesIO(self._letters), round(0.72 * step), layout_engine=ImageFont.Layout.BASIC
        )
        for number, line in enumerate(self._pages[page]):
            pen.text((_MARGIN * dpi, _MARGIN * dpi + number * step), line, fill="black", font=font)
        drawn = sheet.convert("RGB")
        return PageImage(drawn.width, drawn.height, 3 * drawn.width, drawn.tobytes())


def decoded(paper: bytes) -> str:
    """Return the text of *paper*: by its mark, else UTF-8, else as Windows wrote in France."""
    paper = paper[:_MOST_BYTES]
    for mark, name in _MARKS:
        if paper.startswith(mark):
            return _readable(paper[len(mark) :].decode(name, "replace"))
    try:
        return _readable(codecs.getincrementaldecoder("utf-8")().decode(paper))
    except UnicodeDecodeError:
        return _readable(paper.decode("cp1252", "replace"))


def _readable(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").expandtabs(4)
    return "".join(c for c in lines if c == "\n" or not unicodedata.category(c).startswith("C"))


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _COLUMNS, drop_whitespace=False) or [""]
