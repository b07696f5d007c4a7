"""Who opens the folder when its holder cannot any more: an envelope, or two of three relatives."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence

from ensdesk.folder.folder import Folder
from ensdesk.folder.people import Somebody, expect_person, people, stop_helping
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.recovery_words import new_words
from ensdesk.vault.secrets import PAIRS, EnvelopeWords, PairWords, Secret, SheetWords

RELATIVES = 3
_USED = "envelope-used"
_PLACES = {"a": 0, "b": 1, "c": 2}
TYPES = frozenset({"envelope", *(f"pair-{pair}" for pair in PAIRS)})


class SameSheetTwice(Trouble):
    """Two sheets are asked, and one was typed twice."""

    words = N_("This is the same sheet twice.")
    advice = N_("Take the sheet of the other relative.")


def new_envelopes(count: int) -> tuple[SheetWords, ...]:
    """Return the words for so many papers; they open nothing before they are given."""
    return tuple(SheetWords(new_words()) for _ in range(count))


def give_envelope(folder: Folder, name: str, role: str, words: SheetWords) -> None:
    """Let these words open the folder for *name*, instead of what was given before."""
    _give(folder, role, [(name, EnvelopeWords(words.words))])
    folder.note(Act.ENVELOPE_GIVEN, name)


def give_three(
    folder: Folder, names: Sequence[str], role: str, words: Sequence[SheetWords]
) -> None:
    """Let any two of three sheets open the folder, instead of what was given before."""
    ways: list[tuple[str, Secret]] = []
    for pair in PAIRS:
        first, second = (_PLACES[sheet] for sheet in pair)
        both = f"{names[first]}, {names[second]}"
        ways.append((both, PairWords(words[first].words, words[second].words, pair)))
    _give(folder, role, ways)
    folder.note(Act.ENVELOPE_GIVEN, ", ".join(names))


def given(folder: Folder) -> tuple[Somebody, ...]:
    """Return what was given: one envelope, or the three pairs; nothing when nobody has any."""
    return people(folder, TYPES, but=())


def take_back(folder: Folder) -> None:
    """Let what was given open nothing any more; a new key for everybody else."""
    if slots := [one.slot for one in given(folder)]:
        stop_helping(folder, *slots)


def secrets_of_paper(words: SheetWords) -> tuple[Secret, ...]:
    """Return what the 12 words of a paper may be: an envelope, or the key sheet."""
    return (EnvelopeWords(words.words), words)


def secrets_of_two(first: SheetWords, second: SheetWords) -> tuple[Secret, ...]:
    """Return what two sheets may be, whichever was typed first. Raises SameSheetTwice."""
    if first == second:
        raise SameSheetTwice
    orders = ((first.words, second.words), (second.words, first.words))
    return tuple(PairWords(*order, pair) for pair in PAIRS for order in orders)


def void_used(folder: Folder) -> None:
    """Close what somebody opened the folder with, and remember it to be told (a holder only)."""
    if folder.vault.locks.role != HOLDER:
        return
    mine = folder.vault.locks.slot_id
    opened = [(one.opened, one.name) for one in given(folder) if one.opened and one.slot != mine]
    if opened:
        moment, name = max(opened)
        day = moment.astimezone().date()
        folder.vault.keep_aside(_USED, json.dumps([name, day.isoformat()]).encode())
        take_back(folder)


def used(folder: Folder) -> tuple[str, datetime.date] | None:
    """Return whose envelope was used, and when; None when there is nothing to tell."""
    kept = folder.vault.kept_aside(_USED)
    if kept is None:
        return None
    name, day = json.loads(kept)
    return str(name), datetime.date.fromisoformat(day)


def forget_used(folder: Folder) -> None:
    """Note that it was read."""
    folder.vault.keep_aside(_USED, None)


def _give(folder: Folder, role: str, ways: Sequence[tuple[str, Secret]]) -> None:
    before = [one.slot for one in given(folder)]
    for name, secret in ways:
        folder.vault.locks.add(secret, role, expect_person(folder, name))
    if before:
        stop_helping(folder, *before)
