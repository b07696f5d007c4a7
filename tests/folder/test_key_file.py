"""The small file that makes a USB key open a folder."""

from pathlib import Path

import pytest

from ensdesk.folder import key_file
from ensdesk.folder.key_file import KEY_FILE, NoKeyPlugged, key_for
from ensdesk.vault.key_file import KeyFileDamaged
from ensdesk.vault.storage_trouble import PlaceGone


def test_a_key_is_made_once(tmp_path: Path) -> None:
    """Asking again gives the same key: it may open another folder."""
    key = key_for(tmp_path)
    assert len(key.raw) == 32
    assert key_for(tmp_path) == key
    assert [part.name for part in tmp_path.iterdir()] == [KEY_FILE]


def test_a_damaged_key_is_told_and_kept(tmp_path: Path) -> None:
    """What cannot be read is never written over."""
    (tmp_path / KEY_FILE).write_bytes(b"ensdesk key 1\n00")
    with pytest.raises(KeyFileDamaged):
        key_for(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == b"ensdesk key 1\n00"


def test_a_key_pulled_out_is_told(tmp_path: Path) -> None:
    """The place is gone while the key is written."""
    with pytest.raises(PlaceGone):
        key_for(tmp_path / "gone")


def test_keys_that_are_plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key is given; none at all is a sentence."""
    one, two, empty = (tmp_path / name for name in ("one", "two", "empty"))
    for stick in (one, two, empty):
        stick.mkdir()
    monkeypatch.setattr(key_file, "sticks", lambda: (one, two, empty))
    with pytest.raises(NoKeyPlugged):
        key_file.keys_plugged()
    keys = {key_for(one).raw, key_for(two).raw}
    assert {key.raw for key in key_file.keys_plugged()} == keys
