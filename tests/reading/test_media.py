"""What a paper is, told from its bytes."""

import pytest

from ensdesk.reading.media import HEAD, can_show, sniff
from tests.reading.papers import pdf_of, picture, tiff_of

_ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04"
_DOCX = b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml....PK\x03\x04....word/document.xml"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_pictures(kind: str) -> None:
    """Each format of picture is known, and can be shown."""
    media = sniff(picture(kind)[:HEAD])

    assert media == f"image/{kind.lower()}"
    assert can_show(media)


def test_papers_that_can_be_shown() -> None:
    """PDF (also after a few stray bytes), pages of a scanner, plain text."""
    assert sniff(pdf_of("x")[:HEAD]) == "application/pdf"
    assert sniff(b"\r\n\r\n" + pdf_of("x")[:HEAD]) == "application/pdf"
    assert sniff(tiff_of("red", "blue")[:HEAD]) == "image/tiff"
    for text in ("Été : 5 € à l’œuvre", "x"):
        assert sniff(text.encode()) == "text/plain"
        assert sniff(text.encode("cp1252")) == "text/plain"
    assert sniff(("é".encode() * HEAD)[: HEAD - 1]) == "text/plain"
    assert sniff("é".encode()[:1] + b"a" * 50) == "text/plain"
    assert sniff("x".encode("utf-16")) == "text/plain"
    assert all(map(can_show, ("application/pdf", "text/plain")))


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"", "application/octet-stream"),
        (b"\x00\x01\x02", "application/octet-stream"),
        (bytes(range(128, 256)), "application/octet-stream"),
        (b"-----BEGIN PRIVATE KEY-----", "application/octet-stream"),
        (b"PK\x03\x04" + bytes(60), "application/zip"),
        (_ODT, "application/vnd.oasis.opendocument.text"),
        (_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"{\\rtf1 bonjour}", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "application/x-ole-storage"),
        (b"\n <!DOCTYPE HTML><p>", "text/html"),
        (b"<?xml version='1.0'?>", "text/xml"),
        (b"\x00\x00\x00\x18ftypheic\x00", "image/heic"),
        (bytes(128) + b"DICM", "application/dicom"),
        (b"age-encryption.org/v1\n", "application/age"),
        (b"xxxxxxxxWEBP\x00", "application/octet-stream"),
    ],
)
def test_papers_that_are_only_kept(head: bytes, media: str) -> None:
    """Anything else is named when it is known, and never opened."""
    assert sniff(head) == media
    assert not can_show(media)
