"""Where the words of an answer stand on the page of a paper, to be marked there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from typing import BinaryIO, NamedTuple

from ensdesk.reading.frames import WHOLE
from ensdesk.reading.reader import word_places
from ensdesk.vault.search_index import MARK, UNMARK
from ensdesk.vault.word_list import bare

_FOUND = re.compile(f"{MARK}([^{UNMARK}]*){UNMARK}")
_WORD = re.compile(r"[^\W_]+")


class Mark(NamedTuple):
    """The edges of a word, from 0 to 1 of the width and the height of its page."""

    left: float
    top: float
    right: float
    bottom: float


def words_found(excerpt: str) -> frozenset[str]:
    """Return the words that are marked in the line of an answer, without accents or capitals."""
    parts = unicodedata.normalize("NFC", " ".join(_FOUND.findall(excerpt)))
    return frozenset(bare(word) for word in _WORD.findall(parts))


def holds_one(text: str, words: AbstractSet[str]) -> bool:
    """Say whether one of *words*, as `words_found` returns them, stands in *text*."""
    normal = unicodedata.normalize("NFC", text) if words else ""
    return any(bare(word) in words for word in _WORD.findall(normal))


def marks_on(source: BinaryIO, media: str, page: int, words: AbstractSet[str]) -> tuple[Mark, ...]:
    """Return the places of *words* on a page, numbered from 0. Raises as `reader.look`."""
    places = word_places(source, media, page)
    return tuple(
        Mark(*(edge / WHOLE for edge in edges))
        for word, *edges in places
        if bare(unicodedata.normalize("NFC", word)) in words
    )
