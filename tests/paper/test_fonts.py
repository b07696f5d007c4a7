"""Letters on paper: what is seen is kept, what no font draws is a box that can be copied."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.paper.fonts import BOLD, REGULAR, clean, register, runs, width

register()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Éloïse œuvre « ça »", "Éloïse œuvre « ça »"),
        ("<b>& &amp;", "<b>& &amp;"),
        ("\u202egauche\u2066", "gauche"),
        ("a\u00adb\u200d\ufeffc", "abc"),
        ("a\x00\x07b", "ab"),
        ("a\tb\r\nc\rd\u2028e", "a b\nc\nd\ne"),
        ("e\u0301te\u0301", "été"),
        ("1\u202f000\u2011e", "1\u00a0000-e"),
        ("a\u2003b", "a b"),
        ("\ud800x", "x"),
        ("☀\ufe0f", "☀"),
    ],
)
def test_only_what_nobody_sees_is_left_out(typed: str, kept: str) -> None:
    """Controls and signs of direction go; words, accents and markup stay as typed."""
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Whatever was typed, what is printed is settled, and none of it is hidden."""
    once = clean(text)
    assert clean(once) == once
    assert not {unicodedata.category(sign) for sign in once.replace("\n", "")} & {"Cc", "Cf", "Cs"}


@given(st.text())
def test_runs_lose_nothing(text: str) -> None:
    """The pieces put together are the text."""
    shown = clean(text)
    assert "".join(piece for _, piece in runs(shown, REGULAR)) == shown


def test_french_needs_one_font() -> None:
    """The second font is for signs that the first one lacks."""
    assert list(runs("Œdème à l’œil — 5 € · « où ? »", BOLD)) == [
        (BOLD, "Œdème à l’œil — 5 € · « où ? »")
    ]
    assert list(runs("a → b", REGULAR)) == [
        (REGULAR, "a "),
        ("DejaVuSans", "→"),
        (REGULAR, " b"),
    ]


def test_a_sign_that_no_font_draws_has_a_width() -> None:
    """An emoji takes the room of its box."""
    assert width("🧓", REGULAR, 14) > 5
    assert width("ab", BOLD, 14) > width("ab", REGULAR, 14)
