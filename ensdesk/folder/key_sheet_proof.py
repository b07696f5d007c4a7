"""Two questions that prove that the 12 words are on paper: which one stands at a number."""

from __future__ import annotations

import secrets as chance
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ensdesk.vault.recovery_words import completions, word_list
from ensdesk.vault.secrets import SheetWords

T = TypeVar("T")
_CHOICES = 6


@dataclass(frozen=True)
class Question:
    """The number of a word, from 1, and six words of which one is right."""

    number: int
    choices: tuple[str, ...] = field(repr=False)
    right: str = field(repr=False)


def questions(sheet: SheetWords) -> tuple[Question, Question]:
    """Return two questions about two different words of *sheet*."""
    words = sheet.words.split()
    first, second = _draw(range(len(words)), 2)
    return _question(words, min(first, second)), _question(words, max(first, second))


def word_starts_with(typed: str, most: int = 4) -> tuple[str, ...]:
    """Return the words of the list that begin as *typed*, accents aside, if they are few."""
    found = completions(typed) if typed else []
    return tuple(found) if len(found) <= most else ()


def whole_word(typed: str) -> str | None:
    """Return the word of the list that *typed* stands for: whole, or its first letters."""
    found = completions(typed) if typed else []
    return found[0] if len(found) == 1 or (found and _same_length(found[0], typed)) else None


def _same_length(word: str, typed: str) -> bool:
    return len(word) == len(typed)


def _question(words: list[str], place: int) -> Question:
    others = [word for word in _draw(word_list(), _CHOICES + len(words)) if word not in words]
    choices = _draw([words[place], *others[: _CHOICES - 1]], _CHOICES)
    return Question(place + 1, tuple(choices), words[place])


def _draw(among: Sequence[T], count: int) -> list[T]:
    return chance.SystemRandom().sample(among, count)
