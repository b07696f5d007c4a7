"""Times as they are written in a vault: UTC, to the second. They are shown, never compared."""

import datetime


def now() -> datetime.datetime:
    """Return this moment."""
    return datetime.datetime.now(datetime.UTC)


def written_time(at: datetime.datetime) -> str:
    """Return `2026-11-23T08:30:00Z`."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(text: str) -> datetime.datetime:
    """Return the moment that `written_time` wrote; the year 1 when it cannot be read."""
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)
