"""A visit to a centre leaves its computer as it was, however it ends."""

from __future__ import annotations

import pytest

from tests.faults.centre import Centre, differences
from tests.faults.visit import marked_files
from tests.whole.marks import MARK


@pytest.mark.timeout(300)
@pytest.mark.parametrize("way", ["finish", "waiting killed"])
def test_nothing_is_left_of_a_visit(tmp_path, way):
    """A sheet, a folder with a paper, a page half filled: then it ends; the key alone has more."""
    centre = Centre(tmp_path / "computer")
    assert centre.visit(way) == []
    assert list((tmp_path / "computer/media/BLEUE").rglob("header.a"))


def test_a_word_in_a_file_is_found(tmp_path):
    """The look at files is not blind, and passes over what is gone."""
    (tmp_path / "log").write_text(f"typed: {MARK}", encoding="utf-16-le")
    (tmp_path / "calm").write_text("nothing")
    paths = [tmp_path / name for name in ("log", "calm", "gone")]
    assert marked_files(paths, [MARK]) == [str(tmp_path / "log")]


def test_what_differs_is_told():
    """Each kind of trace has its word."""
    before = {"a": "1", "b": "1", "c": "1"}
    after = {"a": "1", "b": "2", "d": "1"}
    assert differences(before, after) == ["changed: b", "gone: c", "left: d"]
