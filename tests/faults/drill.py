"""R10: the day on which something is gone. What is left brings everything back.

Each loss is done to a folder with lines and papers of both drawers and a double on a key; then only
what is left is used: the 12 words, the double, the other half of the header. `python3
packaging/faults.py drill`. The control is a day on which nothing is left that could help.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ensdesk.folder.doubling import double_to
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import encrypt_again, hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import LookedAt, add_paper, paper_of
from ensdesk.folder.restoring import bring_back_to, open_restored, the_double
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.trouble import Trouble
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.faults.disk import quick_place
from tests.faults.figures import Row, tell_rows

USUAL, LONG = 10, 200  # folders for each loss
_HOME, _KEY, _NEW = "Dossier", "BLEUE", "Nouveau"

Loss = Callable[[Path, random.Random], None]
Held = tuple[list[str], list[bytes]]


def _lose(path: Path, chance: random.Random) -> None:
    """Take a file away, or leave something else in its place, as broken disks do."""
    size = path.stat().st_size
    match chance.choice(("gone", "empty", "zeros", "noise", "cut")):
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "zeros":
            path.write_bytes(bytes(size))
        case "noise":
            path.write_bytes(chance.randbytes(size))
        case _:
            os.truncate(path, chance.randrange(1, size))


def _nothing(_place: Path, _chance: random.Random) -> None:
    """Another computer: no keychain, no settings."""


def _one_header(name: str) -> Loss:
    return lambda place, chance: _lose(place / _HOME / name, chance)


def _both_headers(place: Path, chance: random.Random) -> None:
    for name in ("header.a", "header.b"):
        _lose(place / _HOME / name, chance)


def _a_database(name: str) -> Loss:
    return lambda place, chance: _lose(place / _HOME / f"{name}-1.db", chance)


def _the_folder(place: Path, _chance: random.Random) -> None:
    shutil.rmtree(place / _HOME)


def _folder_and_last_state(place: Path, chance: random.Random) -> None:
    """And of the double the last state is damaged: the one before it holds the same."""
    shutil.rmtree(place / _HOME)
    state = max((place / _KEY).glob("*/snapshot-*"), key=lambda path: path.name)
    _lose(chance.choice(sorted(state.iterdir())), chance)


def _everything(place: Path, _chance: random.Random) -> None:
    shutil.rmtree(place / _HOME)
    shutil.rmtree(place / _KEY)
    (place / _KEY).mkdir()


LOSSES: dict[str, Loss] = {
    "another computer": _nothing,
    "header.a": _one_header("header.a"),
    "header.b": _one_header("header.b"),
    "both headers": _both_headers,
    "the main database": _a_database("main"),
    "the private database": _a_database("private"),
    "the whole folder": _the_folder,
    "the folder, and the last state of its double": _folder_and_last_state,
}


def drill(loss: Loss, place: Path, seed: int) -> list[str]:
    """Fill a folder, lose something, bring it back; return what is not there again."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    (place / _KEY).mkdir(parents=True)
    with contextlib.closing(empty_folder(place / _HOME)) as folder:
        _fill(folder, chance)
        before = _held(folder)
        for _state in range(2):
            double_to(folder, place / _KEY)
    loss(place, chance)
    try:
        with contextlib.closing(_back(place)) as folder:
            after, report = _held(folder), folder.vault.check()
    except Trouble as trouble:
        return [f"{seed}: {trouble!r}"]
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing came back
        return [f"{seed}: not told in words: {error!r}"]
    broken = [] if after == before else [f"{seed}: {after[0]} of {before[0]}"]
    return broken + [f"{seed}: {one.words}" for one in report.findings]


def _back(place: Path) -> Folder:
    """Do what the person does: open the folder with the 12 words; else, or damaged, the double."""
    with contextlib.suppress(Trouble):
        folder = open_folder(place / _HOME, SHEET, MemoryKeychain())
        if not folder.vault.check().findings:
            return folder
        folder.close()
    keychain = MemoryKeychain()
    back = bring_back_to(place / _NEW, the_double(place / _KEY), SHEET, keychain)
    return open_restored(back, SHEET, keychain)


def _fill(folder: Folder, chance: random.Random) -> None:
    for number in range(chance.randrange(2, 6)):
        line, paper = Allergy(substance=f"ligne {number}"), Document(name=f"papier {number}")
        folder.save(line)
        kept = folder.vault.documents.keep(io.BytesIO(chance.randbytes(chance.randrange(1, 9999))))
        add_paper(folder, paper, LookedAt(kept, "text/plain", "a.txt", 1, (paper.name,), None))
        if number % 2:
            hide(folder, line)
            row = paper_of(folder, paper.id)
            hide(folder, paper, encrypt_again(folder.vault.documents, row))


def _held(folder: Folder) -> Held:
    """Return every line of both drawers, and the bytes of every paper."""
    records = (*folder.records(Allergy), *folder.records(Document))
    names = sorted(f"{record.headline()} {record.private}" for record in records)
    return names, sorted(_papers(folder))


def _papers(folder: Folder) -> Iterator[bytes]:
    for row in folder.drawers.papers():
        with folder.vault.documents.open(row.kept) as clear:
            yield clear.read()


def main() -> int:
    """Take every loss and the control; return 0 when each ended as it must."""
    times = LONG if "--long" in sys.argv else USUAL
    with quick_place() as place:
        return tell_rows(_rows(times, place))


def _rows(times: int, place: Path) -> Iterator[Row]:
    def often(name: str, loss: Loss, times: int) -> list[str]:
        each = (drill(loss, place / name / str(seed), seed) for seed in range(times))
        return [broken for found in each for broken in found]

    for name, loss in LOSSES.items():
        yield Row("R10", f"lost: {name}", f"{times} folders", often(name, loss, times))
        shutil.rmtree(place / name)
    found = often("control", _everything, 3)
    yield Row("R10", "control: the double is lost too", "3 folders", found, control=True)


if __name__ == "__main__":
    sys.exit(main())
