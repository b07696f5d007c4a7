"""Pages on paper, through a printer that writes a file."""

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from ensdesk.reading.reader import PageImage
from ensdesk.ui.printing import PrinterSilent, image_of, print_pages


def page(width: int, height: int) -> PageImage:
    """A grey page."""
    return PageImage(width, height, 3 * width, b"\x80" * (3 * width * height))


@pytest.fixture
def printer(qapp, tmp_path):
    """A printer of this computer that prints into a file."""
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def test_each_page_is_a_sheet_turned_to_fit(printer, tmp_path):
    """A table of the week lies on its side."""
    assert print_pages(printer, [image_of(page(210, 297)), image_of(page(297, 210))]) == 2
    with pikepdf.open(tmp_path / "out.pdf") as out:
        upright, lying = (p.mediabox for p in out.pages)
    assert upright[2] < upright[3]
    assert lying[2] > lying[3]


def test_black_on_white_is_printed_without_loss(printer, tmp_path):
    """The letters of a sheet are not smeared; photos go as photos."""
    shades = bytes(x * x % 251 for x in range(300 * 400))
    grey = PageImage(300, 400, 900, bytes(sign for shade in shades for sign in (shade,) * 3))
    colour = PageImage(300, 400, 900, bytes(sign for s in shades for sign in (s, 16, 16)))
    assert print_pages(printer, [image_of(grey), image_of(colour)]) == 2
    with pikepdf.open(tmp_path / "out.pdf") as out:
        ways = [next(iter(p.get_images().values())).Filter for p in out.pages]
    assert ways == ["/FlateDecode", "/DCTDecode"]


def test_a_printer_that_takes_nothing_is_told(qapp, tmp_path):
    """A silent printer is no success."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "out.pdf"))
    with pytest.raises(PrinterSilent):
        print_pages(printer, [image_of(page(21, 29))])


def test_printing_stops_when_asked(printer):
    """No page goes after the stop."""
    assert print_pages(printer, [image_of(page(21, 29))], stop=lambda: True) == 0


def test_a_page_is_turned_as_it_is_shown(qapp):
    """A photo taken sideways stands upright on paper too."""
    sideways = image_of(page(297, 210))
    upright = image_of(page(297, 210), 90)
    assert (upright.width(), upright.height()) == (sideways.height(), sideways.width())
    assert image_of(page(297, 210), 180).size() == sideways.size()
