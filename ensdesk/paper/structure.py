"""The structure tree of a tagged PDF (ISO 14289-1): what a screen reader reads instead of ink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

Box = tuple[float, float, float, float]

# The attribute owner (/O) of each structure attribute in use.
_OWNER = {"Scope": "Table", "Summary": "Table", "ListNumbering": "List"}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


@dataclass(eq=False, slots=True)  # compared by identity: one Tag, one element
class Tag:
    """One structure element to be; without a parent it hangs from the Document element.

    A tag that is drawn `once` becomes an artifact when it is drawn again after a later sibling
    (the head of a table repeated on the next page).
    """

    role: str
    parent: Tag | None = None
    alt: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    once: bool = False

    @property
    def heading_level(self) -> int:
        """1 to 6 for `H1` to `H6`, 0 for anything else."""
        return int(self.role[1]) if self.role in {"H1", "H2", "H3", "H4", "H5", "H6"} else 0


class Element(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A structure element of one document; its kids are elements or (page, mark) pairs."""

    def __init__(self, number: int, tag: Tag, parent: Element | None) -> None:
        self.name = f"StructElem{number}"
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | tuple[int, int]] = []
        self.bbox: Box | None = None
        if parent:
            parent.kids.append(self)

    def is_repeated(self) -> bool:
        """Say whether drawing it now would repeat something read before."""
        if self.parent is None:
            return False
        later = self.tag.once and self.parent.kids[-1] is not self
        return later or self.parent.is_repeated()

    def format(self, document: PDFDocument) -> bytes:
        """Write the element in PDF syntax, as reportlab asks for it."""
        parent = self.parent.name if self.parent else "StructTreeRoot"
        home = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), None)
        parts = [f"<</S/{self.tag.role}/P {_reference(document, parent)}"]
        if self.kids:
            parts.append(f"/K[{' '.join(_kid(document, kid, home) for kid in self.kids)}]")
        if home is not None:
            parts.append(f"/Pg {_page(document, home)}")
        if self.tag.alt:
            parts.append(f"/Alt {_string(document, self.tag.alt)}")
        parts.append(self._attributes(document))
        return ("".join(parts) + ">>").encode("latin-1")

    def _attributes(self, document: PDFDocument) -> str:
        written = [
            f"<</O/{_OWNER[name]}/{name} "
            + (_string(document, value) if name == "Summary" else f"/{value}")
            + ">>"
            for name, value in self.tag.attributes.items()
        ]
        if self.bbox:
            written.append("<</O/Layout/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]>>".format(*self.bbox))
        return f"/A[{''.join(written)}]" if written else ""


def metadata(title: str, lang: str) -> bytes:
    """Return the XMP packet that names the document and claims PDF/UA-1."""
    return _XMP.format(title=escape(title), lang=lang).encode()


def _kid(document: PDFDocument, kid: Element | tuple[int, int], home: int | None) -> str:
    if isinstance(kid, Element):
        return _reference(document, kid.name)
    page, mark = kid
    if page == home:
        return str(mark)
    return f"<</Type/MCR/Pg {_page(document, page)}/MCID {mark}>>"


def _page(document: PDFDocument, number: int) -> str:
    return _reference(document, f"Page{number + 1}")


def _reference(document: PDFDocument, name: str) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def _string(document: PDFDocument, text: str) -> str:
    written: bytes = PDFString(text).format(document)
    return written.decode("latin-1")
