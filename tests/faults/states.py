"""What may lie on a disk after a power cut: each unsynced change kept, dropped, or torn."""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.disk import Step

SECTOR = 512  # bytes: what a disk writes whole or not at all
_NAMES = frozenset("CRUM")


@dataclass
class _File:
    """The bytes that are safe, and the writes and cuts since the last sync."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.waiting:
            _do(self.safe, step)
        self.waiting = []

    def after(self, chance: random.Random | None) -> bytes:
        """Return what may be there: everything without *chance*, else what chance leaves."""
        left = bytearray(self.safe)
        for step in self.waiting:
            if chance is None or (fate := chance.random()) < 0.4:
                _do(left, step)
            elif fate < 0.7 and step.act == "W":
                _tear(left, step, chance)
        return bytes(left)


class Medium:
    """What is on the medium below *place* while steps are taken one after the other."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._safe: dict[Path, _File | None] = {}  # None: a directory
        self._names: list[tuple[Path, Step, _File | None]] = []  # in which directory, what
        self._now: dict[Path, _File | None] = {}
        self._files: dict[int, _File] = {}
        for path in place.rglob("*"):
            held = None if path.is_dir() else _File(bytearray(path.read_bytes()))
            self._safe[path] = self._now[path] = held
            if held:
                self._files[path.stat().st_ino] = held

    def take(self, step: Step) -> None:
        """Take one step: what was synced is safe from then on."""
        if step.act in _NAMES:
            self._take_name(step)
        elif step.act == "S" and self._is_directory(step.paths[0]):
            for directory, name, file in self._names:
                if directory == step.paths[0]:
                    _rename(self._safe, name, file)
            self._names = [name for name in self._names if name[0] != step.paths[0]]
        elif step.act == "S":
            self._files[step.file].sync()
        elif step.act in "WT":
            self._files[step.file].waiting.append(step)

    def lay_out(self, place: Path, chance: random.Random | None = None) -> None:
        """Write what may be there into the empty directory *place*; all of it without *chance*."""
        names = dict(self._safe)
        ends = {name[0]: chance.randint(0, 9) if chance else 9 for name in self._names}
        cut = len(self._names)
        if chance and chance.random() < 0.5:  # a journal of the file system keeps their order
            cut, ends = chance.randint(0, cut), dict.fromkeys(ends, 9)
        seen = dict.fromkeys(ends, 0)
        for directory, step, file in self._names[:cut]:
            seen[directory] += 1
            total = sum(1 for name in self._names if name[0] == directory)
            if seen[directory] <= -(-total * ends[directory] // 9):
                _rename(names, step, file)
        for path in sorted(names):
            held, to = names[path], place / path.relative_to(self._place)
            if not to.parent.is_dir():
                continue  # its directory never came
            if held is None:
                to.mkdir()
            else:
                to.write_bytes(held.after(chance))

    def _is_directory(self, path: Path) -> bool:
        return path == self._place or (path in self._now and self._now[path] is None)

    def _take_name(self, step: Step) -> None:
        file: _File | None = None
        if step.act == "C":
            file = self._files[step.file] = _File()
        elif step.act in "RU":
            file = self._now.get(step.paths[0])
        _rename(self._now, step, file)
        self._names.append((step.paths[-1].parent, step, file))


def states(
    start: Medium, noted: Sequence[Step], at: Iterable[int], chance: random.Random, into: Path
) -> Iterator[tuple[int, Path]]:
    """Lay out below *into* what a power cut before each step of *at* may leave; one at a time."""
    medium, taken = copy.deepcopy(start), 0
    for number, moment in enumerate(sorted(at)):
        for step in noted[taken:moment]:
            medium.take(step)
        taken = moment
        left = into / str(number)
        left.mkdir(parents=True)
        medium.lay_out(left, chance)
        yield moment, left


def _rename(names: dict[Path, _File | None], step: Step, file: _File | None) -> None:
    path = step.paths[-1]
    if step.act == "U":
        names.pop(path, None)
        return
    if step.act == "R":
        old = step.paths[0]
        for inside in [each for each in names if old in each.parents]:
            names[path / inside.relative_to(old)] = names.pop(inside)
        names.pop(old, None)
    names[path] = file


def _do(held: bytearray, step: Step) -> None:
    if step.act == "T":
        del held[step.at :]
        held.extend(bytes(step.at - len(held)))
        return
    held.extend(bytes(max(0, step.at - len(held))))
    held[step.at : step.at + len(step.held)] = step.held


def _tear(held: bytearray, step: Step, chance: random.Random) -> None:
    """Keep some sectors of a write."""
    at = step.at
    while at < step.at + len(step.held):
        end = min((at // SECTOR + 1) * SECTOR, step.at + len(step.held))
        if chance.random() < 0.5:
            part = step.held[at - step.at : end - step.at]
            _do(held, Step("W", step.file, at, part))
        at = end


def same(one: Path, other: Path) -> bool:
    """Say whether two directories hold the same files with the same bytes."""
    return _held(one) == _held(other)


def _held(place: Path) -> dict[str, bytes | None]:
    return {
        os.fspath(path.relative_to(place)): None if path.is_dir() else path.read_bytes()
        for path in place.rglob("*")
    }
