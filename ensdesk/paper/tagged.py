"""A reportlab canvas that writes tagged PDF: whatever has words has its place for a screen reader.

The canvas cuts its own list of operators into flat marked runs, one per change of owner. Lines
and fills drawn outside every mark become artifacts by themselves; text drawn outside raises
`UntaggedText`, so no words can get lost. It leans on private names of reportlab 5.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    ViewerPreferencesPDFDictionary,
)
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ensdesk.paper.structure import Box, Element, Tag, metadata

# Operators that only change the state of the graphics: a run that holds no others paints nothing.
_STATE_OPERATORS = frozenset(
    ("q", "Q", "cm", "w", "J", "j", "M", "d", "i", "ri", "gs", "g", "G", "rg", "RG", "k", "K")
)
_LAYOUT = Tag("/Artifact <</Type /Layout>> BDC")

Furnish = Callable[["TaggedCanvas", int, int], None]


class UntaggedText(RuntimeError):
    """Text was drawn that is neither in the structure tree nor an artifact."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draw inside `mark(tag)` what is to be read, inside `artifact(…)` what is not.

    *furnish* is called once per page when the number of pages is known, to draw the running head
    and foot: all of it is an artifact.
    """

    def __init__(
        self, file: object, *, lang: str, furnish: Furnish | None = None, **options: Any
    ) -> None:
        super().__init__(file, lang=lang, pdfVersion=(1, 7), **options)
        self._lang = lang
        self._furnish = furnish
        self._elements: dict[Tag, Element] = {}
        self._owners: list[list[Element]] = [[]]  # of each mark, by page
        self._finished: list[Any] = []  # pages of reportlab, not written yet
        self._stamps: dict[str, list[str]] = {}
        self._mark: Tag | None = None
        self._run_start = 0
        self._root = self._add(Tag("Document"), None)

    # -- marking -------------------------------------------------------------------------------

    @contextmanager
    def mark(self, tag: Tag, bbox: Box | None = None) -> Iterator[bool]:
        """Let what is drawn inside belong to *tag*; yield whether it is its first mark."""
        if _is_artifact(self._mark):  # an artifact stays one, whatever it holds
            yield False
            return
        first = tag not in self._elements
        if not _is_artifact(tag):
            element = self._element(tag)
            if element.is_repeated():
                tag = _LAYOUT
            elif bbox:
                element.bbox = bbox
        outer = self._mark
        self._end_run()
        self._mark = tag
        try:
            yield first
        finally:
            self._end_run()
            self._mark = outer

    def artifact(self, subtype: str) -> AbstractContextManager[bool]:
        """Let what is drawn inside be skipped by readers: `Header`, `Footer`, `Watermark`."""
        return self.mark(Tag(f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC"))

    def decoration(self) -> AbstractContextManager[bool]:
        """Let what is drawn inside be skipped by readers: it only repeats or adorns the words."""
        return self.mark(_LAYOUT)

    def stamp(self, name: str, left: float, bottom: float, draw: Callable[[], None]) -> None:
        """Draw an ornament there; drawn again under the same *name*, it costs nothing."""
        self.saveState()
        self.translate(left, bottom)
        if name in self._stamps:
            self._code.extend(self._stamps[name])
        else:
            start = len(self._code)
            draw()
            self._stamps[name] = self._code[start:]
        self.restoreState()

    def bookmark_heading(self, title: str, level: int) -> None:
        """List the heading drawn now in the outline of the document."""
        key = f"heading{len(self._elements)}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level - 1)

    def _element(self, tag: Tag) -> Element:
        found = self._elements.get(tag)
        return found or self._add(tag, self._element(tag.parent) if tag.parent else self._root)

    def _add(self, tag: Tag, parent: Element | None) -> Element:
        element = Element(len(self._elements), tag, parent)
        self._elements[tag] = element
        return element

    def _end_run(self) -> None:
        """Wrap what was painted since the last change of owner into one marked run."""
        code = self._code
        painted = [at for at in range(self._run_start, len(code)) if _paints(code[at])]
        if painted:
            start, end = self._run_start, len(code)
            if self._mark is None:
                start, end = painted[0], painted[-1] + 1
                if any(_writes(code[at]) for at in painted):
                    # No word of the page in the message: it may reach a report.
                    raise UntaggedText(f"page {len(self._owners)}")
            code.insert(end, "EMC")
            code.insert(start, self._opening(self._mark or _LAYOUT))
        self._run_start = len(code)

    def _opening(self, tag: Tag) -> str:
        if _is_artifact(tag):
            return tag.role
        element, owners = self._elements[tag], self._owners[-1]
        element.kids.append((len(self._owners) - 1, len(owners)))
        owners.append(element)
        return f"/{tag.role} <</MCID {len(owners) - 1}>> BDC"

    # -- pages ---------------------------------------------------------------------------------

    def showPage(self) -> None:
        self._end_run()
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        page.StructParents, page.Tabs = len(self._owners) - 1, PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._finished.append(page)
        self._owners.append([])
        self._run_start = 0

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._furnish_pages()
        self._refuse_loose_fonts()
        self._write_tree()
        catalog = self._doc.Catalog
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
        packet = metadata(self._doc.info.title, self._lang)
        catalog.Metadata = XMP(creator=lambda _document: packet)
        super().save()

    def _furnish_pages(self) -> None:
        """Add head and foot to pages that reportlab has closed but not written yet."""
        if self._furnish is None:
            return
        for number, page in enumerate(self._finished, start=1):
            self._code: list[str] = []
            self._run_start = 0
            with self.artifact("Footer"):
                self.saveState()
                self._furnish(self, number, len(self._finished))
                self.restoreState()
            page.stream += "\n".join(self._code) + "\n"
        self._code = []

    def _refuse_loose_fonts(self) -> None:
        names = self._doc.fontMapping
        loose = [name for name in names if not isinstance(pdfmetrics.getFont(name), TTFont)]
        if loose:
            raise ValueError(f"fonts not embedded: {loose} (a table style, a label or a bullet?)")

    def _write_tree(self) -> None:
        document = self._doc
        for element in self._elements.values():
            document.Reference(element, element.name)
        numbers: list[object] = []
        for number, owners in enumerate(self._owners[:-1]):
            numbers += [number, PDFArray([PDFObjectReference(owner.name) for owner in owners])]
        tree = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": PDFObjectReference(self._root.name),
                "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
                "ParentTreeNextKey": len(self._owners) - 1,
            }
        )
        document.Catalog.StructTreeRoot = tree
        document.Reference(tree, "StructTreeRoot")


def _is_artifact(tag: Tag | None) -> bool:
    return tag is not None and tag.role.startswith("/Artifact")


def _paints(operators: str) -> bool:
    last = operators.rsplit(None, 1)[-1:]
    return bool(last) and last[0] not in _STATE_OPERATORS


def _writes(operators: str) -> bool:
    return " Tj" in operators or " TJ" in operators
