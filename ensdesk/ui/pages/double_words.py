"""Doubles in words: the last one, where it is, when it was made."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.record.wording import day_in_words

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.known_doubles import KnownDouble


def last_double(folder: Folder, today: datetime.date) -> str:
    """Return `Dernier double : dimanche, clé BLEUE.` for the foot of the home page.

    Nothing for somebody who helps, and in the example.
    """
    from ensdesk.folder.known_doubles import known_doubles

    if folder.helped_by is not None or folder.is_example:
        return ""
    last = next(iter(known_doubles(folder)), None)
    if last is None:
        return _(N_("No double yet."))
    words = _(N_("Last double: {day}, {place}."))
    return words.format(day=day_of(last, today), place=place_of(last))


def place_of(double: KnownDouble) -> str:
    """Return `clé BLEUE`, or `endroit « Documents »`."""
    words = N_("place “{name}”") if double.place else N_("key {name}")
    return _(words).format(name=double.label)


def day_of(double: KnownDouble, today: datetime.date) -> str:
    """Return `aujourd’hui`, `hier`, `dimanche` within a week, else `le 9 mars 2026`."""
    days = (today - double.day).days
    if days == 0:
        return _(N_("today"))
    if days == 1:
        return _(N_("yesterday"))
    if 1 < days < 7:
        return day_in_words(double.day).split(" ", 1)[0]
    return on_in_words(PartialDate.of(double.day))
