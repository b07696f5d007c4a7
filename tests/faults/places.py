"""R4: places that are full, small, closed, gone, or of another kind: one sentence, nothing lost.

Each scenario is done where something is wrong with the place. What comes out must be the trouble of
that place; afterwards the folder opens and is whole. `python3 packaging/faults.py places` (Linux,
root; exfat-fuse and exfatprogs for a key as people have them). The control is a program that does
not listen to what the database answers.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from ensdesk.trouble import Trouble
from ensdesk.vault.header import HeaderMissing
from ensdesk.vault.storage_trouble import (
    DiskFailing,
    DiskFull,
    PlaceGone,
    ReadOnlyPlace,
    TooLargeHere,
)
from tests.faults.disk import quick_place
from tests.faults.failing import deaf, in_child
from tests.faults.figures import Row, tell_rows
from tests.faults.scenarios import SCENARIOS, Scenario
from tests.faults.told import FOLDER, Fact, Tell, facts_of
from tests.whole.powers import file_limit, read_only, small_disk

QUICK, USUAL, LONG = 1, 6, 100  # times for each scenario and place
_SIZE = 48 << 20
_PAGE = 4096

Happens = Callable[[Path, random.Random, Tell], AbstractContextManager[Tell]]


@dataclass(frozen=True)
class Bad:
    """A kind of place: what it lies on, what happens there, and the troubles that tell it."""

    name: str
    happens: Happens
    troubles: tuple[type[Trouble], ...]
    disk: Callable[[Path], AbstractContextManager[object]] = nullcontext
    stays: bool = True  # whether the folder is there afterwards
    leave_out: tuple[str, ...] = ()  # scenarios that do without the folder


@contextlib.contextmanager
def _full(place: Path, chance: random.Random, tell: Tell) -> Iterator[Tell]:
    """Leave room for some pages, or for none. Without the right to mount nothing happens here."""
    if not place.is_mount():
        yield tell
        return
    filling = place / "filling"
    with filling.open("wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while True:
                file.write(bytes(1 << 16))
        file.truncate(max(0, file.tell() - _PAGE * chance.randrange(300)))
    try:
        yield tell
    finally:
        filling.unlink()


@contextlib.contextmanager
def _no_larger_file(place: Path, chance: random.Random, tell: Tell) -> Iterator[Tell]:
    largest = max((path.stat().st_size for path in place.rglob("*")), default=1 << 20)
    with file_limit(chance.randrange(_PAGE, 2 * largest)):
        yield tell


@contextlib.contextmanager
def _closed(place: Path, _chance: random.Random, tell: Tell) -> Iterator[Tell]:
    with read_only(place):
        yield tell


@contextlib.contextmanager
def _removed(place: Path, chance: random.Random, tell: Tell) -> Iterator[Tell]:
    """Somebody throws the directory away while the folder is open, or before."""
    left = chance.randrange(6)

    def told(*facts: Fact) -> None:
        nonlocal left
        tell(*facts)
        if left == 0:
            shutil.rmtree(place / FOLDER)
        left -= 1

    yield told


@contextlib.contextmanager
def _nothing(_place: Path, _chance: random.Random, tell: Tell) -> Iterator[Tell]:
    yield tell


@contextlib.contextmanager
def _exfat(place: Path) -> Iterator[None]:
    """A key as people have them: no links, no modes, names without capitals, times of 2 s."""
    image = place.with_suffix(".img")
    with image.open("wb") as file:
        file.truncate(_SIZE)
    _run("mkfs.exfat", image)
    loop = _run("losetup", "-f", "--show", image).strip()
    try:
        _run("mount.exfat-fuse", loop, place)
        try:
            yield
        finally:
            _run("umount", "-l", place)
    finally:
        _run("losetup", "-d", loop)
        image.unlink()


def _run(name: str, *words: str | Path) -> str:
    program = shutil.which(name)
    assert program, f"{name} is missing"
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def _tmpfs(place: Path) -> AbstractContextManager[object]:
    return small_disk(place, _SIZE)


_WITHOUT = ("restore", "make")
PLACES = (
    Bad("full", _full, (DiskFull,), _tmpfs),
    Bad("no larger file", _no_larger_file, (TooLargeHere, DiskFailing)),  # SQLite tells no more
    Bad("closed", _closed, (ReadOnlyPlace,)),
    Bad("thrown away", _removed, (PlaceGone, HeaderMissing), stays=False, leave_out=_WITHOUT),
)
EXFAT = (
    Bad("exFAT", _nothing, (), _exfat),
    Bad("exFAT, full", _full, (DiskFull,), _exfat),
)


def try_often(scenario: Scenario, bad: Bad, times: int, place: Path) -> list[str]:
    """Do the scenario in such a place; return what was not told rightly, and what was lost."""
    before, work = place / "before", place / "work"
    before.mkdir(parents=True)
    told: list[list[Fact]] = []
    scenario.begin(before, lambda *facts: told.append(list(facts)))
    broken: list[str] = []
    for seed in range(times):
        work.mkdir()
        with bad.disk(work):
            shutil.copytree(before, work, dirs_exist_ok=True)
            said = in_child(partial(_act, scenario, bad, work, seed))
            found = [" ".join(fact) for facts in said for fact in facts if fact[0] == "bug"]
            if bad.stays:
                found += scenario.look(work, facts_of([*told, *said]))
            elif not (work / FOLDER).exists() and not any(f[0] == "ended" for s in said for f in s):
                found.append("went on without a folder")
            broken += [f"{scenario.name}, {seed}: {each}" for each in found]
        shutil.rmtree(work)
    return broken


def _act(scenario: Scenario, bad: Bad, place: Path, seed: int, tell: Tell) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same each time
    try:
        with bad.happens(place, chance, tell) as told:
            scenario.act(place, told)
    except Trouble as trouble:
        ended = "ended" if isinstance(trouble, bad.troubles) else "bug"
        tell((ended, repr(trouble)))
    except Exception as bug:  # noqa: BLE001 - whatever it is, nobody would understand it
        frames = traceback.extract_tb(bug.__traceback__)[-4:]
        where = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        tell(("bug", f"{bug!r} at {' > '.join(where)}"))


def main() -> int:
    """Take every place and the control; return 0 when each ended as it must."""
    times = LONG if "--long" in sys.argv else USUAL
    places = (*PLACES, *EXFAT) if shutil.which("mount.exfat-fuse") else PLACES
    with quick_place() as root:
        return tell_rows(_rows(places, times, root))


def _rows(places: tuple[Bad, ...], times: int, root: Path) -> Iterator[Row]:
    for bad in places:
        broken = [
            each
            for scenario in SCENARIOS.values()
            if scenario.name not in bad.leave_out
            for each in try_often(scenario, bad, times, root / bad.name / scenario.name)
        ]
        tried = f"{len(SCENARIOS)} scenarios, {times} times"
        yield Row("R4", f"place: {bad.name}", tried, broken)
    with pytest.MonkeyPatch.context() as patch:
        deaf(patch)
        broken = try_often(SCENARIOS["edit"], PLACES[0], 20, root / "control")
    yield Row("R4", "control: does not listen", "20 times", broken, control=True)


if __name__ == "__main__":
    sys.exit(main())
