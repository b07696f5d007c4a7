"""A series in words: what was done, what comes next, and its average. Nothing is judged."""

from __future__ import annotations

import datetime

from ensdesk.language import N_, _, plural
from ensdesk.paper.series_days import Half, SeriesSoFar
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import loose, on_in_words

OLD_RULES = N_("Rules of {year}, perhaps out of date. Ask your pharmacist.")
_HALVES = {
    (0, Half.MORNING): N_("This morning"),
    (0, Half.EVENING): N_("This evening"),
    (1, Half.MORNING): N_("Tomorrow morning"),
    (1, Half.EVENING): N_("Tomorrow evening"),
}


def half_in_words(half: Half, days: int = 0) -> str:
    """Return `Ce matin`, `Ce soir`, or those of tomorrow."""
    return _(_HALVES[days, half])


def done_in_words(shown: SeriesSoFar) -> str:
    """Return how much of the series is there."""
    stopped = shown.series.ended
    if shown.done():
        return _(N_("The series is done."))
    if stopped is not None:
        return _("You stopped this series {day}.").format(day=loose(on_in_words(stopped)))
    return _("Done: {made} times of {wanted}.").format(
        made=shown.made_in_all(), wanted=shown.wanted
    )


def next_in_words(shown: SeriesSoFar, now: datetime.datetime) -> str:
    """Return `Ce soir : 2 mesures de tension.`; nothing when nothing is left."""
    following = shown.next_after(now.date(), Half.of(now.strftime("%H:%M")))
    if following is None:
        return ""
    day, half, left = following
    words = plural("{count} measurement.", "{count} measurements.", left)
    return f"{half_in_words(half, (day - now.date()).days)}{_(': ')}{words}"


def average_in_words(shown: SeriesSoFar) -> list[str]:
    """Return the average, what it is made of, and what the rule leaves out of it."""
    average, counted = shown.average(), len(shown.counted())
    said = []
    if average is not None:
        said.append(_("Average: {value}").format(value=average.in_full()))
        said.append(plural("Of {count} measurement.", "Of {count} measurements.", counted))
    if shown.records and (left_out := int(shown.series.left_out or 0)):
        said.append(
            plural(
                "The rule does not count the first day.",
                "The rule does not count the first {count} days.",
                left_out,
            )
        )
    return said


def day_in_short(day: datetime.date, today: datetime.date) -> str:
    """Return `23 novembre`, the year only when it is another one."""
    from ensdesk.ui.pages.measures import moment_in_words

    return moment_in_words(PartialDate.of(day), today)
