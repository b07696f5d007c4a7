"""A centre's computer: one visit after the other, each with a home in memory that goes with it.

Two processes. The one that waits (`keep_open`) makes the home, starts the visit and removes the
home, however the visit ended: pressed, idle, crashed or killed. The visit watches the one that
waits, and removes the home itself should that one be gone. If both are killed at once, the next
start removes what is left: a home that nobody holds.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import site
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ensdesk.language import N_
from ensdesk.trouble import Trouble

VISIT = "--visit"  # how a visit is started: a pipe, how the one before ended, the centre's file
ENDED, CLOSED_BY_TEAM = 0, 4  # how a visit ends; any other way is a crash
ASKING = (signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
_PREFIX = "ensdesk-visite-"
_HELD = "held"  # this file of a home is locked while somebody waits for its visit
_MEMORY = Path("/dev/shm")  # noqa: S108 - a directory of our own in it, for us alone
_QUICK, _MOST_QUICK = 5.0, 3  # seconds of a visit that cannot be one; so many end the program
_MOVED = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "TMPDIR": "tmp",
}

Command = Callable[[Sequence[str]], list[str]]


class NoVisitsHere(Trouble):
    """Only Linux gives a home in memory that we know how to remove."""

    words = N_("The centre mode works on Linux only.")
    advice = N_("Start the program without “--centre”, or choose another computer.")


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, from its own side. `before` says how the last one ended: first, ended or lost."""

    watch: int  # a pipe that ends when the one that waits is gone
    before: str
    file: str

    @classmethod
    def of(cls, given: Sequence[str]) -> Visit:
        """Read what `keep_open` or `again` has put after VISIT."""
        watch, before, file = given
        return cls(int(watch), before, file)

    def again(self) -> list[str]:
        """Return how the program starts itself again within the same visit."""
        return [VISIT, str(self.watch), "first", self.file]

    def is_alone(self) -> bool:
        """Say whether the one that waits is gone."""
        return bool(select.select([self.watch], [], [], 0)[0])

    def remove_if_alone(self) -> None:
        """Remove the home: nobody else will. One that is not that of a visit is left alone."""
        home = Path.home()
        if home.parent == _MEMORY and home.name.startswith(_PREFIX) and self.is_alone():
            shutil.rmtree(home, ignore_errors=True)


class Starter:
    """Starts a visit and waits for its end; asked to stop by the system, it asks the visit too."""

    def __init__(self, command: Command | None = None) -> None:
        self._command = command or _program
        self._visit: subprocess.Popen[bytes] | None = None
        self.asked_to_stop = False
        for number in ASKING:
            signal.signal(number, self._ask)

    def start(self, given: Sequence[str], own: dict[str, str], kept: int) -> int:
        """Run a visit with arguments, environment and an open file; return how it ended."""
        with subprocess.Popen(self._command(given), env=own, pass_fds=(kept,)) as self._visit:
            return self._visit.wait()

    def _ask(self, number: int, _frame: object) -> None:
        self.asked_to_stop = True
        if self._visit is not None:
            self._visit.send_signal(number)


def _program(given: Sequence[str]) -> list[str]:
    safe = ["-P"] if sys.flags.safe_path else []
    program = [] if getattr(sys, "frozen", False) else [*safe, "-m", "ensdesk"]
    return [sys.executable, *program, *given]


def keep_open(file: Path | None, starter: Starter) -> int:
    """Start visit after visit until the team closes the program; return the exit code.

    *file* is that of the centre. Raises NoVisitsHere.
    """
    if not _MEMORY.is_dir():
        raise NoVisitsHere
    remove_left(_MEMORY)
    before, quick = "first", 0
    while True:
        began = time.monotonic()
        code = _one(before, file, starter)
        if code == CLOSED_BY_TEAM or starter.asked_to_stop:
            return 0
        before = "ended" if code == ENDED else "lost"
        quick = quick + 1 if before == "lost" and time.monotonic() - began < _QUICK else 0
        if quick >= _MOST_QUICK:
            return code


def remove_left(memory: Path) -> None:
    """Remove the homes in *memory* that nobody holds any more: all was killed at once."""
    for home in memory.glob(f"{_PREFIX}*"):
        with suppress(OSError), _holding(home):
            shutil.rmtree(home, ignore_errors=True)


def _one(before: str, file: Path | None, starter: Starter) -> int:
    home = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_MEMORY))  # 0700
    try:
        with _holding(home):
            read, write = os.pipe()
            try:
                given = [VISIT, str(read), before, str(file or "")]
                return starter.start(given, _surroundings(home), read)
            finally:
                os.close(read)
                os.close(write)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a visit: what programs write for themselves goes to *home*.

    XDG_RUNTIME_DIR stays: the screen, the voice and the sound are reached through it. A voice that
    the visit started would outlive it and write there: one that runs already is told instead.
    """
    own = {
        name: value
        for name, value in os.environ.items()
        if not (name.startswith("XDG_") and name.endswith("_DIR")) or name == "XDG_RUNTIME_DIR"
    }
    usual = Path.home()
    own.setdefault("XAUTHORITY", str(usual / ".Xauthority"))  # else no screen from another home
    own.setdefault("PYTHONUSERBASE", site.getuserbase())
    run = own.get("XDG_RUNTIME_DIR") or str(usual / ".cache")
    own.setdefault("SPEECHD_ADDRESS", f"unix_socket:{run}/speech-dispatcher/speechd.sock")
    own["PYTHONDONTWRITEBYTECODE"] = "1"
    own["HOME"] = str(home)
    for name, inside in _MOVED.items():
        place = home / inside
        place.mkdir(parents=True)
        own[name] = str(place)
    return own


@contextmanager
def _holding(home: Path) -> Iterator[None]:
    """Hold *home*, ours and no link, for as long as this lasts; OSError if somebody else does."""
    import fcntl

    told = home.lstat()
    if not stat.S_ISDIR(told.st_mode) or told.st_uid != os.getuid():
        raise PermissionError(home)
    held = os.open(home / _HELD, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(held)
