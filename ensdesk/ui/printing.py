"""Paper through the system: the printer is named first, pages go to it as pictures.

Everything here may run in the lane of work: a printer is no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ensdesk.language import N_, _
from ensdesk.reading.reader import PageImage
from ensdesk.trouble import Trouble


class PrinterSilent(Trouble):
    """The printer took nothing."""

    words = N_("The printer does not answer.")
    advice = N_("Check that it is on and has paper, then try again.")


def printer_names() -> tuple[str, ...]:
    """Return the printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def printer_named(name: str) -> QPrinter:
    """Return the printer *name*, ready for pages of A4 without borders of its own."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_("Paper"))  # the name of a job stays in the printer's list
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def print_pages(
    printer: QPrinter, pages: Iterable[QImage], stop: Callable[[], bool] = lambda: False
) -> int:
    """Print *pages*, one sheet each, the sheet turned to fit; return how many.

    Raises PrinterSilent.
    """
    painter = QPainter()
    count = 0
    try:
        for image in pages:
            if stop():
                printer.abort()
                break
            _turn(printer, image)
            started = printer.newPage() if count else painter.begin(printer)
            if not started:
                raise PrinterSilent
            # Qt sends colours as JPEG, which smears small letters; black on white stays sharp.
            sharp = QPainter.RenderHint.LosslessImageRendering
            painter.setRenderHint(sharp, on=image.format() == QImage.Format.Format_Grayscale8)
            painter.drawImage(_fitted(printer, image), image)
            count += 1
    finally:
        painter.end()
    if not count and not stop():
        raise PrinterSilent
    return count


def image_of(page: PageImage, turn: int = 0) -> QImage:
    """Return *page* for the printer, turned *turn* degrees to the right."""
    image = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    grey = QImage.Format.Format_Grayscale8
    # A copy: the bytes belong to the page.
    kept = image.convertToFormat(grey) if image.isGrayscale() else image.copy()
    return kept.transformed(QTransform().rotate(turn)) if turn else kept


def _turn(printer: QPrinter, image: QImage) -> None:
    wide = image.width() > image.height()
    sides = QPageLayout.Orientation
    printer.setPageOrientation(sides.Landscape if wide else sides.Portrait)


def _fitted(printer: QPrinter, image: QImage) -> QRectF:
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
