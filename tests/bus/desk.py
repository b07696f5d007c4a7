"""A desk that nobody sees: a screen, a window manager, a bus, and a home that goes with them."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".venv/bin/python"  # the environment of the program
SYSTEM = "/usr/bin/python3"  # Debian's, which has pyatspi
SIZE = "1400x900x24"
# A day that stands still, so that what is shown never moves: the one of the other tests.
_STILL = "2026-11-23 10:30:00"


@contextmanager
def desk() -> Iterator[dict[str, str]]:
    """Set a desk up and give what a program needs in its environment to stand on it."""
    with tempfile.TemporaryDirectory(prefix="ensdesk-desk-") as place, ExitStack() as stack:
        own = {**os.environ, **_home(Path(place))}
        own["DISPLAY"] = ":" + stack.enter_context(
            _said(["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"], own)
        )
        own["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(
            _said(["dbus-daemon", "--session", "--nofork", "--print-address"], own)
        )
        stack.enter_context(running(["openbox"], own))
        stack.enter_context(_keychain(own))
        yield own


@contextmanager
def running(command: list[str], own: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program in the background; end it, and what it started, afterwards."""
    with subprocess.Popen(
        command,
        env=own,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if "READER_LOUD" in own else subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            _end(process)


def xdotool(*words: str) -> None:
    """Let the hands of nobody press real keys."""
    subprocess.run(["/usr/bin/xdotool", *words], check=True)


def still(own: dict[str, str]) -> dict[str, str]:
    """Return the environment *own* with a day that stands still."""
    (library,) = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    return {
        **own,
        "LD_PRELOAD": str(library),
        "FAKETIME": _STILL,
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",
    }


def _end(process: subprocess.Popen[str]) -> None:
    """End a program and what it started, by force if it takes too long."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
            return


@contextmanager
def _said(command: list[str], own: dict[str, str]) -> Iterator[str]:
    """Run *command* in the background; give the line that it says when it is ready."""
    with running(command, own) as process:
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        assert line, f"{command[0]} does not start"
        yield line


@contextmanager
def _keychain(own: dict[str, str]) -> Iterator[None]:
    """Open a keychain: a folder that a code opens needs the one of the computer."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with running(command, own) as process:
        assert process.stdin is not None
        process.stdin.write("login")
        process.stdin.close()
        yield


def _home(place: Path) -> dict[str, str]:
    """Return a home of its own, with nothing in it."""
    places = {
        "HOME": place / "home",
        "XDG_DATA_HOME": place / "home/.local/share",
        "XDG_CONFIG_HOME": place / "home/.config",
        "XDG_CACHE_HOME": place / "home/.cache",
        "XDG_STATE_HOME": place / "home/.local/state",
        "XDG_DOCUMENTS_DIR": place / "home/Documents",
        "XDG_RUNTIME_DIR": place / "run",
        "TMPDIR": place / "tmp",
    }
    for one in places.values():
        one.mkdir(parents=True, exist_ok=True)
    (place / "run").chmod(0o700)
    return {
        **{name: str(one) for name, one in places.items()},
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        "TZ": "Europe/Paris",
    }
