"""What `dbus-monitor` wrote down: who is told what, and what of it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_HEAD = re.compile(r"^(method call|method return|signal|error) .*?(?:member=(\w+))?$")
_NUMBER = re.compile(r"^ *(variant +)?(u?int\d\d|double|byte|boolean|object path) ")
_LETTER = re.compile(r'string "(.)"$', re.MULTILINE)
# These carry one letter at a time: a key, or what came into a field.
_ONE_BY_ONE = {
    "TextChanged",
    "NotifyListenersSync",
    "NotifyListenersAsync",
    "NotifyEvent",
}


def messages(log: str) -> Iterator[tuple[str, str]]:
    """Yield the member of each message in *log*, and the words in it."""
    member, lines = "", list[str]()
    for line in log.splitlines():
        if (head := _HEAD.match(line)) is not None:
            yield member, "\n".join(lines)
            member, lines = head[2] or "", []
        elif not _NUMBER.match(line):  # a serial or a moment may look like a code
            lines.append(line)
    yield member, "\n".join(lines)


def leaks(log: str, marks: Iterable[str]) -> list[str]:
    """Return what of *marks* was told: a whole one to anybody, or its letters one by one."""
    every = list(messages(log))
    found = []
    for mark in marks:
        letters = set(mark)
        for member, text in every:
            if mark in text:
                found.append(f"{member or 'an answer'} holds {mark}")
            elif member in _ONE_BY_ONE and letters & set(_LETTER.findall(text)):
                found.append(f"{member} holds a letter of {mark}")
    return list(dict.fromkeys(found))
