"""The program lives on, whatever a paper or the reading process does."""

from __future__ import annotations

import random
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest

from ensdesk.reading.frames import WHOLE
from ensdesk.reading.reader import (
    PaperTooHeavy,
    ReadingFailed,
    look,
    page_image,
    page_images,
    walls_here,
    word_places,
)
from ensdesk.reading.walls import Walls
from ensdesk.trouble import Trouble
from tests.reading.papers import bomb_pdf, brackets, nested_pdf, pdf_of, picture, unfolding_pdf

PDF = "application/pdf"
_READ = "import sys, os, struct, time; sys.stdin.buffer.read();"


def without_nursery(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each paper start a process from nothing, as where there is no nursery."""
    monkeypatch.setattr("ensdesk.reading.reading_process.READY.child", lambda _file: None)


def child_that(monkeypatch: pytest.MonkeyPatch, code: str, seconds: float = 10) -> None:
    """Put a process that runs *code* in the place of the reading process."""
    command = [sys.executable, "-I", "-S", "-c", code]
    monkeypatch.setattr("ensdesk.reading.reading_process.command", lambda: command)
    without_nursery(monkeypatch)
    monkeypatch.setattr("ensdesk.reading.reader._SECONDS", seconds)


def child_that_says(monkeypatch: pytest.MonkeyPatch, *pieces: tuple[bytes, bytes]) -> None:
    """Put a process that says *pieces* in the place of the reading process."""
    said = b"".join(struct.pack("<4sI", tag, len(body)) + body for tag, body in pieces)
    child_that(monkeypatch, f"{_READ} sys.stdout.buffer.write({said!r})")


def mutated(paper: bytes, seed: int) -> bytes:
    """Return *paper* with bytes changed, cut out, doubled, or its end missing."""
    chance = random.Random(seed)  # noqa: S311  # the same damage each time
    held = bytearray(paper)
    for _ in range(chance.randint(1, 30)):
        start = chance.randrange(len(held))
        match chance.randrange(4):
            case 0:
                held[start] = chance.randrange(256)
            case 1:
                del held[start : start + chance.randrange(1, 40)]
            case 2:
                held[start:start] = held[start : start + chance.randrange(1, 40)]
            case _:
                held[start : start + 8] = b"9" * 8
        held = held or bytearray(b"%")
    return bytes(held[: chance.randrange(1, len(held) + 1)]) if seed % 5 == 0 else bytes(held)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_pdf_is_shown_or_refused(seed: int) -> None:
    """Sixty damages: a page, or one sentence."""
    paper = mutated(pdf_of("Ordonnance", "Suite"), seed)
    with suppress(PaperTooHeavy, ReadingFailed):
        assert page_image(BytesIO(paper), PDF, 0, 40).fits()


@pytest.mark.parametrize("seed", range(60))
def test_words_of_a_damaged_pdf_have_places_or_none(seed: int) -> None:
    """They stay on the page, whatever the damage."""
    paper = mutated(pdf_of("Ordonnance", "Suite"), seed)
    with suppress(PaperTooHeavy, ReadingFailed):
        for place in word_places(BytesIO(paper), PDF, 0):
            assert 0 <= place.left <= place.right <= WHOLE
            assert 0 <= place.top <= place.bottom <= WHOLE


@pytest.mark.parametrize(
    "said",
    [
        pytest.param((b"SPOT", b"nonsense of some length"), id="nonsense"),
        pytest.param((b"WORD", b"Ordonnance"), id="an answer to another question"),
    ],
)
def test_places_that_make_no_sense_are_refused(
    monkeypatch: pytest.MonkeyPatch, said: tuple[bytes, bytes]
) -> None:
    """The reading process may have been taken over by the paper."""
    child_that_says(monkeypatch, said)
    with pytest.raises(ReadingFailed):
        word_places(BytesIO(), PDF, 0)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "WEBP"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_damaged_picture_is_shown_or_refused(kind: str, seed: int) -> None:
    """The same for pictures."""
    paper = mutated(picture(kind, (300, 200)), seed)
    with suppress(PaperTooHeavy, ReadingFailed):
        assert page_image(BytesIO(paper), f"image/{kind.lower()}", 0, 72).fits()


@pytest.mark.parametrize("bomb", [bomb_pdf, unfolding_pdf, nested_pdf, brackets])
def test_bombs(bomb: Callable[[], bytes]) -> None:
    """Huge pictures, drawings without end, nodes inside nodes: an answer in bounded time."""
    paper = bomb()
    started = time.monotonic()
    with suppress(PaperTooHeavy, ReadingFailed):
        page_image(BytesIO(paper), PDF, 0, 72)

    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", f"{_READ} time.sleep(60)"], ids=["before", "after"]
)
def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """It is given its time, then it is killed; a large paper does not block the program."""
    child_that(monkeypatch, code, seconds=0.3)

    with pytest.raises(PaperTooHeavy):
        look(BytesIO(bytes(1_000_000)), PDF)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import os; os.kill(os.getpid(), 11)",
        f"{_READ} os.write(1, b'PAGE')",
        f"{_READ} os.write(1, b'hello, this is no frame at all' * 9)",
        f"{_READ} os.write(1, struct.pack('<4sI', b'IMAG', 2**32 - 1))",
        f"{_READ} os.write(1, struct.pack('<4sI', b'WHAT', 0))",
    ],
    ids=["ends", "breaks", "half a frame", "no frame", "too large", "another tag"],
)
def test_a_process_that_does_not_answer_as_it_should(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Each gives one sentence."""
    child_that(monkeypatch, code)

    with pytest.raises(ReadingFailed):
        look(BytesIO(bytes(1_000_000)), PDF)
    with pytest.raises(ReadingFailed):
        page_image(BytesIO(bytes(1_000_000)), PDF, 0, 72)


@pytest.mark.parametrize(
    "pieces",
    [
        [(b"WORD", b"x")],
        [(b"PAGE", b"xx")],
        [(b"PAGE", struct.pack("<I", 0)), (b"DONE", b"")],
        [(b"PAGE", struct.pack("<I", 4_000_000_000)), (b"DONE", b"")],
        [(b"PAGE", struct.pack("<I", 1)), (b"WORD", b""), (b"WORD", b"")],
        [(b"PAGE", struct.pack("<I", 1)), (b"IMAG", b"x")],
        [(b"PAGE", struct.pack("<I", 9)), *[(b"WORD", b"x" * 1000)] * 9],
    ],
)
def test_words_that_do_not_fit(
    monkeypatch: pytest.MonkeyPatch, pieces: list[tuple[bytes, bytes]]
) -> None:
    """No count, a count out of bounds, more words than pages, more letters than allowed."""
    child_that_says(monkeypatch, *pieces)
    monkeypatch.setattr("ensdesk.reading.frames.MOST_LETTERS_IN_ALL", 5000)

    with pytest.raises(ReadingFailed):
        look(BytesIO(b"x"), PDF)


@pytest.mark.parametrize(
    "image",
    [
        b"",
        struct.pack("<III", 1, 1, 3),
        struct.pack("<III", 2, 1, 3) + b"abc",
        struct.pack("<III", 0, 0, 0),
        struct.pack("<III", 100_000, 100_000, 0),
        struct.pack("<III", 2**31, 2**31, 3),
    ],
)
def test_pixels_that_do_not_fit(monkeypatch: pytest.MonkeyPatch, image: bytes) -> None:
    """The numbers of an image agree with its bytes, or it is not shown."""
    child_that_says(monkeypatch, (b"IMAG", image))

    with pytest.raises(ReadingFailed):
        page_image(BytesIO(b"x"), PDF, 0, 72)


def test_more_pages_than_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless stream of pages is cut."""
    pixel = (b"IMAG", struct.pack("<III", 1, 1, 3) + b"abc")
    child_that_says(monkeypatch, *[pixel] * 5)

    with pytest.raises(ReadingFailed):
        list(page_images(BytesIO(b"x"), PDF, 72, pages=2))


def test_a_process_that_spends_its_time_says_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of the processor ends a paper that turns in circles."""
    turning = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    child_that(monkeypatch, turning)

    with pytest.raises(PaperTooHeavy):
        page_image(BytesIO(b"x"), PDF, 0, 72)


def test_walls_that_nobody_tells_do_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that cannot start proves nothing."""
    child_that(monkeypatch, "")
    assert walls_here() == Walls()

    monkeypatch.setattr("ensdesk.reading.reading_process.command", lambda: ["/not/there"])
    without_nursery(monkeypatch)
    assert walls_here() == Walls()


def test_nothing_of_the_paper_is_told_when_it_fails() -> None:
    """The error of a broken paper carries no word of it."""
    marker = "Perlimpinpin"
    paper = pdf_of(marker).replace(b"/Page", b"/Rage").replace(b"%PDF", marker.encode() + b"%PDF")
    with pytest.raises(Trouble) as told:
        page_image(BytesIO(paper[:300]), PDF, 0, 72)

    assert marker not in repr(told.value)
    assert told.value.__cause__ is None
