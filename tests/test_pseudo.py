"""The pseudo-language shows what was not translated."""

from ensdesk import language
from ensdesk.language import _, plural
from tests.pseudo import pseudo, spoken, was_translated


def test_every_word_is_wrapped_and_longer() -> None:
    """A word gets brackets and at least 40 % more room."""
    with spoken():
        shown = _("Please try again.")
    assert shown.startswith("⟦Please try again. ~")
    assert len(shown) >= 1.4 * len("Please try again.")


def test_places_are_still_filled() -> None:
    """Counts go where they belong."""
    with spoken():
        assert plural("{count} paper", "{count} papers", 1).startswith("⟦1 paper ")
        assert plural("{count} paper", "{count} papers", 3).startswith("⟦3 papers ")


def test_a_plain_word_is_seen() -> None:
    """A word that escaped the catalogue is found, beside one that did not."""
    assert was_translated(pseudo("My papers"))
    assert was_translated(f"{pseudo('My papers')} · 3")
    assert was_translated(pseudo(f"Hello {pseudo('Jeanne')}"))
    assert not was_translated(f"{pseudo('My papers')} of Jeanne")
    assert not was_translated("⟦cut in the middle")


def test_the_language_comes_back() -> None:
    """After the pseudo-language the one before is spoken again."""
    language.choose("en")
    with spoken():
        pass
    assert _("Please try again.") == "Please try again."
