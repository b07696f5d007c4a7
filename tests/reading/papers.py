"""Papers made for the tests: real ones and wicked ones."""

from __future__ import annotations

import io
import struct
import zlib

import pikepdf
from PIL import ExifTags, Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595, 842)


def pdf_of(*pages: str, size: tuple[float, float] = A4) -> bytes:
    """Return a PDF with one line of words on each page."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=size)
    for words in pages:
        canvas.drawString(50, size[1] / 2, words)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def closed_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of("secret"))) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(user="user", owner="owner"))
    return held.getvalue()


def filled_form() -> bytes:
    """Return a PDF form with one box, filled in with black."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(200, 200))
    canvas.acroForm.checkbox(x=50, y=50, size=100, checked=True, buttonStyle="check")
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def pdf_with_box(width: str, height: str) -> bytes:
    """Return a PDF whose page says that it is as large as told."""
    return pdf_of("x").replace(
        b"/MediaBox [ 0 0 595 842 ]", f"/MediaBox [ 0 0 {width} {height} ]".encode()
    )


def nested_pdf(depth: int = 9000) -> bytes:
    """Return a PDF whose page tree is one node inside the other."""
    kids = b"".join(
        b"%d 0 obj <</Type /Pages /Count 1 /Kids [%d 0 R]>> endobj\n" % (n, n + 1)
        for n in range(2, depth)
    )
    last = b"%d 0 obj <</Type /Page /MediaBox [0 0 9 9]>> endobj\n" % depth
    root = b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    return root + kids + last + b"trailer <</Root 1 0 R>>"


def brackets() -> bytes:
    """Return a PDF that is a wall of brackets."""
    return b"%PDF-1.7\n" + b"[" * 500_000


def bomb_pdf() -> bytes:
    """Return a small PDF with a picture of 60,000 by 60,000 points, packed twice."""
    packed = zlib.compress(zlib.compress(bytes(1_500_000), 9) * 3, 9)
    held = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        bomb = pikepdf.Stream(pdf, packed)
        bomb.Type, bomb.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        bomb.Width, bomb.Height, bomb.BitsPerComponent = 60_000, 60_000, 8
        bomb.ColorSpace = pikepdf.Name.DeviceRGB
        bomb.Filter = pikepdf.Array([pikepdf.Name.FlateDecode] * 2)
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(B=bomb))
        page.Contents = pdf.make_stream(b"100 0 0 100 0 0 cm /B Do")
        pdf.save(held, fix_metadata_version=False)
    return held.getvalue()


def unfolding_pdf() -> bytes:
    """Return a small PDF whose page has 84 MB of drawing, packed."""
    held = io.BytesIO()
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(b"0 0 m 9 9 l S\n" * 75_000) for _ in range(80))
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        drawing = pikepdf.Stream(pdf, packed + packing.flush())
        drawing.Filter = pikepdf.Name.FlateDecode
        pdf.pages[0].Contents = pdf.make_indirect(drawing)
        pdf.save(held, fix_metadata_version=False)
    return held.getvalue()


def picture(
    kind: str,
    size: tuple[int, int] = (40, 20),
    colour: str | float | tuple[int, ...] = "red",
    mode: str = "RGB",
) -> bytes:
    """Return a picture of one colour in the format *kind* of Pillow."""
    held = io.BytesIO()
    Image.new(mode, size, colour).save(held, kind)
    return held.getvalue()


def tiff_of(*colours: str) -> bytes:
    """Return a TIFF with one page for each colour."""
    first, *others = (Image.new("RGB", (30, 20), colour) for colour in colours)
    held = io.BytesIO()
    first.save(held, "TIFF", save_all=True, append_images=others, compression="tiff_lzw")
    return held.getvalue()


def scanned_pdf() -> bytes:
    """Return a PDF whose only content is a picture."""
    held = io.BytesIO()
    canvas = Canvas(held)
    canvas.drawImage(ImageReader(Image.new("L", (80, 80), 128)), 50, 50, 300, 300)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def heic() -> bytes:
    """Return the first boxes of a photo as an iPhone writes them; no wheel here makes a whole one.

    Source: ISO/IEC 23008-12, brands of `ftyp`.
    """
    brands = b"heic" + bytes(4) + b"mif1MiHEMiPrmiafMiHBheic"
    return _box(b"ftyp", brands) + _box(b"meta", bytes(40)) + _box(b"mdat", bytes(400))


def dicom() -> bytes:
    """Return an X-ray of 2 by 2 points in 4,096 greys (DICOM PS3.10, explicit little endian)."""
    syntax = _element(2, 0x10, b"UI", b"1.2.840.10008.1.2.1\0")
    greys = ((0x02, 1), (0x10, 2), (0x11, 2), (0x100, 16), (0x101, 12), (0x102, 11), (0x103, 0))
    return (
        bytes(128)
        + b"DICM"
        + _element(2, 0, b"UL", struct.pack("<I", len(syntax)))
        + syntax
        + _element(8, 0x60, b"CS", b"DX")
        + b"".join(_element(0x28, at, b"US", struct.pack("<H", said)) for at, said in greys)
        + struct.pack("<HH2sHI4H", 0x7FE0, 0x10, b"OW", 0, 8, 0, 1000, 2000, 4095)
    )


def turned_photo() -> bytes:
    """Return a photo taken with the camera on its side: 40 by 20 as kept, upright 20 by 40.

    Its left half is black as kept; turned a quarter to the right, its top half is.
    """
    photo = Image.new("L", (40, 20), "white")
    photo.paste("black", (0, 0, 20, 20))
    about = Image.Exif()
    about[ExifTags.Base.Orientation] = 6
    held = io.BytesIO()
    photo.save(held, "JPEG", exif=about, quality=95)
    return held.getvalue()


def huge_png(side: int = 20_000) -> bytes:
    """Return a few bytes that say they are a square picture of *side* pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + name + body


def _element(group: int, number: int, kind: bytes, said: bytes) -> bytes:
    return struct.pack("<HH2sH", group, number, kind, len(said)) + said
