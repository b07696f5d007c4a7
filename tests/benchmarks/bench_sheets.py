"""Each sheet of a full folder against the same text set by bare reportlab."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import pypdfium2
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ensdesk.folder.example_person import example_records
from ensdesk.folder.printing import sheet_names, sheet_pdf
from ensdesk.paper import fonts
from ensdesk.record.contents import Contents
from tests.benchmarks.measure import Row, medians
from tests.fakes import TODAY


def rows() -> list[Row]:
    contents = Contents.of()
    for record in example_records(TODAY):
        contents = contents.with_record(record)
    return [_row(name, contents) for name in sheet_names()]


def _row(name: str, contents: Contents) -> Row:
    pdf = sheet_pdf(contents, name, TODAY)
    lines = [line for page in pypdfium2.PdfDocument(pdf) for line in _lines(page)]

    def bare() -> None:
        style = ParagraphStyle("bare", fontName=fonts.REGULAR, fontSize=14, leading=20)
        SimpleDocTemplate(io.BytesIO()).build([Paragraph(escape(line), style) for line in lines])

    mine, baseline = medians(lambda: sheet_pdf(contents, name, TODAY), bare)
    what = f"sheet « {name} » against the same text by bare reportlab"
    return Row(what, mine / baseline, "×", 1.5)


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    return page.get_textpage().get_text_range().splitlines()
