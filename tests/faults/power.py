"""A power cut at any moment: what was acknowledged is there, and every folder opens.

`python3 packaging/faults.py power`. Each scenario is done once while every change on the disk is
noted; then states that a cut may leave are laid out and opened. Controls that do not wait for the
disk must be caught, or the bench proves nothing.
"""

from __future__ import annotations

import copy
import json
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ensdesk.vault import document_store, vault_file
from ensdesk.vault.header import Disk
from tests.faults.disk import Step, note, noting, quick_place, sees, steps, with_eyes
from tests.faults.figures import Row, tell_rows
from tests.faults.scenarios import SCENARIOS, Scenario
from tests.faults.states import Medium, same, states
from tests.faults.told import Fact, facts_of

QUICK, LONG, CONTROL = 8, 5_000, 50  # states of each scenario


@dataclass(frozen=True)
class Recording:
    """A scenario that was done: what stood before, each change on the disk, what had been told."""

    start: Medium
    noted: list[Step]
    told: list[list[Fact]]


def cut_often(scenario: Scenario, count: int, place: Path, seed: int = 1) -> list[str]:
    """Look at *count* states that a cut may leave, and return what was broken in them."""
    done = record(scenario, place)
    chance = random.Random(seed)  # noqa: S311 - the same each time
    broken: list[str] = []
    moments = [chance.randint(0, len(done.noted)) for _ in range(count)]
    for moment, left in states(done.start, done.noted, moments, chance, place / "states"):
        facts = facts_of([*done.told, *_told(done.noted[:moment])])
        broken += [
            f"at {moment} of {len(done.noted)}: {each}" for each in scenario.look(left, facts)
        ]
        shutil.rmtree(left)
    return broken


def record(scenario: Scenario, place: Path) -> Recording:
    """Do a scenario below *place*; what was noted must lead to what is there, bit by bit."""
    work, again = place / "work", place / "again"
    told: list[list[Fact]] = []
    for directory in (work, again):
        directory.mkdir(parents=True)
    scenario.begin(work, lambda *facts: told.append(list(facts)))
    start = Medium(work)
    with noting(work, place / "notes"):
        scenario.act(work, lambda *facts: note(json.dumps(facts)))
    noted = list(steps(place / "notes"))
    medium = copy.deepcopy(start)
    for step in noted:
        medium.take(step)
    medium.lay_out(again)
    assert same(work, again), "the notes do not tell everything"
    return Recording(start, noted, told)


def _told(noted: Sequence[Step]) -> list[list[Fact]]:
    lines = (json.loads(step.held) for step in noted if step.act == "A")
    return [[tuple(fact) for fact in line] for line in lines]


# -- controls: the program with a rule broken -----------------------------------------------------


def _hasty_database(patch: pytest.MonkeyPatch) -> None:
    behave = vault_file._behave

    def hasty(raw: Any) -> None:
        behave(raw)
        raw.execute("PRAGMA synchronous=OFF")

    patch.setattr(vault_file, "_behave", hasty)


def _hasty_header(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Disk, "sync", lambda *_given: None)


def _hasty_paper(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(document_store, "sync_file", lambda _path: None)


CONTROLS = {
    "synchronous=OFF": ("edit", _hasty_database),
    "a header without sync": ("code", _hasty_header),
    "a paper without sync": ("paper", _hasty_paper),
}


def main() -> int:
    """Take every scenario and every control; return 0 when each ended as it must."""
    if not sees():
        return with_eyes("tests.faults.power", *sys.argv[1:])
    count = LONG if "--long" in sys.argv else QUICK
    wanted = [name for name in SCENARIOS if name in sys.argv] or list(SCENARIOS)
    with quick_place() as place:
        return tell_rows(_rows(wanted, count, place))


def _rows(wanted: list[str], count: int, place: Path) -> Iterator[Row]:
    for name in wanted:
        broken = cut_often(SCENARIOS[name], count, place / name)
        yield Row("R2", f"power cut: {name}", f"{count} states", broken)
        shutil.rmtree(place / name)
    for name, (scenario, breaking) in CONTROLS.items():
        with pytest.MonkeyPatch.context() as patch:
            breaking(patch)
            broken = cut_often(SCENARIOS[scenario], CONTROL, place / name)
        yield Row("R2", f"control: {name}", f"{CONTROL} states", broken, control=True)


if __name__ == "__main__":
    sys.exit(main())
