"""The 12 words of the key sheet come back however they are typed."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from ensdesk.vault.folding import fold
from ensdesk.vault.recovery_words import (
    NotTwelveWords,
    WordsDoNotFit,
    WrongWord,
    canonical,
    completions,
    entropy_of,
    new_words,
    word_list,
    words_of,
)


@given(st.binary(min_size=16, max_size=16))
def test_they_stand_for_their_bytes(entropy: bytes) -> None:
    """Words and bytes are the same thing, as BIP-39 says."""
    words = words_of(entropy)
    assert entropy_of(words) == entropy
    assert fold(words) == fold(Mnemonic("french").to_mnemonic(entropy))


@given(st.binary(min_size=16, max_size=16), st.randoms())
def test_they_are_read_as_people_type_them(entropy: bytes, chance: random.Random) -> None:
    """Capitals, missing accents, numbers, commas and four letters are all right."""
    words = words_of(entropy)
    typed = [
        chance.choice(
            [word.upper(), fold(word), fold(word)[:4], unicodedata.normalize("NFD", word)[:-1]]
        )
        for word in words.split()
    ]
    assert canonical(", ".join(f"{n}. {word}" for n, word in enumerate(typed, 1))) == words


def test_no_two_words_begin_alike() -> None:
    """Four letters name one word of the list, so that four are enough."""
    assert len({fold(word)[:4] for word in word_list()}) == len(word_list()) == 2048
    assert all(fold(word).isascii() and len(fold(word)) > 4 for word in word_list())


def test_new_words_are_twelve_and_new() -> None:
    """Each sheet has its own words, with accents as French writes them."""
    assert len(new_words().split()) == 12
    assert len({new_words() for _ in range(20)}) == 20
    assert all(word in word_list() for word in new_words().split())


@pytest.mark.parametrize("wrong", ["abai5er", "abaisserr", "aba", "zzzz", "abaissement"])
def test_a_wrong_word_is_told_by_its_number(wrong: str) -> None:
    """The person reads which word to look at again."""
    words = new_words().split()
    words[6] = wrong.replace("5", "x")
    with pytest.raises(WrongWord) as told:
        entropy_of(" ".join(words))
    assert told.value.facts == {"number": 7}
    assert "7" in told.value.sentence()


def test_words_in_another_order_do_not_fit() -> None:
    """The check in the last word finds it."""
    with pytest.raises(WordsDoNotFit):
        entropy_of("abaisser " * 12)


@pytest.mark.parametrize("count", [0, 11, 13])
def test_too_few_or_too_many_words_are_counted(count: int) -> None:
    """The person reads how many were written."""
    with pytest.raises(NotTwelveWords) as told:
        entropy_of("abaisser " * count)
    assert told.value.facts == {"count": count}


def test_a_beginning_is_completed() -> None:
    """What is typed so far offers the words that begin so, without accents."""
    assert completions("ACAD") == ["académie"]
    assert completions("éc") == [word for word in word_list() if fold(word).startswith("ec")]
    assert len(completions("")) == 2048
