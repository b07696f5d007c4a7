"""The process that makes a child for each paper: it never reads one, and ends with the program."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from ensdesk.reading import reading_process, ready
from ensdesk.reading.frames import Request
from ensdesk.reading.reader import BegunLook, look, page_images, walls_here
from ensdesk.reading.reading_process import Garbled, Heavy, OwnProcess, ReadingProcess
from ensdesk.reading.ready import Ready
from tests.reading.papers import pdf_of

PDF = "application/pdf"


def soon(true: Callable[[], object], seconds: float = 20) -> bool:
    """Wait until something is true."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


@pytest.fixture
def nursery(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ready]:
    """A nursery of this test alone, ready to work; no paper may start a process of its own."""
    made = Ready()
    assert soon(lambda: (child := made.child(None)) and (child.end(), child))
    monkeypatch.setattr(reading_process, "READY", made)
    monkeypatch.setattr(OwnProcess, "__init__", lambda _self: pytest.fail("a process of its own"))
    yield made
    end(made)


def end(made: Ready) -> None:
    """Let go of a nursery, as the end of the program does."""
    if made._orders is not None:
        made._orders.close()
    made._process.wait(9)


def children(made: Ready) -> list[str]:
    """Return the processes that the nursery has."""
    number = made._process.pid
    return Path(f"/proc/{number}/task/{number}/children").read_text().split()


def test_a_paper_in_memory_and_one_in_a_file_are_read_alike(nursery, tmp_path) -> None:
    """The bytes go through a pipe, or the file is handed over as it is."""
    paper = pdf_of("un", "deux")
    (tmp_path / "a.pdf").write_bytes(paper)
    with (tmp_path / "a.pdf").open("rb") as file:
        assert look(file, PDF) == look(BytesIO(paper), PDF)
        assert file.read() == paper  # where the program reads is not moved


def test_its_children_have_all_walls(nursery) -> None:
    """As those that are started from nothing."""
    assert walls_here().proved


def test_a_look_goes_on_while_something_else_is_done(nursery, tmp_path) -> None:
    """Several at once, each ended in its turn."""
    (tmp_path / "a.pdf").write_bytes(pdf_of("un"))
    (tmp_path / "b.pdf").write_bytes(pdf_of("deux"))
    with (tmp_path / "a.pdf").open("rb") as a, (tmp_path / "b.pdf").open("rb") as b:
        begun = [BegunLook(a, PDF), BegunLook(b, PDF)]
    assert [one.end().text for one in reversed(begun)] == [("deux",), ("un",)]
    assert soon(lambda: not children(nursery))


def test_a_child_that_nobody_asks_any_more_is_ended(nursery) -> None:
    """In the middle of its pages."""
    pages = page_images(BytesIO(pdf_of(*"abcdefgh")), PDF, 300)
    next(pages)
    assert children(nursery)
    pages.close()  # type: ignore[attr-defined]  # a generator
    assert soon(lambda: not children(nursery))


def test_a_child_that_broke_is_told_from_one_that_was_killed(nursery) -> None:
    """How it ended comes by its line: the system kills one that takes too much."""
    with ReadingProcess(Request("no-such-job"), seconds=9) as broken, pytest.raises(Garbled):
        list(broken.answer())
    assert soon(lambda: not children(nursery))
    with ReadingProcess(Request("look", PDF), seconds=9) as killed:
        assert soon(lambda: children(nursery))
        os.kill(int(children(nursery)[0]), signal.SIGKILL)
        with pytest.raises(Heavy):
            next(killed.answer())


def test_it_ends_with_the_program_and_begins_again(nursery) -> None:
    """Closing its way in is enough: also when the program starts itself again."""
    process = nursery._process
    nursery._orders.close()
    assert process.wait(9) == 0
    nursery._orders = None
    assert soon(lambda: (child := nursery.child(None)) and (child.end(), child))
    assert nursery._process is not process


def test_where_it_cannot_live_it_is_not_tried_again(monkeypatch) -> None:
    """Each paper then starts its own process."""
    monkeypatch.setattr(ready, "_START", "raise SystemExit")
    made = Ready()
    assert made.child(None) is None
    process = made._process
    process.wait(9)
    assert made.child(None) is None
    assert made._process is process
    end(made)
