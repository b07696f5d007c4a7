"""What a program acknowledged, line by line, and whether a folder still holds to it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.folder.restoring import bring_back_to, the_double
from ensdesk.record.record import RecordId
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords, WrongSecret
from tests.fakes import SHEET, MemoryKeychain

Fact = tuple[str, ...]  # what, of which thing, its words
Tell = Callable[..., object]  # takes facts that hold together from now on
Facts = dict[str, Fact]

SHEETS = (SHEET, *(SheetWords(words_of(bytes([number]) * 16)) for number in range(1, 5)))
FOLDER, KEY, OTHER = "Dossier", "Cle", "Autre"


def do(tell: Tell, act: Callable[[], object], *facts: Fact) -> None:
    """Do something and tell it: before, which things are under way; after, what they are now."""
    tell(*(("begun", fact[1]) for fact in facts))
    act()
    tell(*facts)


def facts_of(told: Iterable[Iterable[Fact]]) -> Facts:
    """Return what holds for certain; what was under way may have happened or not."""
    facts: Facts = {}
    under_way: list[str] = []
    for together in map(list, told):
        under_way = [key for what, key, *_words in together if what == "begun"]
        if not under_way:
            facts |= {fact[1]: tuple(fact) for fact in together}
    return {key: fact for key, fact in facts.items() if key not in under_way}


def open_any(place: Path) -> Folder:
    """Open a folder with the first key sheet that opens it as its holder.

    Raises AssertionError when none does.
    """
    for sheet in SHEETS:
        with contextlib.suppress(WrongSecret):
            folder = open_folder(place, sheet, MemoryKeychain())
            if folder.vault.locks.role == HOLDER:
                return folder
            folder.close()
    raise AssertionError("no sheet opens the folder")


def broken_at(place: Path, facts: Facts) -> list[str]:
    """Open the folder in *place* and return what does not hold; whatever happens is told."""
    try:
        broken = [fact for fact in map(facts.get, map(_sheet, range(len(SHEETS)))) if fact]
        broken = [fact for fact in broken if _opens(place / FOLDER, fact) != (fact[0] == "opens")]
        with contextlib.closing(open_any(place / FOLDER)) as folder:
            broken += [fact for fact in facts.values() if not _holds(folder, fact)]
            found = [one.words for one in folder.vault.check().findings]
        return [" ".join(fact)[:200] for fact in broken] + found
    except Exception as error:  # noqa: BLE001 - whatever it is, the folder did not open
        return [f"does not open: {error!r}"]


def broken_double(place: Path, facts: Facts) -> list[str]:
    """Take the folder back from the double on the key, with the key sheet alone."""
    try:
        double = the_double(place / KEY)
        bring_back_to(place / "Retour" / FOLDER, double, SHEET, MemoryKeychain())
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing came back
        return [f"the double does not come back: {error!r}"]
    return [f"in the double, {each}" for each in broken_at(place / "Retour", in_double(facts))]


def in_double(facts: Facts) -> Facts:
    """Return what holds of the things that the double knows."""
    return {key: fact for key, fact in facts.items() if key in facts["double"]}


def _sheet(number: int) -> str:
    return f"sheet-{number}"


def _opens(place: Path, fact: Fact) -> bool:
    try:
        open_folder(place, SHEETS[int(fact[1][-1])], MemoryKeychain()).close()
    except WrongSecret:
        return False
    return True


def _holds(folder: Folder, fact: Fact) -> bool:
    record_id = RecordId(fact[1])
    match fact:
        case ["live", _, headline]:
            record = folder.record(record_id)
            return record is not None and record.headline() == headline
        case ["gone", _]:
            return folder.record(record_id) is None
        case ["hidden", _, headline]:
            record, main = folder.record(record_id), folder.vault.main.revisions
            seen = record is not None and record.headline() == headline
            return seen and main.view.get(record_id) is None
        case ["paper", _, text]:
            row = folder.drawers.paper(record_id)
            if row is None or folder.record(record_id) is None:
                return False
            with folder.vault.documents.open(row.kept) as clear:
                return clear.read().decode() == text
        case _:
            return True  # of sheets and doubles: looked at elsewhere
