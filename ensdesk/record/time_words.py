"""Since when, until when, on which day: partial dates in a phrase."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words


def since_in_words(date: PartialDate | None) -> str:
    """Return `depuis 1998` or `depuis le 9 mars 2014`; nothing without a date."""
    return _phrase(date, N_("since {period}"), N_("since {day}"))


def until_in_words(date: PartialDate | None) -> str:
    """Return `jusqu’à 2014` or `jusqu’au 9 mars 2014`; nothing without a date."""
    return _phrase(date, N_("until {period}"), N_("until {day}"))


def on_in_words(date: PartialDate | None) -> str:
    """Return `le 9 mars 2014`, `en mars 2014` or `en 2014`; nothing without a date."""
    return _phrase(date, N_("in {period}"), N_("on {day}"))


def loose(words: str) -> str:
    """Let a long date break at the end of a line: in large letters it may need two."""
    return words.replace("\u00a0", " ")


def _phrase(date: PartialDate | None, period: str, day: str) -> str:
    if date is None:
        return ""
    words = date_in_words(date)
    return _(day).format(day=words) if date.day else _(period).format(period=words)
