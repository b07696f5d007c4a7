"""Each sheet of a full folder against the same text, and the same figures, by bare reportlab."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from xml.sax.saxutils import escape

import pypdfium2
import segno
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ensdesk.folder.example_person import example_records
from ensdesk.folder.printing import sheet_names, sheet_pdf
from ensdesk.paper import fonts
from ensdesk.paper.qr_code import QrCode
from ensdesk.paper.tagged_flow import Figure
from ensdesk.record.contents import Contents
from tests.benchmarks.measure import Row, medians
from tests.fakes import TODAY


def rows() -> list[Row]:
    contents = Contents.of()
    for record in example_records(TODAY):
        contents = contents.with_record(record)
    return [_row(name, contents) for name in sheet_names()]


def _row(name: str, contents: Contents) -> Row:
    with _seen_figures() as (drawings, codes):
        pdf = sheet_pdf(contents, name, TODAY)
    lines = [line for page in pypdfium2.PdfDocument(pdf) for line in _lines(page)]

    def bare() -> None:
        style = ParagraphStyle("bare", fontName=fonts.REGULAR, fontSize=14, leading=20)
        SimpleDocTemplate(io.BytesIO()).build([Paragraph(escape(line), style) for line in lines])
        if drawings or codes:
            _draw([*drawings, *map(_bare_code, codes)])

    mine, baseline = medians(lambda: sheet_pdf(contents, name, TODAY), bare)
    what = f"sheet « {name} », against bare reportlab"
    return Row(what, mine / baseline, "×", 1.5)


def _draw(drawings: Sequence[Drawing]) -> None:
    canvas = Canvas(io.BytesIO())
    for drawing in drawings:
        renderPDF.draw(drawing, canvas, 0, 0)
    canvas.save()


@contextmanager
def _seen_figures() -> Iterator[tuple[list[Drawing], list[str]]]:
    """Collect the charts of the sheets made inside, and the words of their codes."""
    drawings: list[Drawing] = []
    codes: list[str] = []
    figure, code = Figure.__init__, QrCode.__init__

    def see_figure(self: Figure, inner: Any, alt: str) -> None:
        drawings.extend([inner] if isinstance(inner, Drawing) else [])
        figure(self, inner, alt)

    def see_code(self: QrCode, text: str) -> None:
        codes.append(text)
        code(self, text)

    with patch.object(Figure, "__init__", see_figure), patch.object(QrCode, "__init__", see_code):
        yield drawings, codes


def _bare_code(text: str) -> Drawing:
    """Return a code as the library gives it, a square a module."""
    matrix = segno.make_qr(text, error="m", encoding="utf-8").matrix
    drawing = Drawing(len(matrix), len(matrix))
    for down, row in enumerate(matrix):
        for across, dark in enumerate(row):
            if dark:
                drawing.add(Rect(across, down, 1, 1, strokeWidth=0))
    return drawing


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    return page.get_textpage().get_text_range().splitlines()
