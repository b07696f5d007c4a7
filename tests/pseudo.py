"""The pseudo-language: each word in brackets and 40 % longer, so that no plain word escapes."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from ensdesk import language

LEFT, RIGHT = "⟦", "⟧"
_GROWTH = 0.4
_WORD = 6


class PseudoLanguage(gettext.NullTranslations):
    """A catalogue that knows every word and translates none."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(words: str) -> str:
    """Return *words* in brackets, longer by 40 %; places such as `{count}` stay.

    What will stand in a place grew by itself already: the name of the place does not count.
    """
    own = re.sub(r"\{.*?\}", "", words)
    letters = "~" * max(1, ceil(len(own) * _GROWTH) - 2)
    padding = " ".join(letters[at : at + _WORD] for at in range(0, len(letters), _WORD))
    return f"{LEFT}{words} {padding}{RIGHT}"


def was_translated(shown: str) -> bool:
    """Say whether every letter of *shown* stands between brackets."""
    depth = 0
    for sign in shown:
        depth += (sign == LEFT) - (sign == RIGHT)
        if sign.isalpha() and depth < 1:
            return False
    return depth == 0


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the pseudo-language for a while."""
    before = language._Chosen.catalogue
    language.install(PseudoLanguage())
    try:
        yield
    finally:
        language.install(before)
