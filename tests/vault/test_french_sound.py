"""Words that are said alike are found, whatever their spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.french_sound import one_edit_apart, sound_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kardegique", "Kardégic"),
        ("dolipranne", "Doliprane"),
        ("cardiolog", "cardiologue"),
        ("ansefalite", "encéphalite"),
        ("kolestérol", "cholestérol"),
        ("farmassie", "pharmacie"),
        ("ipertension", "hypertension"),
        ("oftalmo", "ophtalmo"),
        ("resu", "reçu"),
        ("tansion", "tension"),
        ("asme", "asthmes"),
        ("rumatisme", "rhumatisme"),
        ("vaxin", "vaccin"),
        ("opérassion", "opération"),
        ("ordonance", "ordonnances"),
        ("Bizoprolol", "bisoprolol"),
        ("lévotirox", "Lévothyrox"),
        ("sinthrom", "Syntrom"),
    ],
)
def test_said_alike(typed: str, meant: str) -> None:
    """As people write what they hear."""
    assert sound_of(typed) == sound_of(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("tension", "pension"), ("Eliquis", "Ramipril"), ("2024", "2025")]
)
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    """Alike is not the same."""
    assert sound_of(one) != sound_of(other)


@given(st.text())
def test_any_word_has_a_sound(word: str) -> None:
    """Whatever is typed; capitals and accents do not change it."""
    assert isinstance(sound_of(word), str)
    assert len(sound_of(word)) <= 2 * len(word) * 4 + 2


WORD = st.text("abcde", max_size=6)


def distance(one: str, other: str) -> int:
    """Return the distance of Damerau and Levenshtein, of adjacent letters, the slow way."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        distance(one[1:], other) + 1,
        distance(one, other[1:]) + 1,
        distance(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if one[:2] == other[:2][::-1] and len(one[:2]) == 2:
        best = min(best, distance(one[2:], other[2:]) + 1)
    return best


@given(WORD, WORD)
def test_one_edit(one: str, other: str) -> None:
    """The quick answer is that of the definition."""
    assert one_edit_apart(one, other) == (distance(one, other) <= 1)
