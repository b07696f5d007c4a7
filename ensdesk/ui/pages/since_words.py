"""« Depuis dimanche »: what was done since the folder was opened before, in one calm line."""

from __future__ import annotations

import datetime

from ensdesk.language import N_, _, plural
from ensdesk.record.wording import day_in_words

_WEEK = 7


def since_in_words(
    found: tuple[datetime.datetime, dict[str, int]] | None, today: datetime.date
) -> str:
    """Return the line; nothing when nothing was done. What was done is listed elsewhere."""
    done = _done(found[1]) if found else []
    if found is None or not done:
        return ""
    return f"{_since(found[0].astimezone().date(), today)} {', '.join(done)}."


def _done(acts: dict[str, int]) -> list[str]:
    """Return how many of each, in the order in which people ask."""
    added = acts.get("record-added", 0) + acts.get("paper-added", 0)
    changed, removed = acts.get("record-changed", 0), acts.get("record-removed", 0)
    printed, copied = acts.get("sheet-printed", 0), acts.get("copied-out", 0)
    counted = (
        (added, plural("{count} thing added", "{count} things added", added)),
        (changed, plural("{count} line changed", "{count} lines changed", changed)),
        (removed, plural("{count} line taken away", "{count} lines taken away", removed)),
        (printed, plural("{count} sheet printed", "{count} sheets printed", printed)),
        (copied, plural("{count} copy", "{count} copies", copied)),
    )
    return [words for count, words in counted if count]


def _since(day: datetime.date, today: datetime.date) -> str:
    if day == today:
        return _(N_("Since the last time:"))
    weekday, date = day_in_words(day).split(" ", 1)
    if (today - day).days < _WEEK:
        return _(N_("Since {weekday}:")).format(weekday=weekday)
    return _(N_("Since {date}:")).format(date=date)
