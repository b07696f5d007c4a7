"""How a French word sounds, roughly: two spellings that are said alike give the same letters.

Only for finding what was written another way. Nothing of it is kept but in tables that are derived
and can be made again.
"""

from __future__ import annotations

import re

from ensdesk.vault.folding import fold

_NOT_NASAL = "aeiouynmAIO"  # what follows n or m that is heard
# In this order, on small letters without accents. Capitals are sounds: A (an), I (in), O (on),
# S (ch), G (hard); they are no longer touched by what follows.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh", "S"),
        (r"ch(?=[rln]|ol|or)", "k"),
        (r"ch", "S"),
        (r"ph", "f"),
        (r"sth(?=m)", "s"),
        (r"h", ""),
        (r"tion", "sion"),
        (r"eau|au", "o"),
        (r"qu|q|ck", "k"),
        (r"cc(?=[eiy])", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"gu(?=[eiy])", "G"),
        (r"ge(?=[ao])|g(?=[eiy])", "j"),
        (r"gn", "n"),
        (r"g", "G"),
        (r"x", "ks"),
        (r"oeu|oe|eu", "e"),
        (rf"(?:ai|ei|i|y|u)[nm](?![{_NOT_NASAL}])", "I"),
        (rf"[ae][nm](?![{_NOT_NASAL}])", "A"),
        (rf"o[nm](?![{_NOT_NASAL}])", "O"),
        (r"oi|oy", "wa"),
        (r"[ae][iy]", "e"),
        (r"ou", "u"),
        (r"ill|y", "i"),
        (r"z", "s"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)
_SILENT = re.compile(r"(?<=...)[estdp]+$")


def sound_of(word: str) -> str:
    """Return the sound of one *word*; digits stay."""
    sound = fold(word.replace("ç", "s").replace("Ç", "s")).replace(" ", "")
    for pattern, heard in _RULES:
        sound = pattern.sub(heard, sound)
    return _SILENT.sub("", sound)


def one_edit_apart(one: str, other: str) -> bool:
    """Say whether a letter more, less, changed or two turned round make *one* of *other*."""
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, left = one[start:], other[start:]
    if len(rest) == len(left):
        turned = rest[:2] == left[:2][::-1] and rest[2:] == left[2:]
        return rest[1:] == left[1:] or turned
    longer, shorter = (rest, left) if len(rest) > len(left) else (left, rest)
    return longer[1:] == shorter
