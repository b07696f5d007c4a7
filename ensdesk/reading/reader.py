"""Show a paper without ever opening it here: each call starts one walled process and ends it.

These functions block (a fifth of a second for a usual paper): call them from the lane of work.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ensdesk.language import N_
from ensdesk.reading import frames
from ensdesk.reading.frames import PageImage, Request, WordPlace
from ensdesk.reading.media import HEAD, can_show, sniff
from ensdesk.reading.reading_process import Garbled, Heavy, ReadingProcess
from ensdesk.reading.walls import PROCESSOR_SECONDS, Walls
from ensdesk.trouble import Trouble

__all__ = [
    "HEAD", "BegunLook", "CannotShow", "Look", "PageImage", "PaperClosed", "PaperTooHeavy",
    "ReadingFailed", "WordPlace", "can_show", "look", "page_image", "page_images", "sniff",
    "walls_here", "word_places",
]  # fmt: skip

MOST_BYTES = 320 << 20  # what a process of 1 GiB can hold and still work on
PRINT_DPI = 300
_SECONDS = 40.0  # of waiting for one answer, on a slow computer
_SECONDS_A_PAGE = 4  # of the processor, more for each page of a long print
_MOST_SECONDS = 600


class CannotShow(Trouble):
    """The paper is kept, but ensdesk has no way to draw it."""

    words = N_("This paper cannot be shown here. It is kept whole in your folder.")
    advice = N_("You can copy it out, then open it with another program.")


class PaperClosed(Trouble):
    """The paper asks for a password of its own."""

    words = N_("This paper is closed by a secret of its own. It is kept whole.")
    advice = N_("Ask the person who gave it to you for an open paper.")


class PaperTooHeavy(Trouble):
    """The paper needs more memory or time than the reading process may take."""

    words = N_("This paper is too heavy to be shown here. It is kept whole in your folder.")
    advice = N_("You can copy it out, then open it with another program.")


class ReadingFailed(Trouble):
    """The paper cannot be understood."""

    words = N_("This paper could not be read. It is kept as it is.")
    advice = N_("Ask for the paper again, or take a photo of it.")


@dataclass(frozen=True, slots=True)
class Look:
    """What a paper holds: how many pages, and the words of each one (none on a photo)."""

    pages: int
    text: tuple[str, ...]


class BegunLook:
    """A look that has begun: the paper is read elsewhere while one does something else here."""

    def __init__(self, source: BinaryIO, media: str) -> None:
        """Raise CannotShow or PaperTooHeavy."""
        with _in_words():
            request = Request("look", _shown(media))
            self._process = ReadingProcess(request, source, most=MOST_BYTES, seconds=_SECONDS)

    def give(self) -> None:
        """Give what is left of the source, read from its start; without it `end` does.

        Raises PaperTooHeavy.
        """
        with _in_words():
            self._process.give()

    def end(self) -> Look:
        """Return the pages and the words. Raises PaperClosed, PaperTooHeavy or ReadingFailed."""
        try:
            answer = _said_by(self._process)
            tag, body = next(answer, (b"", b""))
            if tag != frames.PAGES or len(body) != frames.COUNT.size:
                raise ReadingFailed
            (pages,) = frames.COUNT.unpack(body)
            words = [_decoded(tag, body) for tag, body in _at_most(pages, answer)]
        finally:
            self._process.end()
        if not 0 < pages <= frames.MOST_PAGES or sum(map(len, words)) > frames.MOST_LETTERS_IN_ALL:
            raise ReadingFailed
        return Look(pages, (*words, *[""] * (pages - len(words))))

    def leave(self) -> None:
        """Give up; only where `end` was not called."""
        self._process.end()


def look(source: BinaryIO, media: str) -> Look:
    """Return the pages and the words of the paper in *source*.

    Raises CannotShow, PaperClosed, PaperTooHeavy or ReadingFailed.
    """
    return BegunLook(source, media).end()


def page_image(source: BinaryIO, media: str, page: int, dpi: int) -> PageImage:
    """Return one page, numbered from 0, at *dpi* or less if it would be too large.

    A picture has no size in inches: it is taken to be as long as an A4 sheet, and never enlarged.
    Raises as `look`.
    """
    for image in _images(source, media, page, page + 1, dpi):
        return image
    raise ReadingFailed


def word_places(source: BinaryIO, media: str, page: int) -> tuple[WordPlace, ...]:
    """Return where the words of a page stand, numbered from 0; none on a picture. Raises as `look`.

    All of them: what is looked for is told to no reading process.
    """
    for tag, body in _at_most(1, _ask(source, Request("place", _shown(media), page))):
        if tag != frames.PLACES:
            raise ReadingFailed
        try:
            return tuple(frames.places_of(body))
        except (struct.error, ValueError):
            raise ReadingFailed from None
    raise ReadingFailed


def page_images(
    source: BinaryIO, media: str, dpi: int = PRINT_DPI, *, first: int = 0, pages: int | None = None
) -> Iterator[PageImage]:
    """Yield the pages for a printer, one in memory at a time, at 300 dpi at most. Raises as `look`.

    One process makes them all: close the iterator to end it early.
    """
    last = frames.MOST_PAGES if pages is None else first + pages
    yield from _images(source, media, first, last, min(dpi, PRINT_DPI))


def walls_here() -> Walls:
    """Return the walls that hold on this computer, tried in a process that ends at once."""
    try:
        with ReadingProcess(Request("walls"), seconds=_SECONDS) as process:
            tag, body = next(process.answer(), (b"", b""))
    except (Garbled, Heavy, OSError):
        return Walls()
    return Walls.of_byte(body[0]) if tag == frames.WALLS and body else Walls()


def _images(source: BinaryIO, media: str, first: int, last: int, dpi: int) -> Iterator[PageImage]:
    pages = max(0, min(last - first, frames.MOST_PAGES))
    seconds = min(PROCESSOR_SECONDS + _SECONDS_A_PAGE * (pages - 1), _MOST_SECONDS)
    request = Request("show", _shown(media), first, first + pages, dpi, seconds)
    for tag, body in _at_most(pages, _ask(source, request)):
        if tag != frames.IMAGE or len(body) < frames.PIXELS.size:
            raise ReadingFailed
        width, height, stride = frames.PIXELS.unpack_from(body)
        image = PageImage(width, height, stride, body[frames.PIXELS.size :])
        if not image.fits():
            raise ReadingFailed
        yield image


def _shown(media: str) -> str:
    if not can_show(media):
        raise CannotShow
    return media


def _ask(source: BinaryIO, request: Request) -> Iterator[tuple[bytes, bytes]]:
    """Yield what a reading process says of the paper, refusals turned into Troubles.

    What goes wrong with *source* itself goes through untouched.
    """
    with _in_words():
        process = ReadingProcess(request, source, most=MOST_BYTES, seconds=_SECONDS)
    with process:
        yield from _said_by(process)


def _said_by(process: ReadingProcess) -> Iterator[tuple[bytes, bytes]]:
    with _in_words():
        for tag, body in process.answer():
            if tag == frames.FAILED:
                raise _refusal(body)
            if tag != frames.WALLS:
                yield tag, body


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except Heavy:
        raise PaperTooHeavy from None
    except Garbled:
        raise ReadingFailed from None


def _refusal(word: bytes) -> Trouble:
    match word:
        case frames.CLOSED:
            return PaperClosed()
        case frames.HEAVY:
            return PaperTooHeavy()
        case _:
            return ReadingFailed()


def _at_most(count: int, answer: Iterator[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    for number, piece in enumerate(answer):
        if number >= count:
            raise ReadingFailed
        yield piece


def _decoded(tag: bytes, body: bytes) -> str:
    if tag != frames.WORDS:
        raise ReadingFailed
    return body.decode("utf-8", "ignore")
