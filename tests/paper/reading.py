"""A finished sheet read back, as a person with a screen reader or a search would."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2

from ensdesk.paper.fonts import clean
from tests.paper.pdfua import elements


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    return [_flat(page.get_textpage().get_text_range()) for page in document]


def text(pdf: bytes) -> str:
    """Return the words of all pages."""
    return " ".join(pages(pdf))


def squeezed(words: str) -> str:
    """Return *words* as printed, without any space: a long name goes on over several lines."""
    return re.sub(r"\s", "", clean(words))


def has(pdf: bytes, words: str) -> bool:
    """Say whether *words* stand on the sheet, wherever its lines break."""
    return squeezed(words) in squeezed("".join(pages(pdf)))


def roles(pdf: bytes) -> list[str]:
    """Return the role of each structure element, in the order in which they are read."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [role for role, _, _ in elements(document.Root.StructTreeRoot.K, "")]


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\ufffe", "").replace("\u00a0", " ")).strip()
