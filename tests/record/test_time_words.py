"""Partial dates stand in phrases."""

import pytest

from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words, since_in_words, until_in_words


@pytest.mark.parametrize(
    ("iso", "since", "until", "on"),
    [
        ("1998", "depuis 1998", "jusqu’à 1998", "en 1998"),
        ("2014-03", "depuis mars 2014", "jusqu’à mars 2014", "en mars 2014"),
        ("2014-03-01", "depuis le 1er mars 2014", "jusqu’au 1er mars 2014", "le 1er mars 2014"),
    ],
)
def test_phrases(french: None, iso: str, since: str, until: str, on: str) -> None:
    """A day takes « le », a year does not."""
    date = PartialDate(iso)
    said = (since_in_words(date), until_in_words(date), on_in_words(date))
    assert tuple(words.replace("\u00a0", " ") for words in said) == (since, until, on)


def test_without_a_date() -> None:
    """Nothing is said of what is not known."""
    assert since_in_words(None) == until_in_words(None) == on_in_words(None) == ""
