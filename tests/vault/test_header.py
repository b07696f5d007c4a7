"""The header lies there twice, and one good copy is enough."""

import itertools
import struct
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ensdesk.vault.header import (
    COPIES,
    Disk,
    HalfFolder,
    Header,
    HeaderChanged,
    HeaderClosed,
    HeaderDamaged,
    HeaderMissing,
    NewerFolder,
    NotKept,
    encode,
    read_header,
    repair_header,
    write_header,
)
from ensdesk.vault.header_bytes import SIZE
from ensdesk.vault.storage_trouble import DiskFull, PlaceGone, ReadOnlyPlace
from tests.vault.test_header_bytes import HEADER, framed

NEW = replace(HEADER, counter=0)


class PowerCut(BaseException):
    """The computer went dark."""


class FailingDisk(Disk):
    """Writes 512 bytes at a time and goes dark, or fails, at the given call."""

    def __init__(self, calls: int, error: BaseException | None = None) -> None:
        self.left = calls
        self.error = error or PowerCut()

    def write(self, file: int, raw: bytes, at: int) -> int:
        self._step()
        return super().write(file, raw[: SIZE // 16], at)

    def sync(self, file: int) -> None:
        self._step()

    def sync_directory(self, directory: Path) -> None:
        self._step()
        super().sync_directory(directory)

    def _step(self) -> None:
        if self.left == 0:
            raise self.error
        self.left -= 1


def cuts(path: Path, header: Header) -> Iterator[int]:
    """Write *header* once for each point where the power may go; yield after each cut."""
    before = [(path / name).read_bytes() for name in COPIES]
    for calls in itertools.count():
        for name, raw in zip(COPIES, before, strict=True):
            (path / name).write_bytes(raw)
        try:
            write_header(path, header, FailingDisk(calls))
        except PowerCut:
            yield calls
        else:
            return


def test_it_is_written_twice_and_read_back(tmp_path: Path) -> None:
    """Both copies are equal, and nothing else is there."""
    header = write_header(tmp_path, NEW)
    assert header.counter == 1
    assert read_header(tmp_path) == header
    assert read_header(tmp_path).unsound == ()
    assert sorted(file.name for file in tmp_path.iterdir()) == list(COPIES)
    assert (tmp_path / "header.a").read_bytes() == (tmp_path / "header.b").read_bytes()


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    """Other people of the computer do not see the slots."""
    write_header(tmp_path, NEW)
    assert (tmp_path / "header.a").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", COPIES)
def test_either_copy_is_enough(tmp_path: Path, name: str) -> None:
    """One copy may be gone: the folder opens, and the copy is made again when told."""
    header = write_header(tmp_path, NEW)
    (tmp_path / name).unlink()
    assert read_header(tmp_path) == header
    assert read_header(tmp_path).unsound == (name,)
    assert not (tmp_path / name).exists()
    assert repair_header(tmp_path).unsound == ()
    assert read_header(tmp_path).unsound == ()


@pytest.mark.parametrize("name", COPIES)
def test_every_damaged_byte_is_made_good_by_the_other_copy(tmp_path: Path, name: str) -> None:
    """Every byte that says something, and a sample of the empty ones: it still opens."""
    header = write_header(tmp_path, NEW)
    good = (tmp_path / name).read_bytes()
    for place in [*range(1100), *range(1100, SIZE, 1009), *range(SIZE - 32, SIZE)]:
        damaged = bytearray(good)
        damaged[place] ^= 0xFF
        (tmp_path / name).write_bytes(damaged)
        found = read_header(tmp_path)
        assert found == header
        assert found.unsound == (name,)
    repair_header(tmp_path)
    assert (tmp_path / name).read_bytes() == good


def test_both_damaged_is_told(tmp_path: Path) -> None:
    """The person is told to keep everything and open a double."""
    write_header(tmp_path, NEW)
    for name in COPIES:
        (tmp_path / name).write_bytes(b"?" * SIZE)
    with pytest.raises(HeaderDamaged):
        read_header(tmp_path)
    (tmp_path / "header.a").unlink()
    with pytest.raises(HeaderDamaged):
        read_header(tmp_path)


@pytest.mark.parametrize("database", ["main-3.db", "private-1.db"])
def test_half_a_folder_is_told(tmp_path: Path, database: str) -> None:
    """A database without a header is no empty place."""
    (tmp_path / database).touch()
    with pytest.raises(HalfFolder):
        read_header(tmp_path)


def test_an_empty_place_is_no_folder(tmp_path: Path) -> None:
    """Neither is a place that does not exist, nor a file."""
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(HeaderMissing) as told:
            read_header(place)
        assert type(told.value) is HeaderMissing


def test_the_power_may_go_at_any_moment(tmp_path: Path) -> None:
    """After each cut one good copy is there, the old or the new one, and it can go on."""
    old = write_header(tmp_path, NEW)
    new = replace(old, generation=9)
    seen = set()
    for _cut in cuts(tmp_path, new):
        found = read_header(tmp_path)
        seen.add(found.generation)
        assert found in (old, replace(new, counter=2))
        repaired = repair_header(tmp_path)
        assert repaired == found == read_header(tmp_path)
        assert write_header(tmp_path, replace(repaired, generation=10)).counter > found.counter
    assert seen == {0, 9}


def test_the_power_may_go_while_a_folder_is_made(tmp_path: Path) -> None:
    """There is no folder yet, or there is one; never something between."""
    for calls in range(60):
        place = tmp_path / str(calls)
        place.mkdir()
        try:
            write_header(place, NEW, FailingDisk(calls))
        except PowerCut:
            try:
                assert read_header(place).counter == 1
            except (HeaderMissing, HeaderDamaged):
                assert calls < 20
    assert read_header(place).unsound == ()


@pytest.mark.parametrize("newest", COPIES)
def test_the_older_copy_is_written_first(tmp_path: Path, newest: str) -> None:
    """The newest good copy is touched only when the other one is safe."""
    for name in COPIES:
        (tmp_path / name).write_bytes(encode(replace(HEADER, counter=5 - (name != newest))))
    kept = (tmp_path / newest).read_bytes()
    for calls in range(17):
        with pytest.raises(PowerCut):
            write_header(tmp_path, replace(HEADER, counter=5), FailingDisk(calls))
        assert (tmp_path / newest).read_bytes() == kept


def test_a_change_made_elsewhere_is_never_written_over(tmp_path: Path) -> None:
    """Two openers of one folder: the second to write is told, and nothing is lost."""
    header = write_header(tmp_path, NEW)
    write_header(tmp_path, replace(header, generation=1))
    with pytest.raises(HeaderChanged):
        write_header(tmp_path, replace(header, generation=2))
    with pytest.raises(HeaderChanged):
        write_header(tmp_path, NEW)
    assert read_header(tmp_path).generation == 1


def test_a_newer_folder_is_left_alone(tmp_path: Path) -> None:
    """It is told by either copy, and nothing is written."""
    header = write_header(tmp_path, NEW)
    newer = framed({"signed": {"min_reader": 2}})
    (tmp_path / "header.b").write_bytes(newer)
    assert read_header(tmp_path) == header
    later = newer[:8] + struct.pack("<Q", 3) + newer[16:-32]
    (tmp_path / "header.b").write_bytes(later + sha256(later).digest())
    with pytest.raises(NewerFolder):
        read_header(tmp_path)
    with pytest.raises(NewerFolder):
        repair_header(tmp_path)
    with pytest.raises(NewerFolder):
        write_header(tmp_path, header)


@pytest.mark.parametrize(
    ("number", "trouble"), [(28, DiskFull), (30, ReadOnlyPlace), (5, PlaceGone)]
)
def test_a_place_in_trouble_is_told(tmp_path: Path, number: int, trouble: type[Exception]) -> None:
    """A full disk, a read-only place, a key that was pulled: the old header stays."""
    header = write_header(tmp_path, NEW)
    for calls in range(3):
        with pytest.raises(trouble):
            write_header(tmp_path, header, FailingDisk(calls, OSError(number, "")))
        assert read_header(tmp_path) == header
    (tmp_path / "header.b").unlink(missing_ok=True)
    with pytest.raises(trouble):
        repair_header(tmp_path, FailingDisk(0, OSError(number, "")))


class ForgetfulDisk(Disk):
    """Says yes and writes something else."""

    def write(self, file: int, raw: bytes, at: int) -> int:
        return super().write(file, raw[:-1] + b"?", at)


def test_a_medium_that_does_not_keep_what_was_written_is_told(tmp_path: Path) -> None:
    """What was written is read again before anybody says done."""
    header = write_header(tmp_path, NEW)
    with pytest.raises(NotKept):
        write_header(tmp_path, header, ForgetfulDisk())
    assert read_header(tmp_path) == header


def test_a_longer_file_is_cut_to_size(tmp_path: Path) -> None:
    """A copy of another length is damaged, and repaired in its place."""
    write_header(tmp_path, NEW)
    with (tmp_path / "header.a").open("ab") as file:
        file.write(b"more")
    assert repair_header(tmp_path).unsound == ()
    assert (tmp_path / "header.a").stat().st_size == SIZE


def test_a_header_that_the_system_closes_is_told(tmp_path: Path) -> None:
    """Both copies exist and may not be read: nothing is said to be damaged."""

    class ClosedPlace(type(tmp_path)):  # type: ignore[misc]
        def open(self, *_mode: object) -> None:
            raise PermissionError(13, "closed")

    with pytest.raises(HeaderClosed):
        read_header(ClosedPlace(tmp_path))
