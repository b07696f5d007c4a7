"""Settings are kept whole or not at all, and never get in the way."""

import json

import pytest

from ensdesk.settings import Settings, load, save


def test_what_is_saved_comes_back(tmp_path):
    """Every setting makes the round trip."""
    file = tmp_path / "deep" / "settings.json"
    chosen = Settings("en", "contrast", 28, 30, ("/a/b",))
    save(chosen, file)
    assert load(file) == chosen
    assert [part.name for part in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        '{"points": 15, "theme": "pink", "language": 3, "idle_minutes": null, "folders": "x"}',
        '{"folders": [1], "points": [14]}',
    ],
)
def test_a_broken_file_is_like_none(tmp_path, written):
    """Nobody is kept from their folder by a file of settings."""
    file = tmp_path / "settings.json"
    file.write_text(written, encoding="utf-8")
    assert load(file) == Settings()


def test_the_good_part_of_a_file_is_taken(tmp_path):
    """One senseless setting does not spoil the others; a newer one is ignored."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"points": 22, "theme": "?", "newer": 1}), encoding="utf-8")
    assert load(file) == Settings(points=22)


def test_a_place_that_refuses_is_let_be(tmp_path):
    """The settings then last until the program ends."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    save(Settings(), blocked / "settings.json")
    assert load(blocked / "settings.json") == Settings()


def test_the_latest_folder_comes_first(tmp_path):
    """A folder is listed once, where it was opened last."""
    one, two = tmp_path / "1", tmp_path / "2"
    known = Settings().with_folder(one).with_folder(two).with_folder(one)
    assert known.folders == (str(one), str(two))
