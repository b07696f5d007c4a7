"""Names inside a copy say the order and the day, nothing more."""

import pytest

from ensdesk.exchange.copy_names import paper_name
from ensdesk.exchange.manifest import is_safe_name
from ensdesk.record.partial_date import PartialDate


@pytest.mark.parametrize(
    ("number", "date", "media", "original", "name"),
    [
        (3, "2026-03-12", "application/pdf", "VIH positif.pdf", "papiers/003-2026-03-12.pdf"),
        (1, "2026", "image/jpeg", "x.exe", "papiers/001-2026.jpg"),
        (2, "2026-03-12T08:30", "image/tiff", "", "papiers/002-2026-03-12.tif"),
        (1200, None, "application/zip", "Lettre.DOCX", "papiers/1200.docx"),
        (4, None, "application/zip", "x.exe", "papiers/004.zip"),
        (5, None, "application/octet-stream", "../../x.sh", "papiers/005.bin"),
        (6, None, "application/x-ole-storage", "x.doc", "papiers/006.doc"),
        (7, None, "application/pdf", "x.doc", "papiers/007.pdf"),
    ],
)
def test_names(number: int, date: str | None, media: str, original: str, name: str) -> None:
    """The ending comes from what the paper is; the person's own words stay out."""
    made = paper_name(number, PartialDate(date) if date else None, media, original)

    assert made == name
    assert is_safe_name(made)
