"""R6: two people, two computers, any order of steps: nothing is lost but what was erased.

A model knows every version of every line, and what each of the two computers has seen of it. After
each step the folder must say the same: the versions that nothing follows, no more and no fewer.
`python3 packaging/faults.py model`. The control is a program whose merging forgets a version.
"""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from ensdesk.folder.choosing import keep_one, next_card
from ensdesk.folder.doubling import double_to
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import encrypt_again, hide, show_again
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import LookedAt, add_paper
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.removed import erase_for_ever
from ensdesk.folder.restoring import bring_back_to, the_double
from ensdesk.folder.two_computers import agree, outgoing, put_in
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import Record, RecordId
from ensdesk.vault import merge
from ensdesk.vault.news import NewsTooShort
from ensdesk.vault.revision import What
from tests.fakes import SHEET, TODAY, MemoryKeychain, empty_folder
from tests.faults.disk import quick_place
from tests.faults.figures import Row, tell_rows
from tests.faults.told import SHEETS
from tests.folder.second import second_computer

QUICK, USUAL, LONG = (4, 25), (60, 100), (5_000, 100)  # lives, steps of each
AT_A_TIME = 100
HERE, THERE = "here", "there"
_SIDES = st.sampled_from((HERE, THERE))
_WHICH = st.integers(0, 30)  # one of the lines there are, by its place among them
_MARIE = SHEETS[3]

Line = Allergy | Document


@dataclass(frozen=True)
class Version:
    """What one step said of a line, None when it took it away, and which versions it had before."""

    record: RecordId
    words: str | None
    before: frozenset[int]


@dataclass
class Side:
    """One computer: its folder, and the versions that ever came to it."""

    folder: Folder
    knows: set[int] = field(default_factory=set)
    doubled: frozenset[int] | None = None  # what it knew when its double was made


class Life(RuleBasedStateMachine):
    """Steps in any order."""

    root: Path

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(dir=self.root))
        self.versions: dict[int, Version] = {}
        self.sides: dict[str, Side] = {}
        self.number = 0

    @initialize()
    def begins(self) -> None:
        """One folder, a helper, and a copy of it on a second computer."""
        made = empty_folder(self._new_place())
        add_person(made, "Marie", HELPER, _MARIE)
        copy = second_computer(made, self._new_place())
        for name, folder in ((HERE, made), (THERE, copy)):
            (self.place / name).mkdir()
            self.sides[name] = Side(folder)

    # What the holder does

    @rule(name=_SIDES)
    def adds(self, name: str) -> None:
        self._says(name, Allergy(substance=self._words()))

    @rule(name=_SIDES)
    def adds_a_paper(self, name: str) -> None:
        folder, paper = self.sides[name].folder, Document(name=self._words())
        kept = folder.vault.documents.keep(io.BytesIO(paper.id.encode()))
        looked = LookedAt(kept, "text/plain", "a.txt", 1, (paper.name,), None)
        self._done(name, paper.id, paper.name, lambda: add_paper(folder, paper, looked))

    @rule(name=_SIDES, which=_WHICH)
    def changes(self, name: str, which: int) -> None:
        if record := self._one(name, which):
            field = "name" if isinstance(record, Document) else "substance"
            self._says(name, dataclasses.replace(record, **{field: self._words()}))

    @rule(name=_SIDES, which=_WHICH)
    def takes_away(self, name: str, which: int) -> None:
        if record := self._one(name, which):
            self._done(name, record.id, None, lambda: self.sides[name].folder.retire(record))

    @rule(name=_SIDES, which=_WHICH)
    def puts_back(self, name: str, which: int) -> None:
        folder = self.sides[name].folder
        gone = [one for one in folder.drawers.removed() if isinstance(one, Allergy | Document)]
        if record := _choose(gone, which):
            self._done(name, record.id, record.headline(), lambda: folder.put_back(record))

    @rule(name=_SIDES, which=_WHICH)
    def erases(self, name: str, which: int) -> None:
        if record := self._one(name, which):
            folder = self.sides[name].folder
            self._done(name, record.id, None, lambda: erase_for_ever(folder, record))

    @rule(name=_SIDES, which=_WHICH)
    def moves(self, name: str, which: int) -> None:
        """« Rien que pour moi », or back: it says the same as before."""
        if record := self._one(name, which):
            folder = self.sides[name].folder
            paper = folder.drawers.paper(record.id)
            kept = encrypt_again(folder.vault.documents, paper) if paper else None
            (show_again if record.private else hide)(folder, record, kept)
            self._look(name)

    @rule(name=_SIDES, which=_WHICH)
    def chooses(self, name: str, which: int) -> None:
        """A card is answered by one of its sides."""
        folder = self.sides[name].folder
        card = next_card(folder)
        if card is not None:
            sides = sorted(card.sides, key=lambda side: (side.version.what, side.lines))
            side = sides[which % len(sides)]
            kept = side.version.record
            words = kept.headline() if isinstance(kept, Record) else None
            record_id = card.conflict.record_id
            self._done(name, record_id, words, lambda: keep_one(folder, card, side))

    # What Marie does, and must not see

    @rule(name=_SIDES, which=_WHICH, what=st.sampled_from(("add", "change", "take away")))
    def is_helped(self, name: str, which: int, what: str) -> None:
        side = self.sides[name]
        hidden = {record.id for record in side.folder.drawers.hidden()}
        said = [one.words for one in self.versions.values() if one.record in hidden and one.words]
        side.folder.close()
        side.folder = open_folder(side.folder.vault.path, _MARIE, MemoryKeychain())
        assert not hidden & {record.id for record in _lines(side.folder)}
        assert not any(side.folder.find(words) for words in said)
        assert not any(
            words in (line.words or "") for line in side.folder.journal() for words in said
        )
        match what:
            case "add":
                self.adds(name)
            case "change":
                self.changes(name, which)
            case _:
                self.takes_away(name, which)
        side.folder.close()
        side.folder = self._opened(side.folder.vault.path)
        self._look(name)

    # What happens to computers

    @rule(name=_SIDES)
    def closes(self, name: str) -> None:
        side = self.sides[name]
        side.folder.close()
        side.folder = self._opened(side.folder.vault.path)
        self._look(name)

    @rule(name=_SIDES)
    def crashes(self, name: str) -> None:
        """What the system had of its files at that moment is all that is left."""
        side, left = self.sides[name], self._new_place()
        shutil.copytree(side.folder.vault.path, left)
        side.folder.close()
        side.folder = self._opened(left)
        self._look(name)

    @rule(name=_SIDES)
    def makes_a_double(self, name: str) -> None:
        side = self.sides[name]
        double_to(side.folder, self.place / name)
        side.doubled = frozenset(side.knows)

    @rule(name=_SIDES)
    def restores(self, name: str) -> None:
        """The computer is gone; its double comes back on a new one."""
        side = self.sides[name]
        if side.doubled is not None:
            side.folder.close()
            place = self._new_place()
            bring_back_to(place, the_double(self.place / name), SHEET, MemoryKeychain())
            side.folder, side.knows = self._opened(place), set(side.doubled)
            self.place.joinpath(name).rename(self.place / f"old {self._words()}")
            self.place.joinpath(name).mkdir()
            side.doubled = None
            self._look(name)

    @rule(name=_SIDES)
    def tells(self, name: str) -> None:
        """The news of one go to the other; where something from before is missing, back first."""
        other = THERE if name == HERE else HERE
        try:
            self._tell(name, other)
        except NewsTooShort:
            self._tell(other, name)
            self._tell(name, other)

    def teardown(self) -> None:
        """In the end both know the same, and nothing is damaged."""
        try:
            if len(self.sides) == 2:
                for name in (HERE, THERE, HERE, THERE):
                    self.tells(name)
                here, there = self.sides[HERE], self.sides[THERE]
                assert here.knows == there.knows
                assert _journal(here.folder) == _journal(there.folder)
                for record_id in {version.record for version in self.versions.values()}:
                    assert _says(here.folder, record_id) == _says(there.folder, record_id)
                for side in self.sides.values():
                    report = side.folder.vault.check()
                    assert (report.findings, report.strays) == ((), ())
        finally:
            for side in self.sides.values():
                side.folder.close()
            shutil.rmtree(self.place, ignore_errors=True)

    # Inside

    def _tell(self, name: str, other: str) -> None:
        one, two, key = self.sides[name], self.sides[other], self._new_place()
        key.mkdir()
        path = put_in(one.folder.vault.documents, outgoing(one.folder), key, TODAY)
        agree(two.folder, path)
        two.knows |= one.knows
        self._look(other)

    def _says(self, name: str, record: Line) -> None:
        folder = self.sides[name].folder
        self._done(name, record.id, record.headline(), lambda: folder.save(record))

    def _done(
        self, name: str, record_id: RecordId, words: str | None, do: Callable[[], object]
    ) -> None:
        """Do it; from now on it follows all that this computer knew of the line."""
        side = self.sides[name]
        before = self._heads(side, record_id)
        do()
        self.number += 1
        self.versions[self.number] = Version(record_id, words, before)
        side.knows.add(self.number)
        self._look(name)

    def _heads(self, side: Side, record_id: RecordId) -> frozenset[int]:
        known = {n for n in side.knows if self.versions[n].record == record_id}
        followed = {before for n in known for before in self.versions[n].before}
        return frozenset(known - followed)

    def _look(self, name: str) -> None:
        """Compare every line that the computer knows of with what its folder says."""
        side = self.sides[name]
        if side.folder.vault.private is None:
            return
        drawers = side.folder.drawers
        for record_id in {self.versions[n].record for n in side.knows}:
            heads = (self.versions[n].words for n in self._heads(side, record_id))
            expected = {words for words in heads if words is not None}
            found = _says(side.folder, record_id)
            assert found == expected, (name, record_id, found, expected)
            shown = drawers.get(record_id)
            assert (shown is not None) == bool(expected), (name, record_id, expected)
            assert not isinstance(shown, Record) or shown.headline() in expected
            if isinstance(shown, Document):
                row = drawers.paper(record_id)
                assert row is not None, (name, record_id)
                with side.folder.vault.documents.open(row.kept) as clear:
                    assert clear.read() == record_id.encode()
        listed = {record.id for record in _lines(side.folder)}
        assert listed <= {self.versions[n].record for n in side.knows}

    def _one(self, name: str, which: int) -> Line | None:
        return _choose(_lines(self.sides[name].folder), which)

    def _opened(self, place: Path) -> Folder:
        return open_folder(place, SHEET, MemoryKeychain())

    def _new_place(self) -> Path:
        return self.place / f"place {self._words()}"

    def _words(self) -> str:
        self.number += 1
        return f"mot{self.number:06}"  # none is the beginning of another


def _says(folder: Folder, record_id: RecordId) -> set[str]:
    """Return what the versions that nothing follows say, in the drawer where the line is."""
    heads = folder.drawers.of(record_id).revisions.log.heads(record_id)
    values = (json.loads(head.payload or "") for head in heads if head.what == What.VALUE)
    return {value.get("substance") or value["name"] for value in values}


def _journal(folder: Folder) -> dict[tuple[str, int], str | None]:
    """Return what the holder reads of every line about a record, by its place."""
    return {line.place: line.words for line in folder.journal(10**6) if line.record_id}


def _lines(folder: Folder) -> tuple[Line, ...]:
    return (*folder.records(Allergy), *folder.records(Document))


def _choose(records: Sequence[Line], which: int) -> Line | None:
    """Return one of them, the same each time this life is lived again: ids are made by chance."""
    ordered = sorted(records, key=lambda record: record.headline())
    return ordered[which % len(ordered)] if ordered else None


def live(lives: int, steps: int, *, shortest: bool = True) -> list[str]:
    """Live as often; return what was not as it must be: the *shortest* life in which it happens."""
    with quick_place() as place:
        Life.root = place
        try:
            run_state_machine_as_test(
                Life,
                settings=settings(
                    max_examples=lives,
                    stateful_step_count=steps,
                    phases=(Phase.generate, Phase.shrink) if shortest else (Phase.generate,),
                    derandomize=lives <= QUICK[0],
                    deadline=None,
                    database=None,
                    report_multiple_bugs=False,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the model or the folder is wrong
            return [f"{error!r} {' '.join(getattr(error, '__notes__', ()))}"]
    return []


def forgetful(patch: pytest.MonkeyPatch) -> None:
    """A program whose merging leaves the last version out."""
    whole = merge._take_revisions
    patch.setattr(merge, "_take_revisions", lambda drawer, them: whole(drawer, list(them)[:-1]))


def main() -> int:
    """Take the bench and its control; return 0 when both ended as they must."""
    with pytest.MonkeyPatch.context() as patch:
        forgetful(patch)
        control = live(20, 50, shortest=False)
    return tell_rows(
        chain(
            [Row("R6", "control: a merge forgets a version", "20 lives", control, control=True)],
            _rows(LONG if "--long" in sys.argv else USUAL),
        )
    )


def _rows(size: tuple[int, int]) -> Iterator[Row]:
    """Live all the lives, a hundred at a time: what was found stands there when it is stopped."""
    lives, steps = size
    for number in range(0, lives, AT_A_TIME):
        some = min(AT_A_TIME, lives - number)
        yield Row("R6", "any order of steps", f"{some} lives of {steps} steps", live(some, steps))


if __name__ == "__main__":
    sys.exit(main())
