"""R5: files that a disk or a hand damaged. Nothing is ever shown as if it were whole.

A small folder with a life behind it is made once; then one file at a time has a bit turned, a
sector or a page emptied, a page of another place, its end cut, or is gone. What opens must hold
what was written, or say that something is damaged; nothing may come out but a Trouble. Damage to
the last changes on their way (the write-ahead log) may only bring back a state that once was.

`python3 packaging/faults.py damage`, `--long` for every byte of the header and 5,000 damages. The
control is the program without its digests: SQLCipher alone gives zeros for a lost last page.
"""

from __future__ import annotations

import contextlib
import io
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import LookedAt, add_paper
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.kinds.note import Note
from ensdesk.record.fields import Prose
from ensdesk.record.payload import to_payload
from ensdesk.record.record import Record
from ensdesk.trouble import Trouble
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.faults.figures import Row, tell_rows

USUAL, LONG = 400, 5_000
_HEADERS = ("header.a", "header.b")
_SECTOR, _PAGE = 512, 4096

State = dict[str, str]  # by record, and by paper: what is shown of it


@dataclass
class Damaged:
    """How often it was damaged, how each ended, and what went wrong."""

    ends: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    uncaught: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sound:
    """Folders as they were: closed, and left by a program that was killed; every state it had."""

    closed: Path
    left: Path
    states: tuple[State, ...]


def make_sound(place: Path) -> Sound:
    """Make the folder that is damaged again and again."""
    closed, left = place / "closed", place / "left"
    states = []
    with contextlib.closing(empty_folder(closed)) as folder:
        for step in _life(folder):
            step()
            states.append(state_of(folder))
        folder.vault.main.settle()
        for number in range(4):  # these stand in the write-ahead log only
            folder.save(Allergy(substance=f"en route {number}"))
            states.append(state_of(folder))
        shutil.copytree(closed, left)
    return Sound(closed, left, tuple(states))


def _life(folder: Folder) -> Iterator[Callable[[], object]]:
    for number in range(12):
        new = Allergy(substance=f"Pénicilline {number}", reaction="plaques " * 20)
        yield lambda new=new: folder.save(new)
    for number in range(6):  # longer than a page: their ends lie in pages of their own
        note = Note(name=f"Note {number}", text=Prose(f"{number} ligne " * 1200))
        yield lambda note=note: folder.save(note)
    yield lambda: hide(folder, new)
    for number in range(12):  # so are the ends of their words
        text = f"papier {number} " * 900
        paper = Document(name=f"Papier {number}")
        kept = folder.vault.documents.keep(io.BytesIO(text.encode()))
        looked = LookedAt(kept, "text/plain", "papier.txt", 1, (text,), None)
        yield lambda paper=paper, looked=looked: add_paper(folder, paper, looked)


def state_of(folder: Folder) -> State:
    """Return everything that the folder shows; raises the Trouble of what is damaged."""
    state = {}
    for kind in (Allergy, Note, Document):
        for record in folder.records(kind):
            state[str(record.id)] = _shown(record)
    for row in folder.drawers.papers():
        with folder.vault.documents.open(row.kept) as clear:
            state[f"paper {row.record_id}"] = clear.read().decode()
        words = folder.drawers.of(row.record_id).papers.text(row.record_id, 1)
        if words is not None:  # the check tells those that are damaged
            state[f"words {row.record_id}"] = words
    return state


def _shown(record: Record) -> str:
    return repr(sorted(to_payload(record).items()))


# -- damage ----------------------------------------------------------------------------------------


def _turn_a_bit(raw: bytearray, chance: random.Random) -> str:
    at = chance.randrange(len(raw))
    raw[at] ^= 1 << chance.randrange(8)
    return f"bit of byte {at}"


def _empty_a_sector(raw: bytearray, chance: random.Random) -> str:
    at = chance.randrange(0, len(raw), _SECTOR)
    raw[at : at + _SECTOR] = bytes(len(raw[at : at + _SECTOR]))
    return f"sector at {at} emptied"


def _other_page(raw: bytearray, chance: random.Random) -> str:
    to, of = (chance.randrange(0, len(raw), _PAGE) for _ in range(2))
    raw[to : to + _PAGE] = raw[of : of + _PAGE]
    return f"page at {to} is that at {of}"


def _cut(raw: bytearray, chance: random.Random) -> str:
    at = chance.randrange(len(raw))
    del raw[at:]
    return f"cut at {at}"


_WAYS = (_turn_a_bit, _turn_a_bit, _empty_a_sector, _other_page, _cut)


def damage_often(sound: Sound, turns: int, place: Path) -> Damaged:
    """Damage a file *turns* times, each time in a fresh copy of the folder, and look at it.

    The larger a file, the more often it is its turn.
    """
    chance, found = random.Random(turns), Damaged()  # noqa: S311 - the same each time
    for turn in range(turns):
        on_its_way = turn % 4 == 0
        at = place / "damaged"
        shutil.copytree(sound.left if on_its_way else sound.closed, at)
        files = sorted(file for file in at.rglob("*") if file.is_file() and file.stat().st_size)
        wanted = [file for file in files if file.name.endswith("-wal") == on_its_way]
        (file,) = chance.choices(wanted, [one.stat().st_size for one in wanted])
        if chance.random() < 0.02:
            file.unlink()
            how = "gone"
        else:
            raw = bytearray(file.read_bytes())
            how = chance.choice(_WAYS)(raw, chance)
            file.write_bytes(raw)
        allowed = sound.states if on_its_way else sound.states[-1:]
        _look(at, f"{file.relative_to(at)}: {how}", allowed, found)
        shutil.rmtree(at)
    return found


def empty_each_page(sound: Sound, place: Path) -> Damaged:
    """Empty a sector of each page of the main database, one after the other."""
    found = Damaged()
    whole = (sound.closed / "main-1.db").read_bytes()
    for at in range(0, len(whole), _PAGE):
        shutil.copytree(sound.closed, place / "damaged")
        raw = bytearray(whole)
        raw[at : at + _SECTOR] = bytes(_SECTOR)
        (place / "damaged" / "main-1.db").write_bytes(raw)
        _look(place / "damaged", f"page at {at}", sound.states[-1:], found)
        shutil.rmtree(place / "damaged")
    return found


def damage_headers(sound: Sound, every: int, place: Path) -> Damaged:
    """Turn one bit of every *every*-th byte of one header: the other one opens the folder."""
    found = Damaged()
    shutil.copytree(sound.closed, place / "damaged")
    for name in _HEADERS:
        file = place / "damaged" / name
        whole = file.read_bytes()
        for at in range(0, len(whole), every):
            raw = bytearray(whole)
            raw[at] ^= 0x10
            file.write_bytes(raw)
            _look(place / "damaged", f"{name}: byte {at}", sound.states[-1:], found)
            if file.read_bytes() != whole:
                found.silent.append(f"{name}: byte {at} was not mended")
                file.write_bytes(whole)
    shutil.rmtree(place / "damaged")
    return found


def _look(place: Path, what: str, allowed: tuple[State, ...], found: Damaged) -> None:
    """Open the folder, read everything, and judge how that ended."""
    try:
        with contextlib.closing(open_folder(place, SHEET, MemoryKeychain())) as folder:
            seen = state_of(folder)
            report = folder.vault.check()
    except Trouble as told:
        found.ends[type(told).__name__] += 1
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, it should not happen
        found.uncaught.append(f"{what}: {error!r}")
        return
    if seen in allowed:
        found.ends["whole" if report.well else "whole, and told"] += 1
    elif report.well or any(seen[one] not in _known(allowed, one) for one in seen):
        found.silent.append(f"{what}: {len(seen)} things shown")
    else:
        found.ends["less, and told"] += 1


def _known(allowed: tuple[State, ...], one: str) -> set[str]:
    return {state[one] for state in allowed if one in state}


@contextlib.contextmanager
def without_digests() -> Iterator[None]:
    """Break the rule that every long row is proved: each digest is the same."""
    from ensdesk.vault import digests

    known = (digests.digest_of, digests.row_digest)
    put = []
    for module in list(sys.modules.values()):
        for real in known:
            if getattr(module, real.__name__, None) is real:
                setattr(module, real.__name__, lambda *_parts: bytes(32))
                put.append((module, real))
    try:
        yield
    finally:
        for module, real in put:
            setattr(module, real.__name__, real)


def main() -> int:
    """Take the bench and its control; return 0 when both ended as they must."""
    long = "--long" in sys.argv
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        sound = make_sound(place / "sound")
        headers = damage_headers(sound, 1 if long else 499, place)
        pages = empty_each_page(sound, place)
        found = damage_often(sound, LONG if long else USUAL, place)
        with without_digests():
            bare = make_sound(place / "bare")
            control = empty_each_page(bare, place)
    bytes_tried = f"{headers.ends.total()} bytes"
    every, caught = f"{pages.ends.total()} pages", control.silent + control.uncaught
    ends = ", ".join(f"{count} {end}" for end, count in found.ends.most_common())
    tried = f"{LONG if long else USUAL} damages: {ends}"
    return tell_rows(
        (
            Row("R5", "a byte of a header", bytes_tried, headers.silent + headers.uncaught),
            Row("R5", "a page", f"{pages.ends.total()} pages", pages.silent + pages.uncaught),
            Row("R5", "damage: shown as if whole", tried, found.silent),
            Row("R5", "damage: not said in words", tried, found.uncaught),
            Row("R5", "control: no digests", every, caught, control=True),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
