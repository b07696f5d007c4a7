"""A voice that writes down what it is given: it speaks the protocol of speech-dispatcher (SSIP).

A process of its own: `python -m tests.bus.voice SOCKET LOG`.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer

_TAG = re.compile(r"<[^>]*>")
_LISTS = {
    "OUTPUT_MODULES": ("250", "paper"),
    "SYNTHESIS_VOICES": ("249", "Jeanne\tfr\tnone"),
    "VOICES": ("249", "FEMALE1"),
}
_QUEUED = "225-1\r\n225 OK MESSAGE QUEUED\r\n"


class Voice(StreamRequestHandler):
    """Answers one client; every word goes to the log at once."""

    def handle(self) -> None:
        while line := self.rfile.readline().decode("utf-8"):
            word, *rest = line.split()
            self.answer(word.upper(), rest)

    def answer(self, word: str, rest: list[str]) -> None:
        """Answer one command."""
        match word:
            case "SPEAK":
                self.say("230 OK RECEIVING DATA\r\n")
                self.note(self.text())
                self.say(_QUEUED)
            case "CHAR" | "KEY":
                self.note(" ".join(rest))
                self.say(_QUEUED)
            case "LIST" if rest[0].upper() in _LISTS:
                code, one = _LISTS[rest[0].upper()]
                self.say(f"{code}-{one}\r\n{code} OK LIST SENT\r\n")
            case "HISTORY":
                self.say("245-1\r\n245 OK CLIENT ID SENT\r\n")
            case "GET":
                self.say("251-0\r\n251 OK GET RETURNED\r\n")
            case _:
                self.say("200 OK\r\n")

    def text(self) -> str:
        """Return what is to be said: lines until a dot alone, without the marks between words."""
        lines = []
        while (line := self.rfile.readline().decode("utf-8").rstrip("\r\n")) != ".":
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        return html.unescape(_TAG.sub("", " ".join(lines)))

    def note(self, words: str) -> None:
        """Write down what was said."""
        with Path(sys.argv[2]).open("a", encoding="utf-8") as log:
            log.write(" ".join(words.split()) + "\n")

    def say(self, answer: str) -> None:
        self.wfile.write(answer.encode("utf-8"))


if __name__ == "__main__":
    with ThreadingUnixStreamServer(sys.argv[1], Voice) as server:
        server.serve_forever()
