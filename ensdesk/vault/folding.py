"""Typed words as they count: without accents, capitals or signs between them."""

import re
import unicodedata

_JOINED = str.maketrans({"œ": "oe", "æ": "ae"})
_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return *text* in small letters and digits, one space between words.

    Two people typing the same sentence on two keyboards give the same folded text. It is
    part of the format (docs/format.md): changing it locks people out.
    """
    bare = _without_marks(_without_marks(text).casefold()).translate(_JOINED)
    return _BETWEEN.sub(" ", bare).strip()


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")
