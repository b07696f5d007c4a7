"""The main points of PDF/UA-1 and of large print, looked up in the finished file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

SMALLEST = 14.0
_STANDARD = {
    *("Document", "P", "H1", "H2", "H3", "Figure"),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"),
}
_PARENTS = {"TR": "Table", "TH": "TR", "TD": "TR", "LI": "L", "LBody": "LI", "Lbl": "LI"}
_WRITING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}


def faults(pdf: bytes, smallest: float = SMALLEST) -> list[str]:
    """Return what is wrong with a sheet; nothing when all is well."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        content = _content(document, smallest)
        return [*_document(document), *_fonts(document), *content, *_tree(document)]


def _document(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        packet = str(metadata)
    for fault, well in (
        ("not marked", bool(root.get("/MarkInfo", {}).get("/Marked", False))),
        ("no language", str(root.get("/Lang", "")) in {"fr-FR", "en"}),
        ("title not shown", bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"))),
        ("no title", bool(str(document.docinfo.get("/Title", "")))),
        ("not said to be PDF/UA", "pdfuaid:part" in packet and "dc:title" in packet),
        ("no tab order", all(str(page.obj.get("/Tabs")) == "/S" for page in document.pages)),
    ):
        if not well:
            yield fault


def _fonts(document: pikepdf.Pdf) -> Iterator[str]:
    for page in document.pages:
        for font in page.resources.get("/Font", {}).values():
            if "/FontFile2" not in font.get("/FontDescriptor", {}):
                yield f"font not in the file: {font.get('/BaseFont')}"
            if "/ToUnicode" not in font:
                yield f"font without ToUnicode: {font.get('/BaseFont')}"


def _content(document: pikepdf.Pdf, smallest: float) -> Iterator[str]:
    for page in document.pages:
        marks: list[tuple[str, bool]] = []
        size = 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                marks.append((str(operands[0]), "/MCID" in operands[1]))
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                size = float(operands[1])
            elif name in _WRITING | _PAINTING:
                artifact = any(tag == "/Artifact" for tag, _ in marks)
                if not artifact and not any(counted for _, counted in marks):
                    yield f"{name} outside every mark"
                if name in _WRITING and not artifact and size < smallest:
                    yield f"words of {size} pt"


def _tree(document: pikepdf.Pdf) -> Iterator[str]:
    found = list(elements(document.Root.StructTreeRoot.K, ""))
    levels = [int(role[1]) for role, _, _ in found if role in {"H1", "H2", "H3"}]
    if levels[:1] != [1] or any(b > a + 1 for a, b in pairwise(levels)):
        yield f"headings {levels}"
    for role, parent, element in found:
        if role not in _STANDARD:
            yield f"role {role}"
        if role in _PARENTS and parent != _PARENTS[role]:
            yield f"{role} in {parent}"
        if role == "TH" and "/Scope" not in element.A[0]:
            yield "TH without scope"
        if role == "Figure" and not str(element.get("/Alt", "")):
            yield "figure without words"
    if any(role == "Table" for role, _, _ in found) and not any(e[0] == "TH" for e in found):
        yield "table without head"


def elements(node: Any, parent: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid, parent)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        role = str(node.S)[1:]
        yield role, parent, node
        yield from elements(node.get("/K", pikepdf.Array()), role)
