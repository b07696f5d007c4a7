"""The reading process: one paper in, what it shows out, then the end.

Bytes come by the standard input, frames leave by the standard output. Nothing of the paper is
looked at before the walls are closed, and no error leaves but as a code word.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import BinaryIO

from ensdesk.reading import frames
from ensdesk.reading.frames import Request
from ensdesk.reading.media import PDF, PICTURES, TEXT
from ensdesk.reading.opened_paper import Open, OpenedPaper, Refusal
from ensdesk.reading.walls import PROCESSOR_SECONDS, close_walls

LOOK_SECONDS = 8  # of the processor, spent on words; what is left without words is still shown
_CHUNK = 1 << 20


Piece = tuple[bytes, bytes]


def main(file: int | None = None) -> None:
    """Answer one request and end, whatever happens. The paper follows, or is an open *file*."""
    told = _private_output()
    request = Request.of_line(sys.stdin.buffer.readline(200))
    opens = opener_of(request.media)
    paper = _read_all(sys.stdin.buffer) if file is None else _read_file(file)
    walls = close_walls(request.seconds or PROCESSOR_SECONDS)
    _tell(told, frames.WALLS, bytes([walls.to_byte()]))
    word = _answer(request, opens, paper, told)
    _tell(told, *((frames.FAILED, word) if word else (frames.DONE, b"")))
    os._exit(0)  # no clean-up: it would only be more code run on a stranger's data


def _answer(request: Request, opens: Open, paper: bytes, told: int) -> bytes:
    try:
        for tag, body in JOBS[request.job](opens, paper, request):
            _tell(told, tag, body)
    except Refusal as refusal:
        return refusal.word
    except MemoryError:
        return frames.HEAVY
    except BrokenPipeError:
        os._exit(1)
    except Exception:  # noqa: BLE001  # anything may come out of a stranger's paper
        return frames.DAMAGED
    return b""


def _tell_walls(opens: Open, paper: bytes, request: Request) -> Iterable[Piece]:
    del opens, paper, request
    return ()


def _look(opens: Open, paper: bytes, request: Request) -> Iterable[Piece]:
    del request
    opened = opens(paper)
    pages = _counted(opened)
    yield frames.PAGES, frames.COUNT.pack(pages)
    left = frames.MOST_LETTERS_IN_ALL
    for page in range(pages):
        words = opened.words(page)[: min(left, frames.MOST_LETTERS)]
        left -= len(words)
        yield frames.WORDS, words.encode("utf-8", "ignore")
        if not left or time.process_time() > LOOK_SECONDS:
            return


def _show(opens: Open, paper: bytes, request: Request) -> Iterable[Piece]:
    opened = opens(paper)
    pages = _counted(opened)
    last = min(request.last, pages)
    if request.first >= last:
        raise Refusal(frames.ABSENT)
    for page in range(request.first, last):
        image = opened.image(page, request.dpi)
        head = frames.PIXELS.pack(image.width, image.height, image.stride)
        yield frames.IMAGE, head + image.rgb


def _place(opens: Open, paper: bytes, request: Request) -> Iterable[Piece]:
    opened = opens(paper)
    if request.first >= _counted(opened):
        raise Refusal(frames.ABSENT)
    yield frames.PLACES, b"".join(place.to_bytes() for place in opened.places(request.first))


JOBS: dict[str, Callable[[Open, bytes, Request], Iterable[Piece]]] = {
    "walls": _tell_walls,
    "look": _look,
    "show": _show,
    "place": _place,
}


def _counted(opened: OpenedPaper) -> int:
    pages = opened.count()
    if pages < 1:
        raise Refusal(frames.DAMAGED)
    if pages > frames.MOST_PAGES:
        raise Refusal(frames.HEAVY)
    return pages


@cache
def opener_of(media: str) -> Open:
    """Return what opens *media*, with everything it needs already imported."""
    if media == PDF:
        from ensdesk.reading.pdf_pages import PdfPages

        return PdfPages
    if media in PICTURES:
        from ensdesk.reading.pictures import opener_for

        return opener_for(media)
    if media == TEXT:
        from ensdesk.reading.plain_text import opener_of_text

        return opener_of_text()
    return _cannot


def _cannot(paper: bytes) -> OpenedPaper:
    del paper
    raise Refusal(frames.DAMAGED)


def _private_output() -> int:
    """Return the way out for frames; whatever a library prints goes nowhere."""
    told = os.dup(1)
    os.dup2(2, 1)
    return told


def _read_all(source: BinaryIO) -> bytes:
    held = io.BytesIO()
    while piece := source.read(_CHUNK):
        held.write(piece)
    return held.getvalue()


def _read_file(file: int) -> bytes:
    """Read without moving the place at which the program reads the same file."""
    paper = os.pread(file, os.fstat(file).st_size, 0)
    os.close(file)
    return paper


def _tell(told: int, tag: bytes, body: bytes) -> None:
    for part in (frames.HEADER.pack(tag, len(body)), body):  # a large body is not copied
        left = memoryview(part)
        while left:
            left = left[os.write(told, left) :]


if __name__ == "__main__":
    main()
