"""Papers shown as they are, through the real process."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest

from ensdesk.reading import frames
from ensdesk.reading.reader import (
    CannotShow,
    PageImage,
    PaperClosed,
    PaperTooHeavy,
    ReadingFailed,
    look,
    page_image,
    page_images,
    sniff,
)
from tests.reading.papers import (
    A4,
    closed_pdf,
    filled_form,
    huge_png,
    pdf_of,
    pdf_with_box,
    picture,
    tiff_of,
    turned_photo,
)


def colour_at(image: PageImage, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at *x*, *y* (0 to 1, from the upper left)."""
    line, column = int(y * (image.height - 1)), int(x * (image.width - 1))
    return tuple(image.rgb[line * image.stride + 3 * column :][:3])


def shown(paper: bytes, page: int = 0, dpi: int = 72) -> PageImage:
    return page_image(BytesIO(paper), sniff(paper), page, dpi)


def test_a_pdf_gives_its_pages_and_its_words() -> None:
    """The words of each page can be searched; a page without words gives none."""
    paper = pdf_of("Ordonnance : paracétamol", "", "été")

    found = look(BytesIO(paper), "application/pdf")

    assert found.pages == 3
    assert found.text == ("Ordonnance : paracétamol", "", "été")


def test_a_pdf_page_has_the_size_asked_for() -> None:
    """72 dpi is one pixel a point; the page holds ink on white."""
    image = shown(pdf_of("x", "MMMMMMMM"), page=1)

    assert (image.width, image.height) == A4
    assert image.fits()
    assert len(Counter(image.rgb)) > 1
    assert colour_at(image, 0, 0) == (255, 255, 255)


def test_pages_for_a_printer_come_one_by_one() -> None:
    """All of them, or those asked for; never over 300 dpi."""
    paper = pdf_of("a", "b", "c", size=(72, 36))

    sizes = [(p.width, p.height) for p in page_images(BytesIO(paper), "application/pdf", 1200)]
    some = list(page_images(BytesIO(paper), "application/pdf", 72, first=1, pages=1))

    assert sizes == [(300, 150)] * 3
    assert len(some) == 1


def test_an_iterator_of_pages_may_be_left_early() -> None:
    """Closing it ends the process."""
    pages = page_images(BytesIO(pdf_of("a", "b", "c")), "application/pdf", 300)
    next(pages)
    pages.close()  # type: ignore[attr-defined]  # a generator

    assert list(pages) == []


def test_what_was_typed_into_a_form_is_shown() -> None:
    """A ticked box is ticked on the screen."""
    image = shown(filled_form())

    assert colour_at(image, 0.6, 0.4) < (90, 90, 90)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_pictures(kind: str) -> None:
    """Each format of picture becomes one page of its own size."""
    paper = picture(kind)
    image = shown(paper)
    red, green, blue = colour_at(image, 0.5, 0.5)

    assert (image.width, image.height) == (40, 20)
    assert red > 250
    assert green < 6
    assert blue < 6
    assert look(BytesIO(paper), sniff(paper)).pages == 1


@pytest.mark.parametrize(
    ("mode", "kind", "colour"),
    [("I;16", "TIFF", 65535), ("1", "PNG", 1), ("L", "PNG", 255), ("RGBA", "PNG", (0, 0, 0, 0)),
     ("LA", "PNG", (0, 0)), ("P", "GIF", 0), ("I;16", "PNG", 65535)],
)  # fmt: skip
def test_white_is_white_in_every_way_of_writing_colours(
    mode: str, kind: str, colour: object
) -> None:
    """X-rays in 65,536 greys, faxes in two colours, and pictures one can see through."""
    white = shown(picture(kind, mode=mode, colour=colour))  # type: ignore[arg-type]

    expected = (0, 0, 0) if mode == "P" else (255, 255, 255)
    assert colour_at(white, 0.5, 0.5) == expected


def test_a_large_photo_is_made_smaller_and_a_small_one_stays() -> None:
    """At 100 dpi a photo is at most as long as an A4 sheet."""
    large = shown(picture("JPEG", (4000, 3000)), dpi=100)

    assert (large.width, large.height) == (1169, 876)


def test_a_photo_stands_upright() -> None:
    """The camera's own note says how it was held."""
    image = shown(turned_photo())

    assert (image.width, image.height) == (20, 40)
    assert colour_at(image, 0.5, 0.2) < (60, 60, 60)
    assert colour_at(image, 0.5, 0.8) > (200, 200, 200)


def test_the_pages_of_a_scanner() -> None:
    """A TIFF may hold several pages."""
    paper = tiff_of("red", "blue")

    assert look(BytesIO(paper), "image/tiff").pages == 2
    assert colour_at(shown(paper, page=1), 0.5, 0.5) == (0, 0, 255)


@pytest.mark.parametrize("coding", ["utf-8", "cp1252", "utf-16", "utf-8-sig"])
def test_plain_text_becomes_pages(coding: str) -> None:
    """Whatever wrote it, its letters are read, and set on sheets."""
    paper = ("œuvre été\r\n" + "ligne\n" * 50).encode(coding)

    found = look(BytesIO(paper), "text/plain")
    image = page_image(BytesIO(paper), "text/plain", 1, 60)

    assert found.pages == 2
    assert found.text[0].startswith("œuvre été\nligne\n")
    assert (image.width, image.height) == (496, 701)
    assert min(image.rgb) < 100


def test_the_program_s_own_bytes_are_shown_the_same_way() -> None:
    """A sheet in memory is a paper like another."""
    sheet = BytesIO(pdf_of("Ma fiche"))

    assert page_image(sheet, "application/pdf", 0, 30).width == 248


@pytest.mark.parametrize("media", ["application/zip", "image/heic", "application/dicom", "x"])
def test_what_cannot_be_shown_is_told_without_starting_anything(
    media: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper is kept and can be copied out."""
    monkeypatch.setattr("ensdesk.reading.reading_process.command", lambda: ["/not/there"])
    monkeypatch.setattr("ensdesk.reading.reading_process.READY.child", lambda _file: None)

    with pytest.raises(CannotShow):
        look(BytesIO(b"x"), media)
    with pytest.raises(CannotShow):
        page_image(BytesIO(b"x"), media, 0, 72)


def test_a_paper_closed_by_its_own_password() -> None:
    """It is told as such, for its pages and for its words."""
    with pytest.raises(PaperClosed):
        look(BytesIO(closed_pdf()), "application/pdf")
    with pytest.raises(PaperClosed):
        shown(closed_pdf())


def test_a_page_that_does_not_exist() -> None:
    """The third page of a paper of one page cannot be read."""
    with pytest.raises(ReadingFailed):
        shown(pdf_of("x"), page=2)


def test_a_name_that_lies() -> None:
    """A picture called a PDF fails as a PDF, and is shown as the picture it is."""
    paper = picture("PNG")

    with pytest.raises(ReadingFailed):
        look(BytesIO(paper), "application/pdf")
    assert shown(paper).width == 40


def test_papers_that_are_too_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    """400 million pixels in 200 bytes, or more bytes than the process may hold."""
    with pytest.raises(PaperTooHeavy):
        shown(huge_png())

    monkeypatch.setattr("ensdesk.reading.reader.MOST_BYTES", 1000)
    with pytest.raises(PaperTooHeavy):
        shown(pdf_of("x"))


@pytest.mark.parametrize("box", [("14400", "14400"), ("100000", "100000"), ("14400", "1"),
                                 ("0", "0"), ("-9", "-9"), ("1e400", "9" * 30)])  # fmt: skip
def test_a_page_of_any_size_stays_within_bounds(box: tuple[str, str]) -> None:
    """A huge or impossible page is shown smaller, never larger than an A3 sheet."""
    image = shown(pdf_with_box(*box), dpi=300)

    assert image.width * image.height <= frames.MOST_PIXELS
    assert image.fits()


class Failing(BytesIO):
    """A source that breaks in the middle, as a damaged paper of the vault does."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise LookupError
        return super().read(size)


def test_the_trouble_of_the_source_goes_through() -> None:
    """What the vault says of a damaged paper is not hidden by the reading."""
    with pytest.raises(LookupError):
        look(Failing(pdf_of("x") * 400), "application/pdf")
