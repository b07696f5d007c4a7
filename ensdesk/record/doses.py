"""Doses as people write them: `1` is one tablet, `½` half of one, `10 drops` stays as it is."""

from __future__ import annotations

import re
from decimal import Decimal

from ensdesk.language import N_, _, plural
from ensdesk.record.wording import number_in_words

_HALF = Decimal("0.5")
_MOST = 99
_DOSE = re.compile(r"(\d{1,2})?\s?(½|1/2|[.,]\d{1,2})?(?:\s+(.*))?", re.ASCII)


def dose_of(typed: str) -> str:
    """Return the dose that *typed* means; nothing for `0` or an empty line."""
    found = _read(typed)
    if found is None:
        return " ".join(typed.split())
    number, unit = found
    if number == 0:
        return ""
    if not unit or _is_tablet(unit):
        return tablets(number)
    return f"{_number(number)} {unit}"


def rest_of_unit(typed: str) -> str:
    """Return `g` after `Kardegic 75 m`: it is shown at once, and `l` makes it millilitres."""
    return "g" if re.search(r"\d\s?m$", typed) else ""


def rest_of_dose(typed: str) -> str:
    """Return `i besoin` after `s`."""
    words = _(N_("if needed"))
    begins = typed.casefold()
    return words[len(begins) :] if begins and words.casefold().startswith(begins) else ""


def spread(typed: str) -> tuple[str, str, str, str] | None:
    """Return the doses of morning, noon, evening and bedtime of `101`, `1-0-1` or `1010`.

    So prescriptions write it, and no single dose has three digits and no unit.
    """
    if not re.fullmatch(r"\d{3,4}|\d(?:-\d){2,3}", typed.strip(), re.ASCII):
        return None
    doses = typed.replace("-", "").strip().ljust(4, "0")
    return doses[0], doses[1], doses[2], doses[3]


def next_dose(typed: str) -> str:
    """Return the dose one step above, from nothing to 1, 2, 3."""
    found = _read(typed) if typed.strip() else (Decimal(0), "")
    if found is None:
        return dose_of(typed)
    number, unit = found
    return _dose(min(number.to_integral_value("ROUND_FLOOR") + 1, Decimal(_MOST)), unit)


def previous_dose(typed: str) -> str:
    """Return the dose one step below, down to ½ and nothing."""
    found = _read(typed)
    if found is None:
        return ""
    number, unit = found
    if number == 1 and (not unit or _is_tablet(unit)):
        return tablets(_HALF)
    return _dose(max(number.to_integral_value("ROUND_CEILING") - 1, Decimal(0)), unit)


def tablets(number: Decimal) -> str:
    """Return `½ comprimé`, `1 comprimé`, `2 comprimés`."""
    words = plural("{count} tablet", "{count} tablets", max(1, int(number)))
    unit = words.split(" ", 1)[1]
    return f"{_number(number)} {unit}"


def _read(typed: str) -> tuple[Decimal, str] | None:
    found = _DOSE.fullmatch(typed.replace("\u00a0", " ").strip())
    if not found or not (found[1] or found[2]):
        return None
    part = found[2] or "0"
    rest = _HALF if part in ("½", "1/2") else Decimal("0" + part.replace(",", "."))
    return Decimal(found[1] or 0) + rest, found[3] or ""


def _dose(number: Decimal, unit: str) -> str:
    if number == 0:
        return ""
    return tablets(number) if not unit or _is_tablet(unit) else f"{_number(number)} {unit}"


def _is_tablet(unit: str) -> bool:
    return unit in {tablets(Decimal(n)).split(" ", 1)[1] for n in (1, 2)}


def _number(number: Decimal) -> str:
    whole = int(number)
    if number - whole == _HALF:
        return f"{whole or ''}½"
    return number_in_words(number.normalize() if number != whole else Decimal(whole))
