"""A disk that fails at any change: nothing acknowledged is lost, and only words come out of it.

`python3 packaging/faults.py failing`. Each scenario is done once for every change that it makes on
the disk and every way to fail. What comes out must be a Trouble; afterwards the folder opens and is
whole.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from ensdesk.trouble import Trouble
from ensdesk.vault.vault_file import Connection
from tests.faults.disk import SHORT, changes, fail, quick_place, sees, with_eyes
from tests.faults.figures import Row, tell_rows
from tests.faults.scenarios import SCENARIOS, Scenario
from tests.faults.told import Fact, Tell, facts_of

QUICK, CONTROL = 1, 20  # points of each scenario and way
WAYS = {
    "an error from there on": (errno.EIO, False),
    "no room from there on": (errno.ENOSPC, False),
    "one error": (errno.EIO, True),
    "half a write": (SHORT, True),
}
_NEVER = 1 << 60


def fail_often(scenario: Scenario, place: Path, most: int = _NEVER) -> tuple[int, list[str]]:
    """Fail at each change in each way, or at *most* of them; return how many, what was broken."""
    before, work = place / "before", place / "work"
    before.mkdir(parents=True)
    told: list[list[Fact]] = []
    scenario.begin(before, lambda *facts: told.append(list(facts)))
    tried, broken = 0, list[str]()
    shutil.copytree(before, work)
    count = int(in_child(partial(_count, scenario, work))[-1][0][1])
    shutil.rmtree(work)
    for number, (name, (error, once)) in enumerate(WAYS.items()):
        for at in _points(count, most, number):
            shutil.copytree(before, work)
            said = in_child(partial(_fail, scenario, work, (at, error, once)))
            bugs = [" ".join(fact) for facts in said for fact in facts if fact[0] == "bug"]
            found = bugs + scenario.look(work, facts_of([*told, *said]))
            broken += [f"{name}, at {at} of {count}: {each}" for each in found]
            shutil.rmtree(work)
            tried += 1
    return tried, broken


def _count(scenario: Scenario, place: Path, tell: Tell) -> None:
    fail(place, 0, 0, once=True)
    scenario.act(place, lambda *_facts: None)
    tell(("changes", str(changes())))


def _fail(scenario: Scenario, place: Path, how: tuple[int, int, bool], tell: Tell) -> None:
    at, error, once = how
    fail(place, at, error, once=once)
    try:
        scenario.act(place, tell)
    except Trouble:
        pass  # told in words: what was under way may have happened or not
    except Exception as bug:  # noqa: BLE001 - whatever it is, nobody would understand it
        frames = traceback.extract_tb(bug.__traceback__)[-4:]
        where = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        tell(("bug", f"{bug!r} at {' > '.join(where)}"))


def in_child(job: Callable[[Tell], None]) -> list[list[Fact]]:
    """Do *job* in a process that ends like one that is killed; return what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            job(lambda *facts: os.write(writing, json.dumps(facts).encode() + b"\n"))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        lines = [[tuple(fact) for fact in json.loads(line)] for line in said]
    os.waitpid(child, 0)
    return lines


def _points(count: int, most: int, way: int) -> Iterable[int]:
    """Return the numbers of all changes, or *most* of them, evenly, others for each way."""
    between = max(1, count // most)
    return range(1 + between * way // len(WAYS), count + 1, between)


def deaf(patch: pytest.MonkeyPatch) -> None:
    """A program that does not listen to what the database answers."""
    write = Connection.write

    def deaf(self: Connection, sql: str, *values: object) -> int:
        try:
            return write(self, sql, *values)
        except Trouble:
            return 0

    patch.setattr(Connection, "write", deaf)


def main() -> int:
    """Take every scenario and the control; return 0 when each ended as it must."""
    if not sees():
        return with_eyes("tests.faults.failing", *sys.argv[1:])
    most = _NEVER if "--long" in sys.argv else QUICK
    with quick_place() as place:
        return tell_rows(_rows(most, place))


def _rows(most: int, place: Path) -> Iterator[Row]:
    for name in [name for name in SCENARIOS if name in sys.argv] or SCENARIOS:
        tried, broken = fail_often(SCENARIOS[name], place / name, most)
        yield Row("R3", f"failing disk: {name}", f"{tried} points", broken)
    with pytest.MonkeyPatch.context() as patch:
        deaf(patch)
        tried, broken = fail_often(SCENARIOS["edit"], place / "control", CONTROL)
    yield Row("R3", "control: does not listen", f"{tried} points", broken, control=True)


if __name__ == "__main__":
    sys.exit(main())
