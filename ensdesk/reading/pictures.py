"""Pictures as pages, by Pillow. Imported only in the reading process."""

from __future__ import annotations

import io
import math
from importlib import import_module

from PIL import ExifTags, Image

from ensdesk.reading import frames
from ensdesk.reading.frames import PageImage, WordPlace
from ensdesk.reading.opened_paper import Open, Refusal

MOST_PIXELS_INSIDE = 120_000_000  # of the picture as it is kept: 480 MB of memory
_PAPER_INCHES = 11.69  # a picture is shown as large as an A4 sheet

_FORMATS = {
    "image/png": ("PNG",),
    "image/jpeg": ("JPEG", "MPO"),
    "image/tiff": ("TIFF",),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
    "image/bmp": ("BMP",),
}
_READERS = {
    "PNG": "PIL.PngImagePlugin",
    "JPEG": "PIL.JpegImagePlugin",
    "MPO": "PIL.MpoImagePlugin",
    "TIFF": "PIL.TiffImagePlugin",
    "GIF": "PIL.GifImagePlugin",
    "WEBP": "PIL.WebPImagePlugin",
    "BMP": "PIL.BmpImagePlugin",
}
# Pillow imports these in the middle of its work, when the walls forbid it. TIFF: the orientation
# of any photo is written as in a TIFF.
_IMPORTED_LATE = (
    "copy",
    "PIL.ImageColor",
    "PIL.ImageFile",
    "PIL.ImagePalette",
    "PIL.TiffImagePlugin",
)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def opener_for(media: str) -> Open:
    """Return what opens pictures of *media*; its readers are loaded now, before the walls."""
    formats = _FORMATS[media]
    for module in (*_IMPORTED_LATE, *(_READERS[name] for name in formats)):
        import_module(module)
    return lambda paper: Picture(paper, formats)


class Picture:
    """A picture, or the pages of a TIFF. An animation is shown as its first picture."""

    def __init__(self, paper: bytes, formats: tuple[str, ...]) -> None:
        Image.MAX_IMAGE_PIXELS = None  # bounded here, page by page
        self._picture = Image.open(io.BytesIO(paper), formats=formats)

    def count(self) -> int:
        if self._picture.format != "TIFF":
            return 1
        return int(getattr(self._picture, "n_frames", 1))

    def words(self, page: int) -> str:
        del page
        return ""

    def places(self, page: int) -> tuple[WordPlace, ...]:
        del page
        return ()

    def image(self, page: int, dpi: int) -> PageImage:
        picture = self._picture
        picture.seek(page)
        longest = max(1, round(dpi * _PAPER_INCHES))
        if max(picture.size) > longest:
            picture.draft("RGB", (longest, longest))  # a JPEG can be opened smaller
        if math.prod(picture.size) > MOST_PIXELS_INSIDE:
            raise Refusal(frames.HEAVY)
        shown = _opaque(_within(picture, longest))
        turned = _upright(shown, picture.getexif().get(ExifTags.Base.Orientation, 1))
        return PageImage(turned.width, turned.height, 3 * turned.width, turned.tobytes())


def _within(picture: Image.Image, longest: int) -> Image.Image:
    """Return *picture* in whole colours, at most *longest* pixels long and never too heavy."""
    full = _whole_colours(picture)
    ratio = min(
        1.0,
        longest / max(full.size),
        math.sqrt(0.98 * frames.MOST_PIXELS / math.prod(full.size)),
    )
    if ratio == 1.0:
        return full
    size = (max(1, int(full.width * ratio)), max(1, int(full.height * ratio)))
    return full.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def _whole_colours(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16"):  # X-rays and scans in 65,536 greys
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return _in_mode(picture, "RGBA")
    return _in_mode(picture, "L" if picture.mode in ("1", "L") else "RGB")


def _in_mode(picture: Image.Image, mode: str) -> Image.Image:
    return picture if picture.mode == mode else picture.convert(mode)  # convert() always copies


def _opaque(picture: Image.Image) -> Image.Image:
    """Put a see-through picture on white paper."""
    if picture.mode != "RGBA":
        return _in_mode(picture, "RGB")
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    """Turn a photo the way the camera was held (EXIF 2.3, tag 274)."""
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)
