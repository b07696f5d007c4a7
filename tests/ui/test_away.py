"""Whoever goes away leaves a closed folder: real signals, on a bus of the test."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from ensdesk.ui.away import AwayWatch, Buses
from ensdesk.ui.idle import IdleClock, asleep_too

ROOT = Path(__file__).resolve().parents[2]


class Logind:
    """The login manager of the test, in a process of its own."""

    def __init__(self, address: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.fake_logind", address],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.heard() == "ready"

    def say(self, word: str) -> None:
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def heard(self) -> str:
        return self.process.stdout.readline().strip()


@pytest.fixture
def logind(address):
    logind = Logind(address)
    yield logind
    logind.process.stdin.close()
    logind.process.wait(5)
    logind.process.stdout.close()


@pytest.fixture
def away(qapp, make_window, folder, address, logind):
    """The watch of a window with an open folder; `closed` is how often it was closed."""
    bus = QDBusConnection.connectToBus(address, "away")
    window = make_window(folder=folder)
    watch = AwayWatch(window.session, lambda: Buses(bus, bus), window)
    watch.look()
    watch.closed = []
    window.session.lock = lambda: watch.closed.append(1)
    yield watch
    QDBusConnection.disconnectFromBus("away")


def soon(app, happened):
    """Give the bus a moment until something *happened*."""
    until = time.monotonic() + 3
    while not happened() and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    return happened()


@pytest.mark.parametrize("word", ["sleeps", "lock", "switched", "covered"])
def test_the_folder_closes_when_the_person_goes(qapp, away, logind, word):
    """Asleep, locked, somebody else, a covered screen."""
    logind.say(word)
    assert soon(qapp, lambda: away.closed == [1])


def test_it_stays_open_for_what_concerns_somebody_else(qapp, away, logind):
    """Waking up, coming back, another person's session: nothing happens."""
    for word in ("wakes", "lock of another", "back", "uncovered", "sleeps"):
        logind.say(word)
    assert soon(qapp, lambda: away.closed)
    assert away.closed == [1]


def test_the_sleep_waits_until_the_folder_is_closed(qapp, away, logind):
    """Held back from the first look on, let go of when no folder is open."""
    assert logind.heard() == "held sleep ensdesk delay"
    away.look()  # once is enough
    away.session.set_folder(None)
    away.look()
    assert logind.heard() == "let go"


def test_the_folder_closes_when_its_key_is_pulled_out(away, folder, monkeypatch):
    """Its place is no longer there."""
    away.look()
    assert away.closed == []
    monkeypatch.setattr(folder.vault, "path", folder.vault.path / "gone")
    away.look()
    assert away.closed == [1]


def test_nothing_is_needed_where_there_is_no_bus(make_window, folder):
    """The clock closes the folder there."""
    nowhere = QDBusConnection("nowhere")
    watch = AwayWatch(make_window(folder=folder).session, lambda: Buses(nowhere, nowhere))
    watch.look()
    assert not nowhere.isConnected()


def test_the_time_asleep_counts():
    """A computer that slept for an hour wakes up with a closed folder."""
    assert abs(IdleClock(10).left() - 600) <= 1
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(asleep_too() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1
