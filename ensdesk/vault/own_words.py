"""Words that a person chooses as a secret: proposed ones, or a sentence of their own."""

import secrets as chance
from collections.abc import Sequence

from ensdesk.vault.folding import fold
from ensdesk.vault.recovery_words import word_list

_ENOUGH = 3  # of zxcvbn's 0 to 4: some 10^10 guesses, each as dear as Argon2id makes it
_LONGEST = 100  # zxcvbn takes seconds beyond; what follows can only add strength
_TELLING_LENGTH = 4  # a known word of this length is taken out of the middle of a word too


def propose(count: int = 5) -> str:
    """Return *count* French words drawn at random: 11 bits each."""
    return " ".join(chance.choice(word_list()) for _ in range(count))


def weakness(text: str, about: Sequence[str] = ()) -> bool:
    """Tell whether *text* is too easy to guess for somebody who knows what is *about* the person.

    *about* holds names, birth date, town: whatever the folder knows. They count for nothing:
    what is judged is the rest, folded and without spaces.
    """
    from zxcvbn import matching, zxcvbn

    judged = _unknown_part(fold(text), {word for thing in about for word in _guesses(thing)})
    if not judged:
        return True
    french = [fold(word) for word in word_list()]
    try:
        found = zxcvbn(judged[:_LONGEST], user_inputs=french, max_length=_LONGEST)
    finally:
        matching.RANKED_DICTIONARIES.pop("user_inputs", None)
    return int(found["score"]) < _ENOUGH


def _unknown_part(text: str, known: set[str]) -> str:
    rest = "".join(word for word in text.split() if word not in known)
    for word in sorted(known, key=len, reverse=True):
        if len(word) >= _TELLING_LENGTH:
            rest = rest.replace(word, "")
    return rest


def _guesses(thing: str) -> list[str]:
    words = fold(thing).split()
    return [*words, "".join(words), "".join(reversed(words))]
