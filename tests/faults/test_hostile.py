"""The corpora in small: see `tests.faults.hostile` and `tests.faults.injection`."""

from __future__ import annotations

from tests.faults.hostile import QUICK, bring_all
from tests.faults.injection import believing, injected


def test_wicked_papers_are_told_or_kept(tmp_path):
    """All of them at once; nothing outside is touched or taken in."""
    count, broken = bring_all(tmp_path, QUICK)
    assert count > 30
    assert broken == []


def test_text_out_is_text_in(tmp_path, french, qapp):
    """On paper, on the screen, in everything that a copy holds."""
    assert {way: lost for way, lost in injected(tmp_path).items() if lost} == {}


def test_a_table_that_lets_formulas_out_is_caught(tmp_path, monkeypatch, qapp):
    """Or the look at the tables would not prove anything."""
    believing(monkeypatch)
    assert injected(tmp_path)["in the tables"]
