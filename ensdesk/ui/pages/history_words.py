"""The lines of the journal in plain words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.kinds import BY_SLUG
from ensdesk.kinds.declaration import Declaration
from ensdesk.language import N_, _, plural
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.record.record import Record
from ensdesk.record.wording import day_in_words
from ensdesk.ui.pages.in_short import first_line
from ensdesk.vault.acts import LEFT, OPENING, WRITTEN

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.vault.journal import JournalLine

# What is said of an act; {words} is what the journal wrote beside it.
_PLAIN = {
    "folder-made": N_("The folder was made."),
    "opened": N_("The folder was opened."),
    "closed": N_("The folder was closed."),
    "key-sheet-proved": N_("The key sheet was found right."),
    "key-sheet-tried": N_("The key sheet was tried: it works."),
    "consent": N_("The agreement was given, and the folder begun."),
}
_ABOUT = {
    "record-added": N_("Added: {words}"),
    "record-changed": N_("Changed: {words}"),
    "record-removed": N_("Taken away: {words}"),
    "record-brought-back": N_("Put back: {words}"),
    "record-erased": N_("Erased for ever: {words}"),
    "record-hidden": N_("For me only: {words}"),
    "record-shown": N_("Shown again: {words}"),
    "paper-added": N_("Paper added: {words}"),
}
_PEOPLE = {
    "person-added": N_("{words} can open the folder."),
    "envelope-given": N_("Sealed words were given to {words}."),
    "person-stopped": N_("{words} can no longer open the folder."),
    "help-begun": N_("{words} helped from now on."),
    "handed-over": N_("The folder was handed over to {words}."),
}
_DOUBLES = {
    "double-made": N_("A double was made on: {words}"),
    "double-tried": N_("The double was tried."),
    "double-restored": N_("The folder was taken back from a double."),
}
_SECRETS = {
    "code": N_("The code was changed."),
    "key": N_("The USB key was changed."),
    "words": N_("The words that open it were changed."),
    "sheet": N_("The key sheet was changed."),
}


@dataclass(frozen=True, slots=True)
class Done:
    """One act: its day, its hour with who did it, and what it was; `seen` of its line."""

    seen: tuple[int, ...]
    day: str
    moment: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of the journal: of some acts, or written by somebody (key slots)."""

    words: str
    icon: str
    acts: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()


def parts() -> tuple[Part, ...]:
    """Return the parts that every journal has, everything first."""
    return (
        Part(_(N_("everything")), "list"),
        Part(_(N_("what was printed or copied")), "printer", LEFT),
        Part(_(N_("openings, codes and keys")), "key-round", OPENING),
        Part(_(N_("what was written, changed or taken away")), "pencil", WRITTEN),
    )


def by_whom(folder: Folder) -> tuple[Part, ...]:
    """Return a part for each person who may write here, if they are several."""
    people: dict[str, set[str]] = {}
    for slot, name in folder.vault.main.people().items():
        people.setdefault(name, set()).add(slot)
    if len(people) < 2:
        return ()
    return tuple(part_of(name, slots) for name, slots in people.items())


def part_of(name: str, slots: Collection[str]) -> Part:
    """Return the part of one person, by their key slots."""
    return Part(_("what {name} did").format(name=name), "user", authors=frozenset(slots))


def read_history(
    folder: Folder, limit: int, before: tuple[int, ...] | None, part: Part
) -> tuple[Done, ...]:
    """Return what was done, the latest first (lane of the vault)."""
    lines = folder.journal(limit, before, acts=part.acts, authors=part.authors)
    return tuple(done_in_words(folder, line) for line in lines)


def by_day(lines: Sequence[Done]) -> list[tuple[str, list[Done]]]:
    """Return the lines grouped by day, in the order given."""
    days: list[tuple[str, list[Done]]] = []
    for line in lines:
        if not days or days[-1][0] != line.day:
            days.append((line.day, []))
        days[-1][1].append(line)
    return days


def done_in_words(folder: Folder, line: JournalLine) -> Done:
    """Return *line* with its day, its hour and the person in words."""
    at = line.at.astimezone()
    who = folder.who(line.author)
    day = f"{day_in_words(at.date())} {at.year}"
    hour = _("{hour}:{minute}").format(hour=at.hour, minute=f"{at.minute:02}")
    moment = " · ".join(filter(None, (hour, who)))
    about = folder.drawers.last(line.record_id) if line.record_id else None
    words = act_in_words(line.act, line.words, about if isinstance(about, Record) else None)
    return Done(line.seen, day[:1].upper() + day[1:], moment, words)


def act_in_words(act: str, words: str | None, about: Record | None = None) -> str:
    """Return one sentence for *act*; acts of a newer program are told to be unknown."""
    if act in _PLAIN:
        return _(_PLAIN[act])
    if act in _ABOUT:
        said_none = isinstance(about, Declaration) and act != "record-removed"
        sentence = N_("Said: {words}") if said_none else _ABOUT[act]
        return _(sentence).format(words=_named(words, about))
    if act in _DOUBLES:
        return _(_DOUBLES[act]).format(words=words or "")
    if act in _PEOPLE:
        return _(_PEOPLE[act]).format(words=words or _(N_("Somebody")))
    said_by_act: dict[str, Callable[[str], str]] = {
        "wrong-secret": _wrong,
        "code-changed": lambda way: _(_SECRETS.get(way, _SECRETS["code"])),
        "sheet-printed": _printed,
        "copied-out": _copied,
        "copy-brought-back": _brought_back,
        "news-given": _given,
        "news-taken": _taken,
    }
    if act in said_by_act:
        return said_by_act[act](words or "")
    return _(N_("Something that a newer ensdesk did."))


def _named(words: str | None, about: Record | None) -> str:
    if words is None:
        return _(N_("words erased"))
    if words and not isinstance(about, Declaration):
        return words
    return named_record(about) if about is not None else _(N_("one line"))


def named_record(record: Record) -> str:
    """Return what names a record; of « none on this date » what was said."""
    if not isinstance(record, Declaration):
        return first_line(record)
    kind = BY_SLUG.get(record.about)
    return _(kind.none) if kind and kind.none else _(record.title)


def _wrong(count: str) -> str:
    tries = int(count) if count.isdecimal() else 1
    return plural("{count} wrong try before opening.", "{count} wrong tries before opening.", tries)


def _printed(name: str) -> str:
    from ensdesk.paper.sheets import sheet_named

    try:
        title = _((OTHER_SHEETS.get(name) or sheet_named(name)).title)
    except KeyError:
        title = _(N_("a sheet"))
    return _("Printed: {words}").format(words=title)


def _copied(words: str) -> str:
    """Read `for whom · why · lines · papers`, as the copy wrote it."""
    parts = words.rsplit(" · ", 2)
    if len(parts) != 3 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return _("Copied: {words}").format(words=words or _(N_("words erased")))
    lines = plural("{count} line", "{count} lines", int(parts[1]))
    papers = plural("{count} paper", "{count} papers", int(parts[2]))
    return _("Copied: {words}").format(words=f"{parts[0]} ({lines}, {papers})")


def _brought_back(count: str) -> str:
    return plural(
        "Taken from a copy: {count} line.", "Taken from a copy: {count} lines.", _number(count)
    )


def _given(count: str) -> str:
    return plural(
        "Put on a key for the other computer: {count} line.",
        "Put on a key for the other computer: {count} lines.",
        _number(count),
    )


def _taken(count: str) -> str:
    return plural(
        "Read from the other computer: {count} line.",
        "Read from the other computer: {count} lines.",
        _number(count),
    )


def _number(count: str) -> int:
    return int(count) if count.isdecimal() else 0
