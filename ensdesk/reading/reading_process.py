"""One short-lived process that reads one paper, seen from the program: it may hang, lie or die."""

from __future__ import annotations

import os
import select
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from ensdesk.reading import frames
from ensdesk.reading.frames import Request
from ensdesk.reading.ready import Ready

_CHUNK = 256 * 1024
_START = "import sys; sys.path.insert(0, {place!r}); from ensdesk.reading.child import main; main()"


class Heavy(Exception):
    """The paper is larger, or takes longer, than the process may."""


class Garbled(Exception):
    """The process did not say what a reading process says."""


def command() -> list[str]:
    """Return how a reading process is started: the one place to change in a built program."""
    place = str(Path(__file__).resolve().parents[2])
    # -I: nothing of the person's own Python; -B: no file is written beside the sources.
    return [sys.executable, "-I", "-B", "-c", _START.format(place=place)]


class OwnProcess:
    """A reading process started from nothing, where no child of the nursery can be had."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env={"SYSTEMROOT": os.environ["SYSTEMROOT"]} if sys.platform == "win32" else {},
            bufsize=0,
        )
        assert self._process.stdin is not None  # noqa: S101  # asked for just above
        assert self._process.stdout is not None  # noqa: S101
        self.into = os.dup(self._process.stdin.fileno())
        self.out = os.dup(self._process.stdout.fileno())
        self._process.stdin.close()
        self._process.stdout.close()

    def end(self) -> None:
        """Kill it, if it still lives."""
        self._process.kill()
        self._process.wait()

    def status(self) -> int:
        """Return how it ended."""
        return self._process.wait()


READY = Ready()  # one nursery a program: it holds nothing but libraries


class ReadingProcess:
    """Bytes in, frames out, and an end in every case.

    The process reads everything before it answers, so writing first and reading then cannot
    block for ever. *seconds* bounds each wait, whoever is slow. A *paper* that is a file is
    handed over as it is, where that can be done: then it is at work from the start.
    """

    def __init__(
        self, request: Request, paper: BinaryIO | None = None, *, most: int = 0, seconds: float
    ) -> None:
        self._seconds = seconds
        self._most = most
        file = _file_of(paper, most) if paper is not None else None
        child = READY.child(file)
        self._process = child or OwnProcess()
        self._paper = None if child is not None and file is not None else paper
        self._into, self._out = self._process.into, self._process.out
        self._gives, self._over = True, False
        if sys.platform != "win32":
            os.set_blocking(self._into, False)
        self._give(request.to_line())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def end(self) -> None:
        """End it, whatever it is doing; may be called twice."""
        if not self._over:
            self._over = True
            self._process.end()
            self._end_giving()
            os.close(self._out)

    def answer(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield each frame, within its bounds, until the process is done, after `give`.

        Raises Heavy or Garbled.
        """
        self.give()
        while True:
            tag, length = frames.HEADER.unpack(self._read(frames.HEADER.size))
            if length > frames.MOST_BYTES.get(tag, -1):
                raise Garbled
            body = self._read(length)
            if tag == frames.DONE:
                return
            yield tag, body

    def give(self) -> None:
        """Give the whole paper, if it was not handed over. Raises Heavy."""
        most = self._most
        while self._paper is not None and (piece := self._paper.read(_CHUNK)):
            most -= len(piece)
            if most < 0:
                raise Heavy
            if self._gives:
                self._give(piece)
        self._paper = None
        self._end_giving()

    def _give(self, piece: bytes) -> None:
        try:
            self._write(piece)
        except BrokenPipeError:
            self._end_giving()  # it ended early: its answer, or its silence, tells why

    def _end_giving(self) -> None:
        if self._gives:
            self._gives = False
            os.close(self._into)

    def _write(self, piece: bytes) -> None:
        left = memoryview(piece)
        deadline = time.monotonic() + self._seconds
        while left:
            if sys.platform != "win32":
                _wait((), (self._into,), deadline)
            left = left[os.write(self._into, left) :]

    def _read(self, length: int) -> bytes:
        held = bytearray()
        deadline = time.monotonic() + self._seconds
        while len(held) < length:
            _wait((self._out,), (), deadline)
            piece = os.read(self._out, min(length - len(held), _CHUNK))
            if not piece:
                raise self._why_it_ended()
            held += piece
        return bytes(held)

    def _why_it_ended(self) -> Exception:
        """Tell a process that used up its time from one that broke."""
        if sys.platform == "win32":
            return Garbled()
        import signal

        ended = self._process.status()
        return Heavy() if -ended in (signal.SIGXCPU, signal.SIGKILL) else Garbled()


def _file_of(paper: BinaryIO, most: int) -> int | None:
    """Return the descriptor of a paper that is a file, read from its start. Raises Heavy."""
    try:
        file = paper.fileno()
        seen = os.fstat(file)
    except (OSError, AttributeError):  # it has none: it is in memory, or within another file
        return None
    if not stat.S_ISREG(seen.st_mode) or paper.tell():
        return None
    if seen.st_size > most:
        raise Heavy
    return file


def _wait(readable: tuple[int, ...], writable: tuple[int, ...], deadline: float) -> None:
    """Return when an end is ready. Raises Heavy after *deadline*."""
    if sys.platform == "win32":  # not tried
        _wait_on_windows(readable, deadline)
        return
    left = deadline - time.monotonic()
    if left <= 0 or not any(select.select(readable, writable, (), left)):
        raise Heavy


def _wait_on_windows(readable: tuple[int, ...], deadline: float) -> None:
    if sys.platform == "win32":  # not tried: pipes cannot be selected there
        import _winapi
        import msvcrt

        for end in readable:
            while not _winapi.PeekNamedPipe(msvcrt.get_osfhandle(end), 0)[0]:
                if time.monotonic() > deadline:
                    raise Heavy
                time.sleep(0.005)
