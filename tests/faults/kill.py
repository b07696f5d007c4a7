"""A folder whose program is killed at random moments: what was acknowledged is there, whole.

`python3 packaging/faults.py kill` kills a few hundred times, `--long` ten thousand times. A control
that acknowledges before it writes must be caught, or the bench proves nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.record.record import RecordId
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.faults.figures import Row, tell_rows

ROOT = Path(__file__).resolve().parents[2]
USUAL, LONG = 300, 10_000
PARTS = 20  # of the long size: what was found stands there when it is stopped
_FRESH = 40  # turns after which a new folder begins: a long one opens more slowly

# Works in the folder until it is killed, and says what it did; with « early » before it does.
WORKER = """
import io, sys, random
from pathlib import Path
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import add_paper, keep_part
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.vault.erasing import erase
from tests.fakes import SHEET, MemoryKeychain
place, seed, early = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "early"
chance = random.Random(seed)
folder = open_folder(place, SHEET, MemoryKeychain())
def tell(*words):
    print(*words, flush=True)
def do(what, record, act):
    if early:
        tell(what, record.id, getattr(record, "substance", record.headline()))
    else:
        tell("begun", record.id)
    act()
    if not early:
        tell(what, record.id, getattr(record, "substance", record.headline()))
number = 0
while True:
    number += 1
    new = Allergy(substance=f"{seed}-{number}")
    do("live", new, lambda: folder.save(new))
    other = Allergy(id=new.id, substance=f"{seed}-{number}-b")
    do("live", other, lambda: folder.save(other))
    if chance.random() < 0.4:
        do("retired", other, lambda: folder.retire(other))
    if chance.random() < 0.3:
        do("erased", other, lambda: erase(folder.vault.main, folder.vault.documents, other.id))
    if chance.random() < 0.4:
        text = f"papier {seed}-{number}".encode()
        paper = Document(name=text.decode().replace(" ", "-"))
        kept = keep_part(folder.vault.documents, io.BytesIO(text), "a.txt")
        do("paper", paper, lambda: add_paper(folder, paper, kept))
"""


@dataclass
class Killed:
    """How often it was killed, what was lost, and when the folder did not open."""

    turns: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)


def kill_often(turns: int, place: Path, *, early: bool = False, seed: int = 1) -> Killed:
    """Kill a worker *turns* times, each time at another moment, and look at the folder."""
    chance, found = random.Random(seed), Killed()  # noqa: S311 - the same each time
    for turn in range(turns):
        folder_place = place / f"{turn // _FRESH}"
        if not folder_place.exists():
            empty_folder(folder_place).close()
        said = _killed(folder_place, seed * LONG + turn, early, chance.uniform(0.0, 0.12))
        _look(folder_place, said, found)
        if turn % _FRESH == _FRESH - 1:
            shutil.rmtree(folder_place)
    return found


def _killed(place: Path, seed: int, early: bool, seconds: float) -> list[list[str]]:
    """Return what a worker said before it was killed; the last word may be cut."""
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(place), str(seed), "early" if early else "true"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(seconds)
        worker.send_signal(signal.SIGKILL)
        rest = worker.stdout.read()
    lines = (first + rest).decode().split("\n")
    return [line.split(" ", 2) for line in lines[:-1]]


def _look(place: Path, said: list[list[str]], found: Killed) -> None:
    """Compare what is there with what was acknowledged, but for what was under way."""
    found.turns += 1
    states: dict[str, list[str]] = {}
    under_way = ""
    for what, record, *words in said:
        if what == "begun":
            under_way = record
        else:
            states[record] = [what, *words]
            under_way = ""
            found.acknowledged += 1
    states.pop(under_way, None)
    try:
        folder = open_folder(place, SHEET, MemoryKeychain())
    except Exception as error:  # noqa: BLE001 - whatever it is, the folder did not open
        found.closed.append(repr(error))
        return
    found.lost += [
        f"{record} {state}" for record, state in states.items() if not _is(folder, record, state)
    ]
    found.lost += [one.words for one in folder.vault.check().findings]
    folder.close()


def _is(folder: Folder, record_id: str, state: list[str]) -> bool:
    record = folder.record(RecordId(record_id))
    match state[0]:
        case "live":
            return record is not None and record.headline() == state[1]
        case "retired" | "erased":
            return record is None
        case _:
            row = folder.vault.main.papers.get(RecordId(record_id))
            if record is None or row is None:
                return False
            with folder.vault.documents.open(row.kept) as clear:
                return clear.read().decode() == state[1].replace("-", " ", 1)


def main() -> int:
    """Take the bench and its control; return 0 when both ended as they must."""
    with tempfile.TemporaryDirectory() as directory:
        return tell_rows(_rows(Path(directory), PARTS if "--long" in sys.argv else 1))


def _rows(place: Path, parts: int) -> Iterator[Row]:
    turns = LONG // parts if parts > 1 else USUAL
    control = kill_often(60, place / "control", early=True)
    early = f"{control.turns} times"
    yield Row("R1", "control: acknowledged before written", early, control.lost, control=True)
    for part in range(1, parts + 1):
        found = kill_often(turns, place / str(part), seed=part)
        tried = f"{found.turns} times, {found.acknowledged} changes acknowledged"
        yield Row("R1", "killed: changes", tried, found.lost)
        yield Row("R1", "killed: folders that open", tried, found.closed)


if __name__ == "__main__":
    sys.exit(main())
