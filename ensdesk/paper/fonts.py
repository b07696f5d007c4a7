"""The letters on paper: Atkinson Hyperlegible, and DejaVu for the signs that it lacks."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfbase.ttfonts import TTFont

from ensdesk.resources import assets

REGULAR = "AtkinsonHyperlegibleNext-Regular"
BOLD = "AtkinsonHyperlegibleNext-Bold"
_OTHER = "DejaVuSans"

_SAME_LOOK = str.maketrans({"\t": " ", "\u202f": "\u00a0", "\u2011": "-", "\r": "\n"})
_LINE_ENDS = re.compile(r"\r\n|[\v\f\x85\u2028\u2029]")
# What French is written with: nothing in it needs a second look.
_PLAIN = re.compile(r"[ -~\n\xa0-\xac\xae-\u024f\u2013\u2014\u2018-\u201f\u2026\u20ac]*")
_VARIATIONS = range(0xFE00, 0xFE10)
_BOX = 0x25A1


class _OurFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose signs beyond U+FFFF can be copied and read aloud, and that is written faster.

    reportlab writes code points into the ToUnicode map as they are; it must be UTF-16.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, str(assets() / "fonts" / f"{name}.ttf"))
        cut = lru_cache(maxsize=8)(self.face.makeSubset)
        # Sheets of one language use the same letters: cut them out of the font once.
        self.face.makeSubset = lambda signs: cut(tuple(signs))

    def addObjects(self, doc: Any) -> None:
        before = set(doc.idToObject)
        fonts = doc.idToObject["BasicFonts"].dict
        known = set(fonts)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            made = doc.idToObject[name]
            if name.startswith("toUnicodeCMap:"):
                made.content = re.sub(r"<([0-9A-F]{5,6})>", _utf16, made.content).encode()
            elif not name.startswith("fontFile:"):
                continue
            made.content, made.filters = _compressed(made.content), None
            made.dictionary["Filter"] = PDFName("FlateDecode")
        for name in set(fonts) - known:
            widths = fonts[name].Widths.sequence
            fonts[name].Widths = "[" + " ".join(f"{wide:g}" for wide in widths) + "]"


@lru_cache(maxsize=16)
def _compressed(font: bytes) -> bytes:
    return zlib.compress(font)


def clean(text: str) -> str:
    """Return *text* without the signs that nobody sees: controls and changes of direction."""
    if _PLAIN.fullmatch(text):
        return text
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).translate(_SAME_LOOK)
    return "".join(map(_shown, text))


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield *text* cut into (font, piece): *font* wherever it can, else the other one."""
    known = _signs(font)
    if known.issuperset(text):
        yield font, text
        return
    piece = ""
    used = font
    for sign in text:
        needed = font if sign in known or sign == "\n" else _other_for(sign)
        if needed != used and piece:
            yield used, piece
            piece = ""
        used = needed
        piece += sign
    yield used, piece


def width(text: str, font: str, points: float) -> float:
    """Return how wide *text* is on one line, in points."""
    wide = _widths(font)
    try:
        return sum([wide[sign] for sign in text]) * points / 1000
    except KeyError:
        pieces = runs(text, font)
        return float(sum(pdfmetrics.stringWidth(piece, used, points) for used, piece in pieces))


@lru_cache
def register() -> None:
    """Make both weights known to reportlab, once."""
    rl_config.useA85 = 0  # pages in text form are larger, and slower to write
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(_OurFont(name))


@lru_cache
def _signs(font: str) -> frozenset[str]:
    return frozenset(map(chr, pdfmetrics.getFont(font).face.charToGlyph))


@lru_cache
def _widths(font: str) -> dict[str, float]:
    return {chr(sign): wide for sign, wide in pdfmetrics.getFont(font).face.charWidths.items()}


@lru_cache
def _other() -> Any:
    """Return the second font: large, so it is read at the first sign that asks for it."""
    font = _OurFont(_OTHER)
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=4096)
def _other_for(sign: str) -> str:
    """Return the second font, in which a sign that no font draws is an empty box.

    The box still carries the sign: it can be copied and read aloud.
    """
    face = _other().face
    if ord(sign) not in face.charToGlyph:
        face.charToGlyph[ord(sign)] = face.charToGlyph[_BOX]
        face.charWidths[ord(sign)] = face.charWidths[_BOX]
    return _OTHER


def _shown(sign: str) -> str:
    """Return *sign*, a plain space for any other space, nothing for what nobody sees."""
    if sign in "\n\xa0" or (sign.isascii() and sign.isprintable()):
        return sign
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    return "" if kind in {"Cc", "Cf", "Cs"} or ord(sign) in _VARIATIONS else sign


def _utf16(code_point: re.Match[str]) -> str:
    return f"<{chr(int(code_point[1], 16)).encode('utf-16-be').hex().upper()}>"
