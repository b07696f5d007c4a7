"""The readable copy comes back as it was written, or is refused."""

from __future__ import annotations

import io
import os
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from ensdesk.exchange.archive import (
    CopyStopped,
    Part,
    read_archive,
    verify_archive,
    write_archive,
)
from ensdesk.exchange.records_json import records_from_json
from tests.exchange.copies import ABOUT, contents_of, honest, part, parts


def test_a_copy_comes_back_part_by_part(tmp_path: Path) -> None:
    """From a path or from an open file, with the list that was returned when it was written."""
    place = tmp_path / "copie.zip"
    with place.open("wb") as out:
        written = write_archive(out, parts(), ABOUT)

    with read_archive(place) as copy:
        assert copy.manifest == written == verify_archive(place)
        assert copy.manifest.about == ABOUT
        for name, opens, _size in parts():
            assert copy.open(name).read() == opens().read()
        assert records_from_json(copy.records_json()).records == ()
    assert verify_archive(io.BytesIO(place.read_bytes())) == written


def test_the_order_and_the_names_are_for_people() -> None:
    """The words to read come first, the list last."""
    assert list(contents_of(honest())) == [
        "LISEZ-MOI.txt",
        "resume.pdf",
        "dossier.json",
        "papiers/001-2026-03-12.pdf",
        "papiers/002.jpg",
        "manifeste.json",
    ]


def test_the_words_beside_it(french: None) -> None:
    """They say what it is, for whom, why, and that anyone can read it."""
    words = contents_of(honest())["LISEZ-MOI.txt"].decode()

    assert "23\u00a0novembre\u00a02026" in words
    assert "le docteur Martin" in words
    assert "rendez-vous du 3 mars" in words
    assert words.endswith("\r\n")


def test_a_reason_cannot_forge_a_line() -> None:
    """Line ends and marks that turn the reading around are taken out."""
    about = type(ABOUT)(for_whom="A\r\n\r\nB\u202e", why="{who}", made=ABOUT.made)
    out = io.BytesIO()
    write_archive(out, parts(), about)
    words = contents_of(out.getvalue())["LISEZ-MOI.txt"].decode()

    assert "A B" in words
    assert "{who}" in words
    assert "\u202e" not in words


def test_any_program_opens_it(tmp_path: Path) -> None:
    """Python's own reader finds no fault; what is packed already is not packed again."""
    place = tmp_path / "copie.zip"
    place.write_bytes(honest())

    with zipfile.ZipFile(place) as archive:
        assert archive.testzip() is None
        packed = {info.filename: info.compress_type for info in archive.infolist()}
    assert packed["dossier.json"] == zipfile.ZIP_DEFLATED
    assert packed["papiers/002.jpg"] == zipfile.ZIP_STORED


class OneWay(io.RawIOBase):
    """An output that cannot go back, such as a stream that closes what passes."""

    def __init__(self) -> None:
        super().__init__()
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self.held += piece
        return len(piece)


def test_an_output_that_cannot_go_back() -> None:
    """The copy may be written into a stream."""
    out = OneWay()
    written = write_archive(out, parts(), ABOUT)  # type: ignore[arg-type]

    copy = read_archive(io.BytesIO(bytes(out.held)))
    assert copy.manifest == written
    assert copy.open("papiers/002.jpg").read() == bytes(range(256)) * 40


class Zeros(io.RawIOBase):
    """A large paper that takes no memory."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = min(len(buffer), self._left)
        buffer[:count] = bytes(count)
        self._left -= count
        return count


def test_a_large_paper_takes_little_memory(tmp_path: Path) -> None:
    """Writing and reading 64 MB holds less than 4 MB."""
    place, size = tmp_path / "copie.zip", 64 << 20
    paper = Part("papiers/001.pdf", lambda: io.BufferedReader(Zeros(size)), size)
    tracemalloc.start()
    with place.open("wb") as out:
        write_archive(out, [*parts()[:2], paper], ABOUT)
    verify_archive(place)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 4 << 20


def test_it_says_how_far_it_is_and_can_be_stopped() -> None:
    """Bytes so far are told; a stop raises and nothing more is read."""
    told: list[int] = []
    manifest = write_archive(io.BytesIO(), parts(), ABOUT, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == manifest.size

    with pytest.raises(CopyStopped):
        write_archive(io.BytesIO(), parts(), ABOUT, stop=lambda: True)


def test_the_trouble_of_a_part_and_of_the_place_go_through() -> None:
    """A damaged paper and a full key are told by those who know them."""

    def broken() -> io.BytesIO:
        raise LookupError

    with pytest.raises(LookupError):
        write_archive(io.BytesIO(), [Part("a.pdf", broken)], ABOUT)
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OSError, match="space"):
        write_archive(full, parts(), ABOUT)


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a/../x", "C:x", "a\\b", "a/b/c", "", ".x", "a//b", "é", "a\n", "x" * 200,
     "manifeste.json", "LISEZ-MOI.txt", "lisez-moi.TXT"],
)  # fmt: skip
def test_no_unsafe_name_is_written(name: str) -> None:
    """A name that would leave the folder, or that comes twice, is a mistake of the program."""
    with pytest.raises(ValueError, match="name"):
        write_archive(io.BytesIO(), [part(name, b"x")], ABOUT)


def test_another_reader_finds_the_same_digests(tmp_path: Path) -> None:
    """The list is plain JSON: the digests are those of `sha256sum`."""
    place = tmp_path / "copie.zip"
    place.write_bytes(honest())
    with zipfile.ZipFile(place) as archive:
        archive.extractall(tmp_path)

    listed = verify_archive(place).parts
    lines = "".join(f"{line.sha256}  {line.name}\n" for line in listed)
    subprocess.run(
        ["/usr/bin/env", "sha256sum", "--check", "--quiet"],
        input=lines.encode(),
        check=True,
        cwd=tmp_path,
        env={"PATH": os.defpath},
    )
