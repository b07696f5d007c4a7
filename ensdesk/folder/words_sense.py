"""Words as a secret: proposing some, and judging those of a person."""

from __future__ import annotations

from collections.abc import Sequence

from ensdesk.vault import own_words
from ensdesk.vault.folding import fold


def propose() -> str:
    """Return five French words drawn at random, to know by heart."""
    return own_words.propose(5)


def too_easy(text: str, about: Sequence[str]) -> bool:
    """Say whether somebody who knows what is *about* the person could guess *text*."""
    return own_words.weakness(text, about)


def same_words(one: str, other: str) -> bool:
    """Say whether both open the same: accents, capitals and signs do not count."""
    return bool(fold(one)) and fold(one) == fold(other)
