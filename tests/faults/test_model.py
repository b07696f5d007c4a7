"""A few lives of the model: see `tests.faults.model`."""

from __future__ import annotations

from tests.faults.model import QUICK, forgetful, live


def test_nothing_is_lost_but_what_was_erased():
    """Two people, two computers, any order of steps."""
    assert live(*QUICK) == []


def test_the_model_sees_a_version_that_is_lost(monkeypatch):
    """A program whose merging forgets one is caught."""
    forgetful(monkeypatch)
    assert live(20, 50, shortest=False)
