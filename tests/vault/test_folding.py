"""Typed words count without accents, capitals or signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.folding import fold


@pytest.mark.parametrize(
    "typed",
    ["L’Été, à Œuilly !", "l'ete a oeuilly", "  L´ÉTÉ\u00a0à\tŒUILLY", "l ete\na œuilly"],
)
def test_the_same_sentence_on_two_keyboards_is_the_same(typed: str) -> None:
    """Accents, capitals, ligatures, apostrophes and spaces do not count."""
    assert fold(typed) == "l ete a oeuilly"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is already as it counts."""
    assert fold(fold(text)) == fold(text)


def test_nothing_stays_nothing() -> None:
    """Signs alone are no words."""
    assert fold(" ’- _ ") == ""
