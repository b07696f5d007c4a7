"""Papers that are long, wordless, strange, closed or empty: kept whole, or refused in words."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from ensdesk.folder.papers import keep_paper
from ensdesk.reading import frames
from ensdesk.reading.reader import CannotShow, PaperClosed, page_image
from ensdesk.vault.document_store import EmptyPaper
from tests.reading.papers import closed_pdf, dicom, heic, pdf_of, picture, scanned_pdf


def kept(folder, tmp_path, name: str, raw: bytes):
    """Keep these bytes as a paper."""
    path = tmp_path / name
    path.write_bytes(raw)
    return keep_paper(folder.vault.documents, path)


def image_of(folder, paper, page: int, dpi: int = 60):
    """Return one page of a paper that is kept."""
    with folder.vault.documents.open(paper.kept) as source:
        return page_image(source, paper.media_type, page, dpi)


def tiff(pages: int) -> bytes:
    """Return a TIFF of several pages."""
    held = io.BytesIO()
    first, *others = (Image.new("RGB", (60, 90), (40 * page, 0, 0)) for page in range(pages))
    first.save(held, "TIFF", save_all=True, append_images=others)
    return held.getvalue()


def test_five_hundred_pages_are_kept_with_their_words(folder, tmp_path):
    """The last page is shown alone, and found by its words."""
    paper = kept(folder, tmp_path, "long.pdf", pdf_of(*(f"page {n}" for n in range(500))))
    assert (paper.pages, paper.trouble) == (500, None)
    assert "page 499" in paper.texts[499]
    assert image_of(folder, paper, 499).fits()


def test_a_page_is_sharp_at_four_hundred_percent_within_bounds(folder, tmp_path):
    """A pixel of the paper for each of the screen, and never more than one page may hold."""
    image = image_of(folder, kept(folder, tmp_path, "a.pdf", pdf_of("x")), 0, 450)
    assert image.width >= 4 * 870
    assert image.width * image.height <= frames.MOST_PIXELS


def test_a_scan_without_words_is_shown(folder, tmp_path):
    """It has a page, and nothing to search."""
    paper = kept(folder, tmp_path, "scan.pdf", scanned_pdf())
    assert (paper.pages, "".join(paper.texts).strip()) == (1, "")
    assert image_of(folder, paper, 0).fits()


def test_a_tiff_shows_all_its_pages(folder, tmp_path):
    """Not only the first one."""
    paper = kept(folder, tmp_path, "fax.tif", tiff(3))
    assert (paper.media_type, paper.pages) == ("image/tiff", 3)
    assert image_of(folder, paper, 2).fits()


@pytest.mark.parametrize(
    ("raw", "media"),
    [
        (heic(), "image/heic"),
        (picture("AVIF"), "image/avif"),
        (dicom(), "application/dicom"),
    ],
)
def test_what_no_reader_knows_is_kept_and_named(folder, tmp_path, raw, media):
    """Whole, by what its bytes say and not by its name."""
    paper = kept(folder, tmp_path, "photo.jpg", raw)
    assert isinstance(paper.trouble, CannotShow)
    assert (paper.media_type, paper.kept.size) == (media, len(raw))


def test_a_closed_pdf_is_kept(folder, tmp_path):
    """Its own password is told from damage."""
    paper = kept(folder, tmp_path, "ferme.pdf", closed_pdf())
    assert isinstance(paper.trouble, PaperClosed)
    assert paper.kept.size == len(closed_pdf())


def test_an_empty_paper_is_refused(folder, tmp_path):
    """Nothing to keep."""
    with pytest.raises(EmptyPaper):
        kept(folder, tmp_path, "vide.tif", b"")
