"""The protocol of Speech Dispatcher, spoken with a fake one on a real local socket."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from ensdesk.ui.voice import dispatcher
from ensdesk.ui.voice.dispatcher import Dispatcher, NoVoice, connect


class FakeDispatcher:
    """Answers as the real one: a line a command, sentences up to a dot, an event at their end."""

    def __init__(self, place):
        self.lines, self.sentences = [], []
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(place))
        self._listening.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        way, _from = self._listening.accept()
        with way, way.makefile("rwb", buffering=0) as lines:
            while line := lines.readline():
                words = line.decode().rstrip("\r\n")
                self.lines.append(words)
                match words.split(" ")[0]:
                    case "SPEAK":
                        lines.write(b"230 OK RECEIVING DATA\r\n")
                        self._take(lines)
                    case "QUIT":
                        lines.write(b"231 HAPPY HACKING\r\n")
                        return
                    case _:
                        lines.write(b"200 OK\r\n")

    def _take(self, lines):
        said = []
        while (line := lines.readline().decode().rstrip("\r\n")) != ".":
            said.append(line)
        self.sentences.append(said)
        number = len(self.sentences)
        lines.write(f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n".encode())
        lines.write(f"702-{number}\r\n702-1\r\n702 END\r\n".encode())

    def end(self):
        self._listening.close()
        self._thread.join(5)


@pytest.fixture
def place(tmp_path, monkeypatch):
    place = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{place}")
    monkeypatch.setattr(dispatcher, "_start", lambda: None)
    return place


def until(app, happened):
    limit = time.monotonic() + 5
    while not happened() and time.monotonic() < limit:
        app.processEvents()
        time.sleep(0.005)
    assert happened()


def test_a_sentence_is_said_and_its_end_is_heard(qapp, place):
    """In French, at the speed asked for; a dot at the start of a line stays."""
    fake, heard = FakeDispatcher(place), []
    voice = Dispatcher(connect(), "fr", lambda: heard.append(1), lambda: heard.append("gone"))
    voice.speak("Prenez votre feuille.\n. et lisez", -30)
    until(qapp, lambda: heard == [1])
    assert fake.sentences == [["Prenez votre feuille.", ".. et lisez"]]
    assert "SET SELF LANGUAGE fr" in fake.lines
    assert "SET SELF RATE -30" in fake.lines
    voice.pause()
    voice.go_on()
    until(qapp, lambda: fake.lines[-1] == "RESUME SELF")
    voice.close()
    until(qapp, lambda: fake.lines[-1] == "QUIT")
    fake.end()
    assert fake.lines[-2:] == ["CANCEL SELF", "QUIT"]
    assert heard == [1]


def test_its_end_is_told(qapp, place):
    """The program that speaks goes away by itself."""
    fake, told = FakeDispatcher(place), []
    voice = Dispatcher(connect(), "fr", lambda: None, lambda: told.append("gone"))
    voice._send("QUIT")
    until(qapp, lambda: told == ["gone"])
    fake.end()


def test_none_is_there(place):
    """It could not be started either."""
    with pytest.raises(NoVoice):
        connect()


def test_one_that_hangs_is_none(place, monkeypatch):
    """It takes the call and never answers."""
    monkeypatch.setattr(dispatcher, "_ANSWER_SECONDS", 0.05)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(place))
        silent.listen()
        with pytest.raises(NoVoice):
            connect()
