"""A visit to a centre, ended in every way: home, temporary files and memory are as before.

`python3 packaging/faults.py centre` gives the visit a /tmp, /var/tmp and /dev/shm of its own, as
root, so that nothing else writes there; the tests let it keep to directories of the test.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.figures import Row, tell_rows
from tests.faults.visit import marked_files, program
from tests.faults.visitor import KEY, MEMORY
from tests.whole.folder_steps import lay_a_paper
from tests.whole.marks import MARK

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds for one visit
_VISITORS = 15  # on one day
WAYS = ("finish", "crash", "visit killed", "waiting killed", "asked to stop", "all killed")
_OF_THE_SYSTEM = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # noqa: S108 - looked at

Left = dict[str, str]  # a path -> what is there


@dataclass
class Centre:
    """A computer of a centre below *root*; *watched* are the places a visit may not change."""

    root: Path
    watched: tuple[Path, ...] = ()
    own: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places = {"HOME": "home", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp", MEMORY: "shm"}
        self.own = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        for name, inside in places.items():
            place = self.root / inside
            place.mkdir(parents=True, exist_ok=True)
            self.own[name] = str(place)
        (self.root / "run").chmod(0o700)
        (self.root / "home/Documents").mkdir()
        (self.root / "home/Documents/lettre.pdf").write_bytes(b"of the centre")
        self.own |= {
            "QT_QPA_PLATFORM": "offscreen",
            KEY: str(self.root / "media/BLEUE"),
            "PYTHONPATH": str(ROOT),
        }
        here = tuple(self.root / inside for inside in places.values())
        if self.watched:  # the memory of the system, nobody else's now
            del self.own[MEMORY]
        self.watched += here

    def visit(self, way: str, *, started_again: bool = True) -> list[str]:
        """Let somebody come and go; return what differs then: what was left, is gone or changed,
        and where what was typed stood in clear meanwhile.

        Where all was killed at once, it is the next start that cleans up.
        """
        lay_a_paper(self.root / "media/BLEUE/resultat.pdf")
        before = self.look()
        with self._waiting() as waiting:
            self._until_open(waiting)
            assert self.look() != before, "the look is blind: a visit lies in memory"
            marked = self._in_clear()
            _END[way](waiting)
            _until(lambda: waiting.poll() is not None)
            _until(lambda: not _visits_of(self.root))
        if way == "all killed" and started_again:
            with self._waiting() as waiting:
                _until(lambda: _children(waiting.pid))
                _until(lambda: len(list(self._memory().glob("ensdesk-*"))) == 1)
                waiting.send_signal(signal.SIGTERM)
                _until(lambda: waiting.poll() is not None)
        return [*differences(before, self.look()), *marked]

    def _in_clear(self) -> list[str]:
        """Return the files, and the processes' arguments, that hold what was typed; the key has a
        sheet and a paper that were put there on purpose."""
        files = [path for place in self.watched for path in place.rglob("*")]
        arguments = [Path(f"/proc/{pid}/cmdline") for pid in _visits_of(self.root)]
        return [f"in clear: {path}" for path in marked_files([*files, *arguments], [MARK])]

    def day(self, visitors: int) -> tuple[list[str], list[float]]:
        """Let visitors come one after the other; return as `visit`, and the memory in MB of the
        process that waits, at each."""
        lay_a_paper(self.root / "media/BLEUE/resultat.pdf")
        before, memory = self.look(), list[float]()
        with self._waiting("all") as waiting:
            assert waiting.stdout is not None
            assert waiting.stdin is not None
            for _visitor in range(visitors):
                self._until_open(waiting)
                memory.append(_resident(waiting.pid))
                waiting.stdin.write("finish\n")
                waiting.stdin.flush()
            self._until_open(waiting)
            _asked_to_stop(waiting)
            _until(lambda: waiting.poll() is not None and not _visits_of(self.root))
        return differences(before, self.look()), memory

    def _until_open(self, waiting: subprocess.Popen[str]) -> None:
        assert waiting.stdout is not None
        while (line := waiting.stdout.readline()) and line != "open\n":
            pass
        assert line, "the visitor stopped: see what was said on the way"

    def look(self) -> Left:
        """Return every file and directory of the watched places, and what is in them."""
        found: Left = {}
        for place in self.watched:
            for path in sorted(place.rglob("*")):
                with suppress(OSError):
                    told = path.lstat()
                    held = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
                    found[str(path)] = f"{told.st_mode} {held}"
        return found

    def _memory(self) -> Path:
        return Path(self.own.get(MEMORY, "/dev/shm"))  # noqa: S108 - where a visit lies

    @contextmanager
    def _waiting(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        log = self.root.with_name(f"{self.root.name}.log")
        with (
            log.open("a", encoding="utf-8") as said,
            subprocess.Popen(
                [sys.executable, "-m", "tests.faults.visitor", *words],
                cwd=ROOT,
                env=self.own,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            ) as waiting,
        ):
            try:
                yield waiting
            finally:
                for pid in (waiting.pid, *_visits_of(self.root)):
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)


def _finish(waiting: subprocess.Popen[str]) -> None:
    """The button ends the visit; the next one begins, then the computer is switched off."""
    (visit,) = _children(waiting.pid)
    assert waiting.stdin is not None
    waiting.stdin.write("finish\n")
    waiting.stdin.flush()
    _next_visit_ends(waiting, visit)


def _next_visit_ends(waiting: subprocess.Popen[str], last: int) -> None:
    _until(lambda: [pid for pid in _children(waiting.pid) if pid != last])
    time.sleep(1)  # it begins
    waiting.send_signal(signal.SIGTERM)


def _crash(waiting: subprocess.Popen[str], how: signal.Signals = signal.SIGSEGV) -> None:
    (visit,) = _children(waiting.pid)
    os.kill(visit, how)
    _next_visit_ends(waiting, visit)


def _visit_killed(waiting: subprocess.Popen[str]) -> None:
    _crash(waiting, signal.SIGKILL)


def _asked_to_stop(waiting: subprocess.Popen[str]) -> None:
    """As the system asks all programs when the computer goes down."""
    (visit,) = _children(waiting.pid)
    waiting.send_signal(signal.SIGTERM)
    os.kill(visit, signal.SIGTERM)
    _go_on(waiting)


def _waiting_killed(waiting: subprocess.Popen[str]) -> None:
    waiting.kill()
    _go_on(waiting)


def _all_killed(waiting: subprocess.Popen[str]) -> None:
    (visit,) = _children(waiting.pid)
    waiting.kill()
    os.kill(visit, signal.SIGKILL)


def _go_on(waiting: subprocess.Popen[str]) -> None:
    """The visitor's own steps wait for a line; what was asked of the program happens after it."""
    assert waiting.stdin is not None
    with suppress(BrokenPipeError):
        waiting.stdin.write("go on\n")
        waiting.stdin.flush()


_END: dict[str, Callable[[subprocess.Popen[str]], None]] = dict(
    zip(
        WAYS,
        (_finish, _crash, _visit_killed, _waiting_killed, _asked_to_stop, _all_killed),
        strict=True,
    )
)


def differences(before: Left, after: Left) -> list[str]:
    """Return what a visit left, took away or changed."""
    return [
        f"{'left' if path not in before else 'gone' if path not in after else 'changed'}: {path}"
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    ]


def _resident(pid: int) -> float:
    said = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(said.split("VmRSS:")[1].split()[0]) / 1024


def _children(pid: int) -> list[int]:
    place = Path(f"/proc/{pid}/task/{pid}/children")
    with suppress(OSError):
        return [int(child) for child in place.read_text("ascii").split()]
    return []


def _visits_of(root: Path) -> list[int]:
    """Return the processes that know this key: the visits, and what they started."""
    mark = f"{KEY}={root / 'media/BLEUE'}".encode()
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (place / "environ").read_bytes().split(b"\0"):
                found.append(int(place.name))
    return [pid for pid in found if pid != os.getpid()]


def _until(done: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "the visit did not end"
        time.sleep(0.05)


def main() -> int:
    """Take a visit for each way of ending it, in memory of our own."""
    if "--alone" not in sys.argv:
        inside = [sys.executable, "-m", "tests.faults.centre", "--alone"]
        alone = [program("unshare"), "--mount", *inside, *sys.argv[1:]]
        return subprocess.run(alone, cwd=ROOT, check=False).returncode
    with tempfile.TemporaryDirectory(dir="/run") as place:
        for one in _OF_THE_SYSTEM:
            subprocess.run([program("mount"), "-t", "tmpfs", "ensdesk", str(one)], check=True)
        rows = [
            _row(Path(place) / f"computer{number}", way, control=control)
            for number, (way, control) in enumerate([*((w, False) for w in WAYS), (WAYS[-1], True)])
        ]
        if "--long" in sys.argv:
            left, memory = Centre(Path(place) / "day", _OF_THE_SYSTEM).day(_VISITORS)
            sys.stdout.write(f"waiting: {memory[0]:.1f} MB at first, {memory[-1]:.1f} at last\n")
            rows.append(Row("S4", "visitors of a day", f"{_VISITORS} visits", left))
    return tell_rows(rows)


def _row(root: Path, way: str, *, control: bool) -> Row:
    left = Centre(root, _OF_THE_SYSTEM).visit(way, started_again=not control)
    what = f"a centre's visit: {way}" + (", not started again" if control else "")
    return Row("S1, S4", what, "1 visit", left, control=control)


if __name__ == "__main__":
    sys.exit(main())
