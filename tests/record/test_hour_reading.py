"""Hours are read as people type them."""

import pytest

from ensdesk.record.hour_reading import read_hour


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("8", "08:00"),
        ("8h", "08:00"),
        ("8 h 30", "08:30"),
        ("8h30", "08:30"),
        ("08:30", "08:30"),
        ("8.30", "08:30"),
        ("20 heures", "20:00"),
        (" 0h05 ", "00:05"),
    ],
)
def test_hours(typed: str, hour: str) -> None:
    """With or without minutes."""
    assert read_hour(typed) == hour


@pytest.mark.parametrize("typed", ["", "24", "8h60", "midi", "8h3", "-8"])
def test_not_an_hour(typed: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError):
        read_hour(typed)
