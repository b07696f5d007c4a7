"""Words as a secret: proposed, compared, judged."""

from ensdesk.folder.words_sense import propose, same_words, too_easy


def test_five_words_are_proposed() -> None:
    """Five words, and others the next time."""
    assert len(propose().split()) == 5
    assert len({propose() for _ in range(5)}) == 5


def test_accents_and_capitals_do_not_count() -> None:
    """What opens the folder is what counts, not how it was typed."""
    assert same_words("Éléphant  à vélo", "elephant a velo")
    assert not same_words("éléphant", "elephants")
    assert not same_words("", "  ")


def test_what_is_known_of_the_person_is_easy() -> None:
    """A name and a year are no secret; four words of one's own are one."""
    assert too_easy("Jeanne Martin 1948", ("Jeanne", "Martin", "1948"))
    assert not too_easy("le hérisson mange trois tulipes bleues", ("Jeanne", "Martin", "1948"))
