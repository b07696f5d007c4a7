"""Which vaccines to talk about: by the dates of the booklet, by the age, by the season."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ensdesk.folder.vaccine_rules import VaccineRule, VaccineRules
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.record.contents import Contents

BEFORE = datetime.timedelta(days=30)
AFTER = datetime.timedelta(days=365)  # a date of long ago was decided about


@dataclass(frozen=True, slots=True)
class RuleDate:
    """What a rule says for this person: whether it is time, and the last one that is noted."""

    rule: VaccineRule
    is_time: bool
    last: Vaccination | None


def noted_dates(given: Sequence[Vaccination], today: datetime.date) -> tuple[Vaccination, ...]:
    """Return those whose next one, as noted, is near or past, and was not given since."""
    return tuple(
        one
        for one in given
        if one.next_due is not None
        and today - AFTER <= one.next_due.first_day() <= today + BEFORE
        and not any(_follows(other, one) for other in given)
    )


def rule_dates(
    known: VaccineRules,
    given: Sequence[Vaccination],
    born: datetime.date | None,
    today: datetime.date,
) -> tuple[RuleDate, ...]:
    """Return what each rule says, first those of which it is time. Old rules say it of none."""
    found = []
    for rule in known.rules:
        of_it = sorted((one for one in given if rule.is_of(one)), key=_day)
        last = of_it[-1] if of_it else None
        since = rule.done_since(born, today) if born and not known.old(today) else None
        is_time = since is not None and (last is None or _last_day_of(last) < since)
        found.append(RuleDate(rule, is_time, last))
    return tuple(sorted(found, key=lambda one: not one.is_time))


def to_talk_about(known: VaccineRules, contents: Contents, today: datetime.date) -> int:
    """Return how many vaccines to talk about; none for somebody who notes none here."""
    given = contents.records(Vaccination)
    if not given:
        return 0
    noted = noted_dates(given, today)
    by_rule = rule_dates(known, given, born_on(contents), today)
    return len(noted) + sum(one.is_time and not any(map(one.rule.is_of, noted)) for one in by_rule)


def born_on(contents: Contents) -> datetime.date | None:
    """Return the birth date; nothing when its year alone is known."""
    identity = contents.single(Identity)
    born = identity.born if identity else None
    return born.first_day() if born and born.month else None


def _follows(other: Vaccination, one: Vaccination) -> bool:
    same = other.vaccine.casefold() == one.vaccine.casefold()
    return same and other is not one and _day(other) > _day(one)


def _day(one: Vaccination) -> str:
    return one.date.iso if one.date else ""


def _last_day_of(one: Vaccination) -> datetime.date:
    """Return the latest day it may have been given: a year alone counts to its end."""
    if one.date is None:
        return datetime.date.max
    return datetime.date(one.date.year, one.date.month or 12, one.date.day or 28)
