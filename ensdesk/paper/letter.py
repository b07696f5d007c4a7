"""A letter as a small PDF with one page of plain text: what the papers of the example are."""

from __future__ import annotations

from collections.abc import Sequence

_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})
_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_FIXED = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>"
    ),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
)


def letter_pdf(lines: Sequence[str]) -> bytes:
    """Return *lines* on one A4 page (PDF 1.4, ISO 32000-1); signs beyond Windows-1252 are lost."""
    shown = "\n".join(f"({line.translate(_ESCAPED)}) Tj T*" for line in lines)
    words = f"BT /F1 11 Tf 17 TL 62 770 Td\n{shown}\nET".encode("cp1252", "replace")
    content = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(words), words)
    out, places = bytearray(_HEAD), []
    for number, part in enumerate((*_FIXED, content), start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, listed) + (
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    )
    return bytes(out)
