"""The process that has read its libraries in and makes a child for each paper (Linux).

Reading the libraries in takes longer than reading a paper. It never sees a paper itself: each child
is new, is given the two ends of its pipes, and closes its own walls before it reads.
"""

from __future__ import annotations

import _socket as socket  # as in seccomp
import array
import contextlib
import gc
import os
import select
import signal
import struct
from importlib import import_module

from ensdesk.reading.child import main as read_one
from ensdesk.reading.child import opener_of
from ensdesk.reading.landlock import no_files
from ensdesk.reading.media import PDF, PICTURES, TEXT
from ensdesk.reading.walls import refuse_network

STATUS = struct.Struct("<i")  # how a child ended, as waitpid tells
READY = b"r"
# Given with each order: what it reads, what it writes, the line that keeps it alive, and its paper
# where that is a file.
_ENDS, _MOST_ENDS = 3, 4
_IDLE_SECONDS = 60
_MOST_FILES = 1024
_INT = struct.calcsize("i")


def main(orders: int) -> None:
    """Make a child for each order on the socket *orders*, until it closes or nothing comes."""
    for media in (PDF, *PICTURES, TEXT):
        opener_of(media)
    import_module("resource")  # the children need it when no file can be read any more
    _warm_up("image/bmp", _DOT)  # Pillow imports what it knows
    refuse_network()
    no_files()
    _warm_up(PDF, _PAGE)  # here, where the fonts of the system cannot be read: nor can the children
    gc.freeze()  # the children share what is there
    os.close(os.pidfd_open(os.getpid()))  # not there: the program goes on without a nursery
    way = socket.socket(fileno=orders)
    way.send(READY)
    Nursery(way).keep()
    os._exit(0)


# What the libraries make ready at their first page takes longer than a page.
_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>
endobj
4 0 obj<</Length 31>>stream
BT /F 9 Tf 9 9 Td (abc) Tj ET\x20\x20
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""
_DOT = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0\1\0\x18\0" + bytes(28)


def _warm_up(media: str, paper: bytes) -> None:
    """Read a page of one's own, as the children will."""
    opened = opener_of(media)(paper)
    opened.words(0)
    opened.image(0, 30)


class Nursery:
    """The children that are alive: each by the descriptor of its process, and its line."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders
        self._lines: dict[int, tuple[int, int]] = {}  # by process: its number and its line
        self._poll = select.poll()
        self._poll.register(orders.fileno(), select.POLLIN)

    def keep(self) -> None:
        """Serve until the program is gone, or was silent for a while."""
        while self._turn():
            pass
        for number, _line in self._lines.values():
            os.kill(number, signal.SIGKILL)

    def _turn(self) -> bool:
        ready = self._poll.poll(1000 * _IDLE_SECONDS)
        if not ready and not self._lines:
            return False
        for end, _what in ready:
            if end == self._orders.fileno():
                if not self._order():
                    return False
            elif end in self._lines:
                self._ended(end)
            else:
                self._let_go(end)
        return True

    def _order(self) -> bool:
        """Make a child for one order; False when the program is gone."""
        room = socket.CMSG_SPACE(_MOST_ENDS * _INT)
        word, given, _flags, _from = self._orders.recvmsg(1, room)
        if not word:
            return False
        ends = array.array("i")
        for _level, _kind, data in given:
            ends.frombytes(data[: len(data) - len(data) % _INT])
        if _ENDS <= len(ends) <= _MOST_ENDS:
            self._bear(*ends)
        return True

    def _bear(self, into: int, out: int, line: int, file: int | None = None) -> None:
        number = -1
        with contextlib.suppress(OSError):
            number = os.fork()
        if number == 0:
            _live(into, out, file)
        for end in (into, out) if file is None else (into, out, file):
            os.close(end)
        if number < 0:
            os.close(line)
            return
        process = os.pidfd_open(number)
        self._lines[process] = (number, line)
        self._poll.register(process, select.POLLIN)
        self._poll.register(line, select.POLLIN)

    def _ended(self, process: int) -> None:
        """Tell how a child ended."""
        number, line = self._lines.pop(process)
        _number, status = os.waitpid(number, 0)
        with contextlib.suppress(OSError):
            os.write(line, STATUS.pack(status))
        for end in (process, line):
            with contextlib.suppress(KeyError):
                self._poll.unregister(end)
            os.close(end)

    def _let_go(self, line: int) -> None:
        """Kill the child whose paper nobody asks for any more."""
        for number, its_line in self._lines.values():
            if its_line == line:
                self._poll.unregister(line)
                os.kill(number, signal.SIGKILL)


def _live(into: int, out: int, file: int | None) -> None:
    """Be one reading process, with nothing open but its two pipes and its paper."""
    try:
        os.dup2(into, 0)
        os.dup2(out, 1)
        kept = 2
        if file is not None:
            kept = 3
            if file != kept:
                os.dup2(file, kept)
        os.closerange(kept + 1, _MOST_FILES)
        read_one(None if file is None else kept)
    finally:
        os._exit(1)
