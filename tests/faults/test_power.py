"""Small turns of the bench that cuts the power: see `tests.faults.power`."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest

from tests.faults.disk import Step, with_eyes
from tests.faults.states import Medium


@pytest.mark.timeout(180)  # every scenario, with its controls, also on a slow computer
def test_nothing_that_was_acknowledged_is_lost(capfd):
    """Whatever was not synced is kept, dropped or torn; without syncing the bench sees losses."""
    assert with_eyes("tests.faults.power") == 0, capfd.readouterr().out


def lines_left(place: Path, *steps: Step) -> set[bytes | None]:
    """Return all that a power cut after *steps* leaves of one file."""
    found: set[bytes | None] = set()
    for turn in range(60):
        medium = Medium(place)
        for step in steps:
            medium.take(step)
        into = Path(tempfile.mkdtemp(dir=place.parent))
        medium.lay_out(into, random.Random(turn))  # noqa: S311 - the same each time
        file = into / "file"
        found.add(file.read_bytes() if file.exists() else None)
    return found


def test_what_was_not_synced_may_be_lost_or_torn(tmp_path):
    """A write that nobody waited for is there, or not, or half; a name too."""
    place = tmp_path / "disk"
    place.mkdir()
    path = str(place / "file").encode()
    made, written = Step("C", 7, 0, path), Step("W", 7, 0, b"a" * 512 + b"b" * 512)
    synced, named = Step("S", 7, 0, path), Step("S", 1, 0, str(place).encode())
    assert lines_left(place, made, written, synced, named) == {b"a" * 512 + b"b" * 512}
    assert None in lines_left(place, made, written, synced)
    assert lines_left(place, made, named, written) >= {b"", b"a" * 512, bytes(512) + b"b" * 512}
