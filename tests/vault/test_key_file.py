"""The key on a USB key is written whole, recognised, and never written over."""

from pathlib import Path

import pytest

from ensdesk.vault.header import Disk
from ensdesk.vault.key_file import (
    NAME,
    KeyFileDamaged,
    KeyFileMissing,
    read_key_file,
    write_key_file,
)
from ensdesk.vault.storage_trouble import DiskFull, PlaceGone
from tests.vault.quick import quick_locks, reopened


def test_it_opens_the_folder(tmp_path: Path) -> None:
    """What was written is read, and it is the key."""
    stick = tmp_path / "stick"
    stick.mkdir()
    locks = quick_locks(tmp_path, write_key_file(stick))
    assert reopened(tmp_path, read_key_file(stick)).keys == locks.keys
    assert [file.name for file in stick.iterdir()] == [NAME]


def test_anybody_sees_what_it_is(tmp_path: Path) -> None:
    """A text of three lines; its name says ensdesk."""
    key = write_key_file(tmp_path)
    lines = (tmp_path / "cle-ensdesk.cle").read_text("ascii").splitlines()
    assert lines[:2] == ["ensdesk key 1", key.raw.hex()]
    assert len(lines[2]) == 8


def test_a_key_that_is_there_stays(tmp_path: Path) -> None:
    """It may open another folder: one key may open several."""
    key = write_key_file(tmp_path)
    before = (tmp_path / NAME).read_bytes()
    assert write_key_file(tmp_path) == key
    assert (tmp_path / NAME).read_bytes() == before


def test_other_line_ends_do_not_count(tmp_path: Path) -> None:
    """A key that went through another system still opens."""
    key = write_key_file(tmp_path)
    text = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(text.replace(b"\n", b"\r\n"))
    assert read_key_file(tmp_path) == key


@pytest.mark.parametrize("place", [0, 20, 60, 80, 84])
def test_each_damage_is_told(tmp_path: Path, place: int) -> None:
    """Damaged is another answer than wrong, and nothing is written over it."""
    write_key_file(tmp_path)
    text = bytearray((tmp_path / NAME).read_bytes())
    text[place] = ord("e") if text[place] != ord("e") else ord("d")
    (tmp_path / NAME).write_bytes(text)
    with pytest.raises(KeyFileDamaged):
        read_key_file(tmp_path)
    with pytest.raises(KeyFileDamaged):
        write_key_file(tmp_path)
    assert (tmp_path / NAME).read_bytes() == text


@pytest.mark.parametrize("text", [b"", b"x", b"ensdesk key 1\nzz\n00000000\n", b"\xff" * 5000])
def test_other_content_is_damaged(tmp_path: Path, text: bytes) -> None:
    """An empty file, another file, a very long one."""
    (tmp_path / NAME).write_bytes(text)
    with pytest.raises(KeyFileDamaged):
        read_key_file(tmp_path)


def test_a_stick_without_a_key_is_told(tmp_path: Path) -> None:
    """Also when it was pulled out, and when its name is a directory."""
    for place in (tmp_path, tmp_path / "pulled"):
        with pytest.raises(KeyFileMissing):
            read_key_file(place)
    with pytest.raises(PlaceGone):
        write_key_file(tmp_path / "pulled")
    (tmp_path / NAME).mkdir()
    with pytest.raises(PlaceGone):
        read_key_file(tmp_path)


class FullDisk(Disk):
    """No room, once the name is there."""

    def write(self, file: int, raw: bytes, at: int) -> int:
        raise OSError(28, "full")


def test_a_full_stick_leaves_no_half_key(tmp_path: Path) -> None:
    """A key is there whole, or not at all."""
    with pytest.raises(DiskFull):
        write_key_file(tmp_path, FullDisk())
    with pytest.raises(KeyFileMissing):
        read_key_file(tmp_path)
    assert write_key_file(tmp_path) == read_key_file(tmp_path)
