"""What a paper really is, told from its first bytes and never from its name."""

from __future__ import annotations

import codecs

HEAD = 4096  # as many first bytes as `sniff` looks at

PDF = "application/pdf"
TEXT = "text/plain"
PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp", "image/bmp"}
)
UNKNOWN = "application/octet-stream"

_SHOWN = PICTURES | {PDF, TEXT}

# (where, what is written there, what it is): the first that fits decides.
_SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (128, b"DICM", "application/dicom"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),  # .doc, .xls
    (0, b"age-encryption.org/", "application/age"),
    (0, b"-----BEGIN ", UNKNOWN),
)
_ZIP = b"PK\x03\x04"
_OFFICE = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def sniff(head: bytes) -> str:
    """Return the media type of a paper that begins with *head* (`HEAD` bytes or all of it)."""
    for where, sign, media in _SIGNS:
        if head.startswith(sign, where) and not (sign == b"WEBP" and head[:4] != b"RIFF"):
            return media
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return "image/bmp"
    if b"%PDF-" in head[:1024]:  # readers accept up to 1 KiB before it (PDF 1.7, annex H)
        return PDF
    if head.startswith(_ZIP):
        return _kind_of_zip(head)
    return _kind_of_text(head)


def can_show(media: str) -> bool:
    """Say whether the reading process can make pages of this media type."""
    return media in _SHOWN


def _kind_of_zip(head: bytes) -> str:
    if head.startswith(_OPEN_DOCUMENT, 30):
        name = head[38:].split(b"PK", 1)[0][:80]
        return name.decode("ascii", "ignore") if name.replace(b".", b"").isascii() else UNKNOWN
    return next((media for sign, media in _OFFICE.items() if sign in head), "application/zip")


def _kind_of_text(head: bytes) -> str:
    if not head or not _reads_as_text(head):
        return UNKNOWN
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "text/html"
    return "text/xml" if start.startswith(b"<?xml") else TEXT


def _reads_as_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if head.translate(None, _CONTROLS) != head:
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a letter may be cut at the end
    except UnicodeDecodeError:
        printable = sum(byte < 0x80 for byte in head)
        return printable >= 0.6 * len(head)  # Windows-1252: mostly plain letters
    return True
