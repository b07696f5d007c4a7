"""The voice of a Linux: Speech Dispatcher, by its local socket (SSIP, the protocol of its manual).

Not QtTextToSpeech: it links QtNetwork, and this program loads no network code. What is said goes
through the socket alone, never through an argument or a file.
"""

from __future__ import annotations

import _socket as socket  # local sockets only: the system refuses the others
import contextlib
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from ensdesk.language import N_
from ensdesk.trouble import Trouble

_START_SECONDS = 5
_ANSWER_SECONDS = 2.0
_CHUNK = 1 << 14
_EVENTS, _OVER = "700", ("702", "703")  # codes: events from, said to its end or broken off


class NoVoice(Trouble):
    """Nothing on this computer speaks."""

    words = N_("There is no voice on this computer.")
    advice = N_("Ask somebody to install “speech-dispatcher” and “espeak-ng”.")


def connect() -> socket.socket:
    """Return a way to the voice, started if need be; for the lane of work. Raises NoVoice."""
    for turn in range(2):
        way = socket.socket(socket.AF_UNIX)
        way.settimeout(_ANSWER_SECONDS)
        try:
            way.connect(str(_place()))
            way.sendall(b"SET SELF CLIENT_NAME person:ensdesk:page\r\n")
            way.recv(_CHUNK)  # one that hangs says nothing
        except OSError:
            way.close()
            if turn:
                break
            _start()
        else:
            way.setblocking(False)
            return way
    raise NoVoice


def _place() -> Path:
    told = os.environ.get("SPEECHD_ADDRESS", "")
    if told.startswith("unix_socket:"):
        return Path(told.removeprefix("unix_socket:"))
    run = os.environ.get("XDG_RUNTIME_DIR") or str(Path.home() / ".cache")
    return Path(run) / "speech-dispatcher" / "speechd.sock"


def _start() -> None:
    """Have it started as its own libraries do; one that stands elsewhere is not ours to start."""
    program = shutil.which("speech-dispatcher")
    if program is None or "SPEECHD_ADDRESS" in os.environ:
        raise NoVoice
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            [program, "--spawn"],
            check=False,
            timeout=_START_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


class Dispatcher(QObject):
    """Says a sentence, and calls *heard* when it was said or broken off, *gone* if it ends itself.

    Lives on the thread of the window: what is sent is short, what comes back wakes it up.
    """

    def __init__(
        self,
        way: socket.socket,
        language: str,
        heard: Callable[[], object],
        gone: Callable[[], object],
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._way, self._heard, self._gone = way, heard, gone
        self._to_send: deque[bytes] = deque()
        self._waits = False
        self._rest = b""
        self._notifier = QSocketNotifier(way.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        for words in (
            f"LANGUAGE {language}",
            "PRIORITY MESSAGE",
            "NOTIFICATION END ON",
            "NOTIFICATION CANCEL ON",
        ):
            self._send(f"SET SELF {words}")

    def speak(self, sentence: str, rate: int) -> None:
        """Say *sentence* at *rate*, from -100 (slowest) to 100."""
        lines = [f".{line}" if line[:1] == "." else line for line in sentence.splitlines()]
        self._send(f"SET SELF RATE {rate}")
        self._send("SPEAK")
        self._send("\r\n".join([*lines, "."]))

    def pause(self) -> None:
        self._send("PAUSE SELF")

    def go_on(self) -> None:
        self._send("RESUME SELF")

    def close(self) -> None:
        """Be silent at once, and for good; the other side hangs up, as it must hear all of this."""
        self._heard = self._gone = lambda: None
        self._to_send.clear()
        with contextlib.suppress(OSError):
            self._way.send(b"CANCEL SELF\r\nQUIT\r\n")

    def _send(self, words: str) -> None:
        self._to_send.append(f"{words}\r\n".encode())
        self._send_next()

    def _send_next(self) -> None:
        """Send the next words once the last ones were answered."""
        if self._to_send and not self._waits:
            self._waits = True
            with contextlib.suppress(OSError):  # its end is heard too
                self._way.sendall(self._to_send.popleft())

    def _listen(self) -> None:
        try:
            said = self._way.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        if not said:
            self._notifier.setEnabled(False)
            self._way.close()
            self._gone()
            self.deleteLater()
            return
        *lines, self._rest = (self._rest + said).split(b"\r\n")
        for line in lines:
            if line[3:4] == b" ":  # the last line of an answer
                self._heed(line[:3].decode("ascii", "replace"))

    def _heed(self, code: str) -> None:
        if code in _OVER:
            self._heard()
        elif code < _EVENTS:
            self._waits = False
            self._send_next()
