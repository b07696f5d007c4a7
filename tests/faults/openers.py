"""R9: a second program on a folder that is open. It is told in no time, and never writes.

A program of its own holds the folder open, in the middle of a paper; others come again and again.
Every byte of every file is compared. `python3 packaging/faults.py openers`. The control is the
program without its locks: what comes second sweeps away the paper that the first one is writing.
On a network, what stands in the lock asks: `tests/vault/test_folder_lock.py`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes import empty_folder
from tests.faults.figures import Row, tell_rows

ROOT = Path(__file__).resolve().parents[2]
QUICK, USUAL, LONG = 4, 20, 200
LONGEST = 1.0  # seconds until the second one is told

_HOLDS = """
import sys
from pathlib import Path
from ensdesk.folder.opening import open_folder
from tests.fakes import SHEET, MemoryKeychain
folder = open_folder(Path(sys.argv[1]), SHEET, MemoryKeychain())
part = Path(sys.argv[1]) / "documents" / "ab" / "ab00.age.part"
part.parent.mkdir(exist_ok=True)
part.write_bytes(b"half a paper")
print("open", flush=True)
sys.stdin.read()
part.unlink(missing_ok=True)
folder.close()
"""

_COMES = """
import sys, time
from pathlib import Path
from ensdesk.folder.opening import open_folder
from ensdesk.trouble import Trouble
from ensdesk.vault import folder_lock, vault
from tests.fakes import SHEET, MemoryKeychain
if sys.argv[2] == "without":
    folder_lock._locked = lambda _file: True
    vault._open_drawers = lambda *_given: (None, None)  # as if the database had no lock either
began = time.monotonic()
try:
    open_folder(Path(sys.argv[1]), SHEET, MemoryKeychain())
except Trouble as trouble:
    print(type(trouble).__name__, time.monotonic() - began, flush=True)
except AttributeError:
    print("went on without a database", flush=True)
"""


@dataclass
class Came:
    """How often somebody came, what was not as it must be, and the longest wait in seconds."""

    turns: int = 0
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0


def come_often(place: Path, turns: int, *, without: bool = False) -> Came:
    """Open the folder in *place* again and again while it is open elsewhere."""
    came = Came()
    empty_folder(place).close()
    with _held(place):
        before = _files(place)
        for _turn in range(turns):
            _come(place, came, without)
            changed = before.items() ^ _files(place).items()
            came.wrong += [f"changed: {name}" for name, _digest in changed]
    return came


def _come(place: Path, came: Came, without: bool) -> None:
    done = _started(_COMES, place, "without" if without else "with")
    words = done.communicate()[0].decode().split()
    came.turns += 1
    match words:
        case ["FolderInUse", seconds]:
            came.longest = max(came.longest, float(seconds))
            if float(seconds) > LONGEST:
                came.wrong.append(f"told after {seconds} s")
        case _:
            came.wrong.append(f"was not refused: {words}")


@contextlib.contextmanager
def _held(place: Path) -> Iterator[None]:
    with _started(_HOLDS, place) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        yield
        holder.communicate()


def _started(script: str, *words: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _files(place: Path) -> dict[str, str]:
    """Return the digest of every file."""
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in place.rglob("*")
        if path.is_file()
    }


def main() -> int:
    """Take the bench and its control; return 0 when both ended as they must."""
    with tempfile.TemporaryDirectory() as directory:
        came = come_often(Path(directory) / "held", LONG if "--long" in sys.argv else USUAL)
        control = come_often(Path(directory) / "control", 2, without=True)
    tried = f"{came.turns} times, {came.longest:.3f} s at most"
    return tell_rows(
        (
            Row("R9", "a second program is refused, and changes nothing", tried, came.wrong),
            Row("R9", "control: no lock", f"{control.turns} times", control.wrong, control=True),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
