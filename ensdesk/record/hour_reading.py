"""Hours as people type them: 8, 8h, 8 h 30, 8:30, 20h15."""

from __future__ import annotations

import re

_HOUR = re.compile(r"(\d{1,2})\s*(?:(?:h|:|\.|heures?|\s)\s*(\d{2})?)?", re.ASCII)


def read_hour(typed: str) -> str:
    """Return `08:30`. Raises ValueError."""
    found = _HOUR.fullmatch(typed.strip().lower())
    if not found:
        raise ValueError("not an hour")
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError("no such hour")
    return f"{hour:02}:{minute:02}"
