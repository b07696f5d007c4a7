"""Reading processes that are there at once: children of the nursery (Linux only)."""

from __future__ import annotations

import _socket as socket  # as in seccomp
import array
import contextlib
import os
import select
import subprocess
import sys
from pathlib import Path

_START = (
    "import sys; sys.path.insert(0, {place!r}); "
    "from ensdesk.reading.nursery import main; main({orders})"
)
_SET_PIPE_SIZE, _PIPE = 1031, 1 << 20  # F_SETPIPE_SZ: what a program may ask for
_STATUS_BYTES = 4
_SECONDS = 5.0  # until a process that was ended has told how


class Child:
    """One reading process: what it reads, what it says. It dies when *line* is closed."""

    def __init__(self, into: int, out: int, line: int) -> None:
        self.into, self.out, self._line = into, out, line

    def end(self) -> None:
        """Have it killed, if it still lives."""
        os.close(self._line)

    def status(self) -> int:
        """Return how it ended, as `Popen.returncode` tells: minus the signal that ended it."""
        if not select.select((self._line,), (), (), _SECONDS)[0]:
            return 0
        told = os.read(self._line, _STATUS_BYTES)
        if len(told) < _STATUS_BYTES:
            return 0
        return os.waitstatus_to_exitcode(int.from_bytes(told, "little", signed=True))


class Ready:
    """The nursery of this program: started when it is first needed, and again when it is gone.

    Papers are read in one lane: nobody else asks meanwhile.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None
        self._begun = self._ready = False

    def child(self, file: int | None) -> Child | None:
        """Return a new reading process, of an open *file* where the paper is one.

        None while the nursery gets ready, or where there is none.
        """
        if sys.platform != "linux":
            return None
        gone = self._process is None or self._process.poll() is not None
        if gone and self._begun and not self._ready:
            return None  # it cannot live here
        if gone:
            self._start()
        return self._order(file) if self._is_ready() else None

    def _start(self) -> None:
        self._begun, self._ready = True, False
        if self._orders is not None:
            self._orders.close()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        place = str(Path(__file__).resolve().parents[2])
        start = _START.format(place=place, orders=theirs.fileno())
        self._orders = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET, fileno=ours.detach())
        with contextlib.suppress(OSError):
            # -I: nothing of the person's own Python; -B: no file is written beside the sources.
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-B", "-c", start],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                cwd="/",
                env={},
            )
        theirs.close()

    def _is_ready(self) -> bool:
        if not self._ready and self._orders is not None:
            told = select.select((self._orders,), (), (), 0)[0]
            self._ready = bool(told) and bool(self._orders.recv(1))
        return self._ready

    def _order(self, file: int | None) -> Child | None:
        import fcntl  # there is none on Windows

        assert self._orders is not None  # noqa: S101 - tells mypy
        (their_in, into), (out, their_out) = os.pipe(), os.pipe()
        with contextlib.suppress(OSError):
            fcntl.fcntl(into, _SET_PIPE_SIZE, _PIPE)
        line, their_line = (end.detach() for end in socket.socketpair())
        theirs = (their_in, their_out, their_line)
        given = array.array("i", theirs if file is None else (*theirs, file))
        try:
            self._orders.sendmsg([b"o"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, given)])
        except OSError:
            for end in (into, out, line):
                os.close(end)
            return None
        finally:
            for end in theirs:
                os.close(end)
        return Child(into, out, line)
