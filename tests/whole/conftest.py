"""What every journey may count on."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from ensdesk.ui.widgets import one_press
from tests.ui.conftest import freed_here
from tests.whole import person
from tests.whole.computer import Computer

__all__ = ["freed_here"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def computer(tmp_path, monkeypatch, qapp) -> Iterator[Computer]:
    """A computer where nothing was ever written."""
    made = Computer(tmp_path / "computer", monkeypatch)
    yield made
    made.leave_all()


@pytest.fixture
def light_codes(monkeypatch) -> None:
    """A code costs as little as the format allows: what it costs is another test's business."""
    from ensdesk.vault import locks
    from ensdesk.vault.stretch import Cost

    least = Cost(64 * 1024, 1, 1)
    assert least.within_limits()
    monkeypatch.setattr(locks, "chosen_cost", lambda: least)


@pytest.fixture(autouse=True)
def brisk_hands(monkeypatch, qapp) -> Iterator[None]:
    """The pause after a press is short here, so that nobody has to be slow for it."""
    usual = qapp.doubleClickInterval()
    monkeypatch.setattr(one_press, "PAUSE", 60)
    monkeypatch.setattr(person, "_SAME_PRESS", 0.08)
    qapp.setDoubleClickInterval(60)
    yield
    qapp.setDoubleClickInterval(usual)
