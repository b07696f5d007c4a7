"""Words as a secret: proposing some, and judging those of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
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


@dataclass(frozen=True)
class About:
    """What a stranger who knows the person would try first as a code or as words."""

    names: tuple[str, ...] = ()
    born: PartialDate | None = None


def about(identity: Identity | None) -> About:
    """Return what is easily guessed about a person."""
    if identity is None:
        return About()
    names = (identity.given, identity.family, identity.birth_name, identity.birthplace)
    born = (identity.born.iso, str(identity.born.year)) if identity.born else ()
    return About(tuple(name for name in (*names, *born) if name), identity.born)
