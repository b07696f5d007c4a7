"""Which folders are within reach, and what their places are called."""

from pathlib import Path

import pytest

from ensdesk.folder import found
from ensdesk.folder.found import Where
from ensdesk.folder.places import default_place


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A usual place of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(found, "sticks", lambda: (tmp_path / "stick",))
    (tmp_path / "stick").mkdir()
    return default_place()


def made(place: Path) -> Path:
    """Make what looks like a folder."""
    place.mkdir(parents=True)
    (place / "header.a").write_bytes(b"")
    return place


def test_nothing_is_there_at_first(usual: Path) -> None:
    """No folder, and the usual place is free."""
    assert found.folders_here() == ()
    assert found.free_place() == usual


def test_a_taken_place_is_numbered(usual: Path) -> None:
    """The second folder stands beside the first, and both are found."""
    first, second = made(usual), found.free_place()
    assert second.name == "Dossier ensdesk 2"
    made(second)
    assert found.folders_here() == (first, second)


def test_what_is_left_of_a_folder_counts(usual: Path) -> None:
    """A database without its header is still shown, to be spoken of."""
    usual.mkdir(parents=True)
    assert not found.is_folder(usual)
    (usual / "main-1.db").write_bytes(b"")
    assert found.is_folder(usual)


def test_folders_on_a_key(usual: Path, tmp_path: Path) -> None:
    """A folder on a USB key is found at its top level, and named by its place."""
    there = made(tmp_path / "stick" / "Dossier ensdesk")
    assert found.folders_on_sticks() == (there,)
    assert found.where_is(there) is Where.STICK
    assert found.where_is(usual) is Where.HERE
    assert found.where_is(tmp_path / "other" / "place") is Where.ELSEWHERE


def test_a_place_that_does_not_answer_holds_nothing(usual: Path, tmp_path: Path) -> None:
    """A key pulled out is no crash."""
    assert found.folders_in(tmp_path / "gone") == ()
