"""What stands on the keyboard on the screen, and how its keys share the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ensdesk.language import N_

EMPTY = " "  # a place without a key


class Act(Enum):
    """What a key does that types no sign."""

    CAPITAL = auto()
    SIGNS = auto()
    LETTERS = auto()
    SPACE = auto()
    ERASE = auto()
    NEW_LINE = auto()
    NEXT = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class Rows:
    """The signs, row by row, and the acts below them."""

    signs: tuple[str, ...]
    acts: tuple[Act, ...]
    widest: int = 0  # of one sign, in heights of the text; 0 takes all the room


_LAST = (Act.SPACE, Act.ERASE, Act.NEW_LINE, Act.NEXT, Act.AWAY)

# As on a French keyboard, with the accents that names and medicines need.
LETTERS = Rows(
    ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn’-,.", "éèàçùêîôâûëïœ"),
    (Act.CAPITAL, Act.SIGNS, *_LAST),
)
SIGNS = Rows(("123/,;", "456:.!", "789-+?", "(0)@%€"), (Act.LETTERS, *_LAST), widest=7)
DIGITS = Rows(("123", "456", "789", " 0 "), (Act.ERASE, Act.NEXT, Act.AWAY), widest=10)

WORDS = {
    Act.CAPITAL: N_("Capital"),
    Act.SIGNS: N_("Signs"),
    Act.LETTERS: N_("Letters"),
    Act.SPACE: N_("Space"),
    Act.ERASE: N_("Rub out"),
    Act.NEW_LINE: N_("New line"),
    Act.NEXT: N_("Next"),
    Act.AWAY: N_("Hide the keyboard"),
}
# Said by screen readers where the word on the key could be that of a button of the page.
NAMES = {
    Act.CAPITAL: N_("Capital letter"),
    Act.SIGNS: N_("Show the signs"),
    Act.LETTERS: N_("Show the letters"),
    Act.SPACE: N_("Space bar"),
    Act.ERASE: N_("Rub out one letter"),
    Act.NEXT: N_("Next field"),
}
ICONS = {Act.CAPITAL: "arrow-big-up", Act.ERASE: "delete", Act.AWAY: "keyboard"}
SIGN_NAMES = {
    "’": N_("apostrophe"),
    "-": N_("hyphen"),
    ",": N_("comma"),
    ".": N_("full stop"),
    ";": N_("semicolon"),
    ":": N_("colon"),
    "!": N_("exclamation mark"),
    "?": N_("question mark"),
    "/": N_("slash"),
    "+": N_("plus sign"),
    "(": N_("opening bracket"),
    ")": N_("closing bracket"),
    "@": N_("at sign"),
    "%": N_("per cent sign"),
    "€": N_("euro sign"),
}


def parted(room: int, count: int, gap: int) -> Iterator[tuple[int, int]]:
    """Yield left and width of *count* places that share *room* to the last pixel."""
    each = (room - gap * (count - 1)) / count
    for number in range(count):
        left = round(number * (each + gap))
        yield left, round(number * (each + gap) + each) - left


def broken(widths: Sequence[int], room: int, gap: int) -> list[range]:
    """Return which stand together on a line when *widths* are put one after the other."""
    lines, begun, across = [], 0, 0
    for number, width in enumerate(widths):
        if number > begun and across + width > room:
            lines.append(range(begun, number))
            begun, across = number, 0
        across += width + gap
    return [*lines, range(begun, len(widths))]
