"""A whole visit of the real process, watched from outside: files, arguments, sockets, memory.

`python3 packaging/faults.py visit` runs it under strace, as root (the program refuses everybody
else a look into its memory). Without strace the files and the memory alone are looked at.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.faults.memory import found_in_memory
from tests.faults.session import NEW_CODE
from tests.faults.trace import sockets_out, words_started
from tests.whole.folder_steps import lay_a_paper
from tests.whole.marks import CODE, MARK

PATIENCE = 180  # seconds for one part of the visit, also under strace
ROOT = Path(__file__).resolve().parents[2]
LOCKED_PAGE = "Ouvrir mon dossier"


@dataclass
class Seen:
    """What a visit showed."""

    before: list[set[str]] = field(default_factory=list)  # in memory, the folder open
    after: list[set[str]] = field(default_factory=list)  # in memory, the folder closed
    refused: int = 0  # how often the memory was kept from us
    files: list[str] = field(default_factory=list)  # files that hold a marked word
    started: set[str] = field(default_factory=set)  # words found in arguments or surroundings
    sockets: list[str] = field(default_factory=list)  # those that reach out of this computer
    words: tuple[str, ...] = ()


class Visit:
    """One person's home under *root*, with a bus and a keychain of its own."""

    def __init__(self, root: Path, *, traced: bool) -> None:
        self.root = root
        self.traced = traced
        self.seen = Seen()
        self.key = root / "media" / "BLEUE"
        self.paper = root / "home/Documents/resultat.pdf"
        self.key.mkdir(parents=True)
        lay_a_paper(self.paper)
        self.own = dict(os.environ)
        self.own.update(self._surroundings())

    def _surroundings(self) -> dict[str, str]:
        home = self.root / "home"
        places = {
            "HOME": home,
            "XDG_DATA_HOME": home / ".local/share",
            "XDG_CONFIG_HOME": home / ".config",
            "XDG_CACHE_HOME": home / ".cache",
            "XDG_STATE_HOME": home / ".local/state",
            "XDG_DOCUMENTS_DIR": home / "Documents",
            "XDG_RUNTIME_DIR": self.root / "run",
            "TMPDIR": self.root / "tmp",
        }
        for place in places.values():
            place.mkdir(parents=True, exist_ok=True)
        (self.root / "run").chmod(0o700)
        own = {name: str(place) for name, place in places.items()}
        return {**own, "VISIT_KEY": str(self.key), "QT_QPA_PLATFORM": "offscreen"}

    def take_place(self) -> Seen:
        """Make a folder, open it by its code, recover it by its key sheet; look each time."""
        with self._keychain():
            with self._session("first") as process:
                self.seen.words = tuple(_line(process).split())
                self._close_and_look(process, CODE)
            with self._session("second") as process:
                _line(process)
                self._close_and_look(process, CODE)
            with self._session("third") as process:
                _line(process)
                _answer(process, " ".join(self.seen.words))
                _line(process)
                self._close_and_look(process, NEW_CODE)
        self.seen.files = self._marked_files()
        if self.traced:
            for trace in self._traces():
                self.seen.started |= words_started(trace, self._secrets())
                self.seen.sockets += sockets_out(trace)
        return self.seen

    # -- the process -------------------------------------------------------------------------------

    @contextmanager
    def _session(self, part: str) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-m", "tests.faults.session", part]
        if self.traced:
            calls = "trace=execve,socket,connect,bind,sendto,sendmsg"
            out = str(self.root.with_name(f"{self.root.name}.{part}.trace"))
            strace = (
                program("strace"),
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-v",
                "-s",
                "65535",
                "-e",
                calls,
            )
            command = [*strace, "-o", out, *command]
        with (
            (self.root / f"{part}.log").open("w", encoding="utf-8") as log,
            subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.own,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            ) as process,
        ):
            try:
                yield process
            finally:
                for pid in (*_children(process.pid), process.pid):
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)

    def _close_and_look(self, process: subprocess.Popen[str], code: str) -> None:
        pid = _children(process.pid)[0] if self.traced else process.pid
        secrets = (MARK, code, " ".join(self.seen.words))
        self._look(pid, self.seen.before, secrets)
        _answer(process, "close")
        end = time.monotonic() + PATIENCE
        while "--closed" not in _arguments(pid) or not self._stands(pid):
            assert time.monotonic() < end, "the program did not start again"
            time.sleep(0.1)
        self._look(pid, self.seen.after, secrets)

    def _look(self, pid: int, into: list[set[str]], secrets: Sequence[str]) -> None:
        try:
            into.append(found_in_memory(pid, secrets))
        except PermissionError:
            self.seen.refused += 1

    def _stands(self, pid: int) -> bool:
        """Say whether the page where one opens the folder is there."""
        try:
            return bool(found_in_memory(pid, [LOCKED_PAGE]))
        except PermissionError:
            return True

    @contextmanager
    def _keychain(self) -> Iterator[None]:
        """Start a bus, and the keyring of GNOME on it, opened with a login password."""
        bus = subprocess.Popen(
            [program("dbus-daemon"), "--session", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.own,
            text=True,
        )
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        self.own["DBUS_SESSION_BUS_ADDRESS"] = address
        keyring = subprocess.Popen(
            [program("gnome-keyring-daemon"), "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.own,
            text=True,
        )
        try:
            _answer(keyring, "login password", end=True)
            with open_dbus_connection(address) as connection:
                calls = Proxy(message_bus, connection)
                while not calls.NameHasOwner("org.freedesktop.secrets")[0]:
                    time.sleep(0.05)
            yield
        finally:
            for part in (keyring, bus):
                part.terminate()
                part.wait()
            bus.stdout.close()

    # -- what stays --------------------------------------------------------------------------------

    def _secrets(self) -> tuple[str, ...]:
        return (MARK, "thyroglob", CODE, NEW_CODE, " ".join(self.seen.words[:3]))

    def _marked_files(self) -> list[str]:
        """Return the files that hold a marked word; what was copied on purpose is left out."""
        marks = (MARK, "thyroglob", " ".join(self.seen.words[:3]))
        chosen = {self.paper, *self.key.rglob("*")}
        return marked_files((path for path in self.root.rglob("*") if path not in chosen), marks)

    def _traces(self) -> list[str]:
        places = self.root.parent.glob(f"{self.root.name}.*.trace")
        return [place.read_text("utf-8", errors="replace") for place in sorted(places)]


def marked_files(paths: Iterable[Path], marks: Sequence[str]) -> list[str]:
    """Return the files among *paths* that hold a mark, in any encoding of Qt or Python."""
    needles = [mark.encode(how) for mark in marks for how in ("utf-8", "utf-16-le", "utf-32-le")]
    found = []
    for path in paths:
        with suppress(OSError):  # gone meanwhile
            held = path.read_bytes() if path.is_file() else b""
            found += [str(path)] * any(needle in held for needle in needles)
    return found


def program(name: str, *also: str) -> str:
    """Return where a program is."""
    found = shutil.which(name, path=os.pathsep.join((os.environ["PATH"], *also)))
    assert found, f"{name} is missing"
    return found


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, "the person at the window stopped: see the log of this part"
    return line


def _answer(process: subprocess.Popen[str], words: str, *, end: bool = False) -> None:
    assert process.stdin is not None
    process.stdin.write(words if end else words + "\n")
    process.stdin.close() if end else process.stdin.flush()


def _children(pid: int) -> list[int]:
    place = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in place.read_text("ascii").split()] if place.exists() else []


def _arguments(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")


def faults(seen: Seen, *, traced: bool) -> list[str]:
    """Return what was promised and not kept, in words."""
    told = [f"in a file: {path}" for path in seen.files]
    told += [f"in arguments or surroundings: {word}" for word in seen.started]
    told += [f"a socket that reaches out: {line}" for line in seen.sockets]
    told += [f"in memory after closing: {word}" for found in seen.after for word in found]
    if traced or not seen.refused:
        told += ["nothing in memory before closing: the look is blind"] * (
            [len(found) for found in seen.before] != [3, 2, 3]
        )
    return told


def main() -> int:
    """Take the visit under strace; tell what was found."""
    with tempfile.TemporaryDirectory() as place:
        seen = Visit(Path(place) / "computer", traced=True).take_place()
    found = faults(seen, traced=True)
    sys.stdout.write(f"before: {[len(each) for each in seen.before]}, after: {seen.after}\n")
    sys.stdout.write("\n".join(found or ["the visit left nothing"]) + "\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
