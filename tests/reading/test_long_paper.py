"""A long paper takes no more memory than a short one."""

from tests.benchmarks.long_paper import told


def test_five_hundred_pages_take_the_memory_of_one() -> None:
    """Of the program and of the reading process, in megabytes: a page is let go before the next."""
    ours, theirs = told()

    assert ours < 64
    assert theirs < 64
