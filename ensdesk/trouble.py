"""Trouble that is nobody's bug: told to the person in words, with one thing to do."""

from typing import ClassVar

from ensdesk.language import N_, _


class Trouble(Exception):
    """Base of every expected failure.

    It may reach a log: it carries no health data, no secret and no path. *facts* fill the
    places of `words` and `advice` (`{seconds}`) and are numbers or the program's own words.
    """

    words: ClassVar[str] = N_("Something went wrong. Nothing was lost.")
    advice: ClassVar[str] = N_("Please try again.")

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def what(self) -> str:
        """Return what happened, in one sentence of the person's language."""
        return _(self.words).format(**self.facts)

    def next_step(self) -> str:
        """Return the one thing to do."""
        return _(self.advice).format(**self.facts)

    def sentence(self) -> str:
        """Return what happened and what to do."""
        return f"{self.what()} {self.next_step()}"
