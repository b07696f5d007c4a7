"""What is said of a person who may open the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.wording import day_in_words

if TYPE_CHECKING:
    import datetime

    from ensdesk.folder.people import Somebody

LONGEST = 40  # letters of a first name: it stands on every page
ALONE = N_("This person chooses and writes alone. Do not look.")
SEES_ALL = N_("reads, changes, prints, and “For me alone”")
_CHANGES = N_("reads, changes, prints, never what is for you alone")
_READS = N_("reads and prints, never what is for you alone")
_WAYS = {
    "code": N_("a code"),
    "key": N_("a USB key"),
    "words": N_("words"),
    "sheet": N_("12 words on paper"),
    "envelope": N_("an envelope for a relative"),
    "pair-ab": N_("two sheets of relatives"),
    "pair-ac": N_("two sheets of relatives"),
    "pair-bc": N_("two sheets of relatives"),
}
_NAMELESS = ("envelope", "pair-ab", "pair-ac", "pair-bc")


def name_in_words(one: Somebody) -> str:
    """Return the first name; what is for the day when the holder cannot open it has none."""
    if not one.name and one.way in _NAMELESS:
        words = way_named(one.way)
        return words[:1].upper() + words[1:]
    return one.name or _(N_("Somebody without a name"))


def rights_in_words(one: Somebody) -> str:
    return _(_CHANGES if one.changes else _READS)


def right_in_short(one: Somebody) -> str:
    return _(N_("reads and changes")) if one.changes else _(N_("reads only"))


def way_named(way: str) -> str:
    """Return what a slot of this type opens with."""
    return _(_WAYS.get(way, N_("something that a newer ensdesk made")))


def until_in_words(one: Somebody) -> str:
    """Return the last day, or that there is none."""
    return _(N_("until {day}")).format(day=_day(one.until)) if one.until else _(N_("without end"))


def opened_in_words(one: Somebody) -> str:
    return _day(one.opened.astimezone().date()) if one.opened else _(N_("never"))


def _day(date: datetime.date) -> str:
    return f"{day_in_words(date)} {date.year}"
