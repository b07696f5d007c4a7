"""Settings are kept whole or not at all, and never get in the way."""

import json
import stat
from dataclasses import asdict

import pytest

from ensdesk.settings import FOLDER_COLOURS, FolderLook, Settings, free_look, load, save


def test_what_is_saved_comes_back(tmp_path):
    """Every setting makes the round trip."""
    file = tmp_path / "deep" / "settings.json"
    look = FolderLook("/a/b", "green", 2, "Jeanne", "12ab", hidden=True)
    chosen = Settings("en", "contrast", 28, 30, ("/a/b",), looks=(look,))
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


def test_nobody_else_of_this_computer_reads_them(tmp_path):
    """A first name may stand in them, which its person wanted to be seen here only."""
    file = tmp_path / "settings.json"
    file.write_text("{}")
    save(Settings(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_of_paths_alone_is_read(tmp_path):
    """It is what older versions wrote; the looks come when the folders are looked for."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"folders": ["/a", "/b"]}), encoding="utf-8")
    assert load(file) == Settings(folders=("/a", "/b"))


def test_an_older_version_still_finds_the_paths(tmp_path):
    """The looks stand beside them."""
    file = tmp_path / "settings.json"
    save(Settings(folders=("/a",), looks=(FolderLook("/a", name="Jeanne"),)), file)
    assert json.loads(file.read_text(encoding="utf-8"))["folders"] == ["/a"]


def looks_in(tmp_path, *written):
    """Return the looks that are read from *written*."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"looks": written, "points": 22}), encoding="utf-8")
    read = load(file)
    assert read.points == 22
    return read.looks


def test_a_newer_look_keeps_its_name(tmp_path):
    """A colour of a newer version gives way to a free one; what else is new is ignored."""
    newer = {"place": "/a", "colour": "silver", "name": "Jeanne", "sound": "bell"}
    assert looks_in(tmp_path, newer) == (FolderLook("/a", "blue", name="Jeanne"),)


def test_two_looks_that_are_alike_are_told_apart(tmp_path):
    """Whoever wrote the file: two folders never look the same."""
    same = asdict(FolderLook("/a", "green", name="Jeanne"))
    first, second = looks_in(tmp_path, same, {**same, "place": "/b"})
    assert (first.colour, second.colour) == ("green", "blue")
    assert first.name == second.name == "Jeanne"


@pytest.mark.parametrize(
    "one",
    [
        {"place": "/a", "name": "x" * 31, "number": 0, "mark": 3, "hidden": "yes"},
        {"place": "/a", "name": "two\nlines", "number": True, "mark": None},
        {"place": "/a", "name": "\u202eenaeJ", "colour": ["blue"], "number": "1"},
        {"place": "/a", "name": 3, "colour": None, "number": 100},
    ],
)
def test_a_senseless_look_is_a_plain_one(tmp_path, one):
    """Long, of two lines, turned around: such a name is none."""
    assert looks_in(tmp_path, one, 3, None, {"place": 4}) == (FolderLook("/a"),)


def test_a_new_folder_gets_a_free_colour():
    """As long as there are colours, then numbers: no two are alike."""
    looks: list[FolderLook] = []
    for number in range(20):
        looks.append(free_look(str(number), looks))
    assert [look.colour for look in looks[:7]] == list(FOLDER_COLOURS)
    assert looks[7].number == 2
    assert len({(look.colour, look.number) for look in looks}) == 20
    gone = looks.pop(1)
    assert free_look("again", looks) == FolderLook("again", gone.colour)


def test_a_folder_that_is_opened_is_shown_again(tmp_path):
    """« Ne plus montrer » lasts until then."""
    hidden = FolderLook(str(tmp_path), hidden=True)
    assert Settings(looks=(hidden,)).with_folder(tmp_path).looks == (FolderLook(str(tmp_path)),)


def test_a_forgotten_folder_leaves_nothing(tmp_path):
    """Neither its place nor its name."""
    kept = FolderLook("/other", "green", name="Paul")
    before = Settings(looks=(FolderLook(str(tmp_path), name="Jeanne"), kept))
    after = before.with_folder(tmp_path).without_folder(tmp_path)
    assert (after.folders, after.looks) == ((), (kept,))
