"""Dates as people type them: 14/07/1948, 14 juillet 1948, 07/1948, 1948."""

from __future__ import annotations

import datetime
import re
import unicodedata

from ensdesk.record.partial_date import PartialDate

_MONTHS = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"),
    ("mai", "may"), ("juin", "june"), ("juillet", "july"), ("aout", "august"),
    ("septembre", "september"), ("octobre", "october"), ("novembre", "november"),
    ("decembre", "december"),
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TYPED = re.compile(
    r"(?:(?:(\d{1,2})(?:er|st|nd|rd|th)? )?(\d{1,2}|[a-z]{3,9}) )?(\d{4})", re.ASCII
)
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


def read_date(typed: str) -> PartialDate:
    """Return the date that *typed* means, day before month. Raises ValueError.

    A year has four digits: nobody can tell for others whether 48 is 1948.
    """
    plain = _folded(typed)
    if found := _ISO.fullmatch(plain):
        return PartialDate("-".join(part for part in found.groups() if part))
    words = re.sub(r"[\s./,-]+", " ", plain.removeprefix("le ")).strip()
    found = _PACKED.fullmatch(words) or _TYPED.fullmatch(words)
    if not found:
        raise ValueError("not a date")
    day, month, year = found.groups()
    if month is None:
        return PartialDate(year)
    if day is None:
        return PartialDate(f"{year}-{_month(month):02}")
    return PartialDate(f"{year}-{_month(month):02}-{int(day):02}")


def rest_of_day(typed: str, today: datetime.date) -> str:
    """Return `/2026` after `3/3`: the year in which that day was last."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})", typed.strip(), re.ASCII)
    if not found:
        return ""
    for year in range(today.year, today.year - 5, -1):  # four years hold each 29 February
        try:
            day = datetime.date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if day <= today:
            return f"/{year}"
    return ""


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    found = [n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(written) for m in names)]
    if len(found) != 1:
        raise ValueError("not a month")
    return found[0]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).lower().strip()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
