"""Medical words, each explained in one plain sentence: the shipped file that people can read."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable

from ensdesk.language import code
from ensdesk.resources import assets

_FILE = "glossary.json"


def explained(said: Iterable[str]) -> tuple[str, ...]:
    """Return what explains the medical words in *said*, in the order of the file.

    What is explained there already is not explained again.
    """
    words = "\n".join(said).casefold().replace("\u00a0", " ")
    known = _known(code())
    if not known.any_of.search(words):
        return ()
    found = (plain for pattern, plain in known.each if pattern.search(words))
    return tuple(plain for plain in found if plain.casefold().replace("\u00a0", " ") not in words)


class _Known:
    """The words of one language: a pattern of all of them, and one of each with its sentence."""

    def __init__(self, entries: Iterable[tuple[list[str], str]]) -> None:
        every = tuple(entries)
        self.any_of = _whole([one for says, _plain in every for one in says])
        self.each = tuple((_whole(says), plain) for says, plain in every)


@functools.cache
def _known(language: str) -> _Known:
    kept = json.loads((assets() / "data" / _FILE).read_text(encoding="utf-8"))
    return _Known((one["says"][language], one["plain"][language]) for one in kept["explained"])


def _whole(says: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(says)})\b")
