"""A spy on the bus: it hears every message, and asks for keys and events as a reader does."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gi.repository import Gio

from tests.bus.desk import SYSTEM, running

_ASKS = """
import pyatspi
def key(_event): return False
def event(_event): return None
every = list(range(256))  # whatever is held down with a key
pyatspi.Registry.registerKeystrokeListener(
    key, mask=every, kind=(pyatspi.KEY_PRESSED_EVENT,), synchronous=False)
pyatspi.Registry.registerEventListener(event, "window", "object", "focus")
print("listening", flush=True)
pyatspi.Registry.start()
"""


class Spy:
    """What was heard so far."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def heard(self) -> str:
        """Return every message, once what is on its way has come."""
        size = -1
        while size != (now := self._log.stat().st_size):
            size = now
            time.sleep(0.4)
        return self._log.read_text("utf-8", errors="replace")


@contextmanager
def spying() -> Iterator[Spy]:
    """Listen to the whole bus of the screen readers."""
    own = dict(os.environ)
    with TemporaryDirectory() as place:
        log = Path(place) / "log"
        monitor = ["sh", "-c", f"exec dbus-monitor --address '{_address()}' >'{log}'"]
        with running(monitor, own), running([SYSTEM, "-c", _ASKS], own) as asks:
            assert asks.stdout is not None
            assert asks.stdout.readline(), "nobody listens"
            yield Spy(log)


def _address() -> str:
    """Return where the bus of the screen readers is."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    where = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    return str(bus.call_sync(*where, None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0])
