"""The 12 words of the key sheet: 128 bits that a person can copy by hand."""

import hashlib
import re
import secrets as chance
import unicodedata
from functools import cache

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.folding import fold

COUNT = 12
_BITS_A_WORD = 11
_CHECK_BITS = 4
_ENTROPY_BYTES = 16
_ENOUGH_LETTERS = 4  # no two words of the list begin with the same four letters
_NOT_LETTERS = re.compile(r"[^a-z]+")


class WrongWord(Trouble):
    """One word is not in the list; *number* counts from 1."""

    words = N_("Word {number} is not in the list.")
    advice = N_("Read word {number} of your sheet again.")


class NotTwelveWords(Trouble):
    """Too few or too many words; *count* of them were typed."""

    words = N_("Words written: {count}. There must be 12.")
    advice = N_("Write the 12 words of your sheet.")


class WordsDoNotFit(Trouble):
    """Twelve words of the list that were never printed together."""

    words = N_("These 12 words do not go together.")
    advice = N_("Check their order, from 1 to 12.")


def new_words() -> str:
    """Return 12 new words, with their accents, one space between."""
    return words_of(chance.token_bytes(_ENTROPY_BYTES))


def canonical(typed: str) -> str:
    """Return the 12 words as printed, from what was typed.

    Accents, capitals, numbers and commas do not count; four letters of a word are enough.
    Raises NotTwelveWords, WrongWord, WordsDoNotFit.
    """
    return words_of(entropy_of(typed))


def entropy_of(words: str) -> bytes:
    """Return the 16 bytes that 12 words stand for. Raises as `canonical`."""
    typed = _NOT_LETTERS.sub(" ", fold(words)).split()
    if len(typed) != COUNT:
        raise NotTwelveWords(count=len(typed))
    value = 0
    for number, word in enumerate(typed, start=1):
        value = value << _BITS_A_WORD | _position(word, number)
    entropy = (value >> _CHECK_BITS).to_bytes(_ENTROPY_BYTES, "big")
    if value % 2**_CHECK_BITS != _check_of(entropy):
        raise WordsDoNotFit
    return entropy


def words_of(entropy: bytes) -> str:
    """Return the 12 words of 16 bytes: BIP-39 with its French list."""
    value = int.from_bytes(entropy, "big") << _CHECK_BITS | _check_of(entropy)
    places = (value >> _BITS_A_WORD * at for at in reversed(range(COUNT)))
    return " ".join(word_list()[place % 2**_BITS_A_WORD] for place in places)


def completions(prefix: str) -> list[str]:
    """Return the words of the list that begin so, accents aside."""
    start = fold(prefix)
    return [
        word for word, bare in zip(word_list(), _bare_list(), strict=True) if bare.startswith(start)
    ]


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 French words of BIP-39, in its order."""
    from mnemonic import Mnemonic

    return tuple(unicodedata.normalize("NFC", word) for word in Mnemonic("french").wordlist)


@cache
def _bare_list() -> tuple[str, ...]:
    return tuple(fold(word) for word in word_list())


@cache
def _positions() -> dict[str, int]:
    return {bare: place for place, bare in enumerate(_bare_list())}


@cache
def _positions_by_start() -> dict[str, int]:
    return {bare[:_ENOUGH_LETTERS]: place for place, bare in enumerate(_bare_list())}


def _position(word: str, number: int) -> int:
    """Four letters are enough, and what follows them must still be right."""
    place = _positions().get(word)
    if place is None:
        place = _positions_by_start().get(word[:_ENOUGH_LETTERS])
    if place is None or not _bare_list()[place].startswith(word):
        raise WrongWord(number=number)
    return place


def _check_of(entropy: bytes) -> int:
    return hashlib.sha256(entropy).digest()[0] >> (8 - _CHECK_BITS)
