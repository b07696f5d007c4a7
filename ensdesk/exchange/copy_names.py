"""Names of papers inside a copy: a number, a day, an ending, and nothing about health."""

from __future__ import annotations

import re
import unicodedata

from ensdesk.exchange.manifest import PAPERS, TABLES
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record

_ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/tiff": "tif",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/bmp": "bmp",
    "image/heic": "heic",
    "image/avif": "avif",
    "text/plain": "txt",
    "text/html": "html",
    "text/xml": "xml",
    "application/rtf": "rtf",
    "application/zip": "zip",
    "application/dicom": "dcm",
    "application/age": "age",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
# Where the first bytes leave a doubt, these endings of the person's own name are kept.
_TRUSTED = frozenset({"doc", "xls", "ppt", "docx", "xlsx", "pptx", "odt", "ods", "dcm", "csv"})


def paper_name(
    number: int, date: PartialDate | None, media_type: str, original_name: str = ""
) -> str:
    """Return `papiers/003-2026-03-12.pdf`: the order of the copy and the date on the paper."""
    day = f"-{date.iso[:10]}" if date else ""
    return f"{PAPERS}{number:03d}{day}.{_ending(media_type, original_name)}"


def table_name(kind: type[Record]) -> str:
    """Return `tableaux/mes-vaccins.csv`: the name of the section, in plain letters."""
    bare = unicodedata.normalize("NFKD", _(kind.section)).encode("ascii", "ignore").decode()
    return f"{TABLES}{'-'.join(re.findall('[a-z0-9]+', bare.lower()))}.csv"


def _ending(media_type: str, original_name: str) -> str:
    own = original_name.rpartition(".")[2].lower()
    if own in _TRUSTED and not media_type.startswith("image/") and media_type != "application/pdf":
        return own
    return _ENDINGS.get(media_type, "bin")
