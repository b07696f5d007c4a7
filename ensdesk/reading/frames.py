"""What the reading process says, piece by piece: a tag of four letters, a length, a body.

Named tuples and not dataclasses: each paper starts a process, and `dataclasses` costs it 12 ms.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

HEADER = struct.Struct("<4sI")
PIXELS = struct.Struct("<III")
COUNT = struct.Struct("<I")
PLACE = struct.Struct("<4HB")  # left, top, right, bottom in parts of WHOLE; bytes of the word
WHOLE = 65_535

WALLS = b"WALL"  # the walls that hold, one byte
PAGES = b"PAGE"  # the number of pages
WORDS = b"WORD"  # the text of the next page, UTF-8
PLACES = b"SPOT"  # where the words of one page stand: PLACE, then the word, UTF-8, again and again
IMAGE = b"IMAG"  # width, height, stride, then the pixels of the next page
FAILED = b"FAIL"  # one of the code words below: never the words of an error
DONE = b"DONE"

CLOSED = b"closed"  # a password is asked
HEAVY = b"heavy"  # more than fits
DAMAGED = b"damaged"  # cannot be understood
ABSENT = b"absent"  # no such page

MOST_PIXELS = 18_000_000  # an A3 page at 300 dpi
MOST_PAGES = 10_000
MOST_LETTERS = 200_000  # of one page
MOST_LETTERS_IN_ALL = 8_000_000
MOST_PLACES = 50_000  # words of one page
MOST_LETTERS_A_WORD = 60

MOST_BYTES = {
    WALLS: 1,
    PAGES: COUNT.size,
    WORDS: 4 * MOST_LETTERS,
    PLACES: MOST_PLACES * (PLACE.size + 4 * MOST_LETTERS_A_WORD),
    IMAGE: PIXELS.size + 4 * MOST_PIXELS,
    FAILED: 16,
    DONE: 0,
}


class PageImage(NamedTuple):
    """One page as pixels: `stride` bytes a line, three bytes (red, green, blue) a pixel."""

    width: int
    height: int
    stride: int
    rgb: bytes

    def fits(self) -> bool:
        """Say whether the numbers agree with the bytes and stay within bounds."""
        return (
            0 < self.width * self.height <= MOST_PIXELS
            and 3 * self.width <= self.stride
            and len(self.rgb) == self.stride * self.height
        )


class WordPlace(NamedTuple):
    """A word, and its edges on the page as it is drawn, in parts of `WHOLE`."""

    word: str
    left: int
    top: int
    right: int
    bottom: int

    def to_bytes(self) -> bytes:
        word = self.word.encode("utf-8", "ignore")
        return PLACE.pack(self.left, self.top, self.right, self.bottom, len(word)) + word


def places_of(body: bytes) -> Iterator[WordPlace]:
    """Yield the places told in *body*. Raises struct.error or ValueError for nonsense."""
    at = 0
    while at < len(body):
        left, top, right, bottom, size = PLACE.unpack_from(body, at)
        at += PLACE.size + size
        if left > right or top > bottom or at > len(body):
            raise ValueError
        yield WordPlace(body[at - size : at].decode("utf-8"), left, top, right, bottom)


class Request(NamedTuple):
    """What is asked of the reading process, in one line before the bytes of the paper."""

    job: str
    media: str = ""
    first: int = 0
    last: int = 0
    dpi: int = 0
    seconds: int = 0

    def to_line(self) -> bytes:
        numbers = (self.first, self.last, self.dpi, self.seconds)
        return f"{self.job}|{self.media}|{'|'.join(map(str, numbers))}\n".encode("ascii")

    @classmethod
    def of_line(cls, line: bytes) -> Request:
        job, media, *numbers = line.decode("ascii").rstrip("\n").split("|")
        return cls(job, media, *map(int, numbers))
