"""A computer of its own for each journey: home, temporary files, keychain, USB keys, restarts."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ensdesk import app
from ensdesk.centre import Centre
from ensdesk.folder import places
from ensdesk.folder.waits import Waits
from ensdesk.ui.idle import IdleClock
from ensdesk.ui.session import Session
from ensdesk.ui.window import Window
from tests.fakes import MemoryKeychain
from tests.ui.leaving import leave
from tests.ui.pages.printers import plug_printers
from tests.whole.person import Hands, Person

SIZE = (1366, 768)


class _Plugged:
    """The USB keys that are plugged in now."""

    keys: tuple[Path, ...] = ()


_REAL = places.sticks


def _plugged() -> tuple[Path, ...]:
    return tuple(key for key in _Plugged.keys if key.exists())


def _see_keys(before: Callable[[], tuple[Path, ...]], now: Callable[[], tuple[Path, ...]]) -> None:
    """Let every part of the program that was read in ask *now* which keys there are."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ensdesk.") and getattr(module, "sticks", None) is before:
            vars(module)["sticks"] = now


class Computer:
    """Everything that the program may write to lies under `root`."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.keychain = MemoryKeychain()
        self.restarted: list[tuple[Path, bytes]] = []  # where, and what a helper was handed
        self.visits_ended: list[Session] = []
        self.later = 0.0  # seconds that somebody let pass
        self._windows: list[Window] = []
        self._patch = monkeypatch
        self.be_here()

    def be_here(self) -> None:
        """Make this computer the one that the program runs on."""
        patch = self._patch
        for name, where in (
            ("HOME", "home"),
            ("XDG_DATA_HOME", "home/.local/share"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_CACHE_HOME", "home/.cache"),
            ("XDG_STATE_HOME", "home/.local/state"),
            ("XDG_DOCUMENTS_DIR", "home/Documents"),
            ("TMPDIR", "tmp"),
        ):
            place = self.root / where
            place.mkdir(parents=True, exist_ok=True)
            patch.setenv(name, str(place))
        patch.setattr(tempfile, "tempdir", str(self.root / "tmp"))
        self.plug()

    def plug(self, *names: str) -> list[Path]:
        """Let USB keys of these names be plugged in; the others are pulled out."""
        _Plugged.keys = tuple(self.root / "media" / name for name in names)
        for key in _Plugged.keys:
            key.mkdir(parents=True, exist_ok=True)
        _see_keys(_REAL, _plugged)
        return list(_Plugged.keys)

    def has_printer(self, *names: str) -> None:
        """Let printers of these names be plugged in: each prints into a file."""
        plug_printers(self._patch, self.root, *names)

    def files(self) -> list[Path]:
        """Return every file of this computer."""
        return sorted(path for path in self.root.rglob("*") if not path.is_dir())

    def folder(self) -> Path:
        """Return where the one folder of this computer lies."""
        (header,) = self.root.rglob("header.a")
        return header.parent

    def clock(self) -> float:
        """Count seconds, those that somebody let pass too."""
        return time.monotonic() + self.later

    # -- the program -----------------------------------------------------------------------------

    def start(
        self,
        hands: Hands = "mouse",
        *,
        closed: Path | None = None,
        handed: bytes = b"",
        centre: Centre | None = None,
    ) -> Person:
        """Start the program as `app` does, in this process; return somebody who sits before it."""
        app.make_application()
        session, window = app.connect(lambda *asked: self.restarted.append(asked), centre)
        session.end_visit = lambda: self.visits_ended.append(session)
        session.keychain = self.keychain
        session.waits = Waits(clock=self.clock)
        window.idle.clock = IdleClock(session.minutes, now=self.clock)
        # Else they end where they are collected, which may be a lane of the next window.
        session.lanes.setParent(window)
        self._windows.append(window)
        window.resize(*SIZE)
        person = Person(window, hands)
        app.start(session, closed, handed)
        return person

    def restart(self, person: Person) -> Person:
        """Do what the program asked for when the folder was closed: start again at its place."""
        person.waits_until(lambda: self.restarted, "the program starts again")
        place, handed = self.restarted.pop()
        self.leave(person)
        centre = person.window.session.centre
        return self.start(person.hands, closed=place, handed=handed, centre=centre)

    def leave(self, person: Person) -> None:
        """Close the window, as its cross does."""
        self._windows.remove(person.window)
        leave([person.window])

    def leave_all(self) -> None:
        leave(self._windows)
        self._windows.clear()
        _see_keys(_plugged, _REAL)


def opened(person: Person, make: Any) -> None:
    """Open the folder that *make* returns, without asking for its secret, and go home."""
    session = person.window.session
    session.lanes.run("vault", make, done=session.set_folder)
    person._quiet()
    session.home()
