"""Words that a person chooses are hard to guess."""

import pytest
from zxcvbn import matching

from ensdesk.vault.own_words import propose, weakness
from ensdesk.vault.recovery_words import word_list

ABOUT = ("Jeanne", "Dupont-Lefèvre", "1941-03-12", "Bourg-en-Bresse")


def test_proposed_words_are_from_the_list_and_strong() -> None:
    """Four or more words of the list, drawn at random, are enough."""
    for count in (4, 5, 6):
        words = propose(count)
        assert len(words.split()) == count
        assert set(words.split()) <= set(word_list())
        assert not weakness(words, ABOUT)
    assert propose() != propose()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "motdepasse",
        "azertyuiop",
        "Jeanne Dupont",
        "jeanne1941",
        "dupontlefevre 12031941",
        "Bourg en Bresse 1941!",
        "JEANNE, Bresse",
        "aaaaaaaaaaaaaaaaaaa",
        "pomme abeille",
    ],
)
def test_what_others_would_try_first_is_weak(text: str) -> None:
    """Names, dates, towns and common words protect nothing."""
    assert weakness(text, ABOUT)


@pytest.mark.parametrize(
    "text", ["le chat gris dort sous le vieux noyer", "Jeanne aime trois tartines au coing" * 4]
)
def test_a_sentence_of_ones_own_is_accepted(text: str) -> None:
    """A sentence is strong even when a name is in it, however long it is."""
    assert not weakness(text, ABOUT)


def test_nothing_of_the_person_stays_behind() -> None:
    """The library keeps no list of what it was given."""
    weakness("le chat gris", ABOUT)
    assert "user_inputs" not in matching.RANKED_DICTIONARIES
