"""The shipped rules for dates of vaccines to talk about: dated, and old one day."""

from __future__ import annotations

import datetime
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ensdesk.kinds.vaccination import Vaccination
from ensdesk.language import code
from ensdesk.resources import assets

_FILE = "vaccine_dates.json"
_SUMMER = 7  # from this month on, a vaccine is one of the coming autumn


@dataclass(frozen=True, slots=True)
class VaccineRule:
    """One vaccine and when one talks about it.

    `name` and `when` are words by language; `says` are beginnings of words in folded letters by
    which a vaccination is known. It is for certain ages (`at_ages`, done up to `years_before`
    them), or from an age on: each year in some `months`, else once.
    """

    id: str
    name: Mapping[str, str]
    when: Mapping[str, str]
    says: tuple[str, ...]
    from_age: int = 0
    months: tuple[int, ...] = ()
    at_ages: tuple[int, ...] = ()
    years_before: int = 0

    def named(self) -> str:
        return self.name[code()]

    def told(self) -> str:
        return self.when[code()]

    def is_of(self, vaccination: Vaccination) -> bool:
        """Say whether *vaccination* is of this vaccine, by its name or the illnesses it names."""
        said = _folded(f"{vaccination.vaccine} {vaccination.against}")
        return any(f" {begins}" in said for begins in self.says)

    def done_since(self, born: datetime.date, today: datetime.date) -> datetime.date | None:
        """Return the day since when one that is noted is enough; None when none is asked for."""
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        if self.at_ages:
            reached = [at for at in self.at_ages if at <= age]
            years = reached[-1] - self.years_before if reached else 0
            return datetime.date(born.year + years, born.month, 1) if reached else None
        if age < self.from_age or (self.months and today.month not in self.months):
            return None
        if not self.months:
            return datetime.date.min
        return datetime.date(today.year - (today.month < _SUMMER), _SUMMER, 1)


@dataclass(frozen=True, slots=True)
class VaccineRules:
    """All the rules; after `review_by` somebody should have read them anew."""

    written: datetime.date
    review_by: datetime.date
    rules: tuple[VaccineRule, ...]

    def old(self, today: datetime.date) -> bool:
        return today > self.review_by


def vaccine_rules() -> VaccineRules:
    """Read the shipped file."""
    kept = json.loads((assets() / "data" / _FILE).read_text(encoding="utf-8"))
    return VaccineRules(
        datetime.date.fromisoformat(kept["date"]),
        datetime.date.fromisoformat(kept["review_by"]),
        tuple(map(_rule, kept["rules"])),
    )


def _rule(kept: dict[str, Any]) -> VaccineRule:
    lists = {key: tuple(each) for key, each in kept.items() if isinstance(each, list)}
    return VaccineRule(**{**kept, **lists})


def _folded(words: str) -> str:
    """Return *words* in small letters without accents, a space before each."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = ("" if unicodedata.combining(one) else one if one.isalnum() else " " for one in plain)
    return " " + "".join(letters)
