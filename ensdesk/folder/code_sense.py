"""Whether a code is one of the first that a stranger would try."""

from __future__ import annotations

import itertools

from ensdesk.record.partial_date import PartialDate

_KEYPAD = ("147258", "258369", "159753", "147369", "741852", "852963", "123321", "112233", "121212")


def obvious(code: str, born: PartialDate | None = None) -> bool:
    """Say whether *code* is a row of the keypad, a repetition, a run or the birth date."""
    return code in _KEYPAD or _repeats(code) or _runs(code) or code in _dates(born)


def _repeats(code: str) -> bool:
    return any(code == code[:length] * (len(code) // length) for length in (1, 2, 3))


def _runs(code: str) -> bool:
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(code)}
    return steps in ({1}, {9})


def _dates(born: PartialDate | None) -> set[str]:
    """Return the ways to write a birth date in six digits."""
    if born is None:
        return set()
    year, month, day = f"{born.year:04}", f"{born.month or 0:02}", f"{born.day or 0:02}"
    return {
        day + month + year[2:],
        month + day + year[2:],
        year[2:] + month + day,
        month + year,
        year + month,
        year + day,
        day + year,
    }
