"""A ZIP is written as it is read, and read at any place."""

import io
import os
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.stored_zip import (
    DamagedZip,
    Pulled,
    Window,
    new_entry,
    stored_part,
    stored_zip,
    zip_stream,
)


@given(st.dictionaries(st.text("abcé/.", min_size=1), st.binary(max_size=100), max_size=4))
def test_a_streamed_zip_is_a_zip(parts: dict[str, bytes]) -> None:
    """Any program opens it; it says nothing but names and contents."""
    streams = [(name, io.BytesIO(raw)) for name, raw in parts.items()]
    whole = io.BytesIO(b"".join(zip_stream(streams)))
    with zipfile.ZipFile(whole) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())


def test_progress_is_told() -> None:
    """In clear bytes, over all parts."""
    told: list[int] = []
    parts = [("a", io.BytesIO(bytes(3 << 20))), ("b", io.BytesIO(b"12345"))]
    for _piece in zip_stream(parts, told.append):
        pass
    assert told == [1 << 20, 2 << 20, 3 << 20, (3 << 20) + 5]


def test_pieces_are_pulled_when_they_are_read() -> None:
    """Nothing is made before somebody reads, and a failure is remembered."""

    def pieces() -> Iterator[bytes]:
        yield b"abc"
        yield b""
        yield b"de"
        raise KeyError

    pulled = Pulled(pieces())
    assert [pulled.read(2), pulled.read(2), pulled.read(9)] == [b"ab", b"c", b"de"]
    with pytest.raises(KeyError):
        pulled.read(1)
    assert isinstance(pulled.failure, KeyError)
    assert Pulled(iter([])).read(5) == b""


def test_a_window_shows_a_part_of_a_file() -> None:
    """Never more, wherever one moves."""
    window = Window(io.BytesIO(b"before-inside-after"), 7, 6)
    assert window.readable()
    assert window.seekable()
    assert window.read() == b"inside"
    assert (window.seek(-2, os.SEEK_END), window.read(9)) == (4, b"de")
    assert (window.seek(0), window.seek(1, os.SEEK_CUR), window.tell()) == (0, 1, 1)
    assert (window.seek(-5), window.seek(99), window.read(1)) == (0, 99, b"")


def archive_of(*entries: tuple[zipfile.ZipInfo | str, bytes], packing: int = 0) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for entry, raw in entries:
            archive.writestr(entry, raw)
    return out


def test_an_entry_is_found_in_its_place() -> None:
    """Without reading what lies before it."""
    out = archive_of((new_entry("a"), b"first"), (new_entry("é"), b"second"))
    with stored_zip(out) as (_archive, entries):
        assert stored_part(out, entries["é"]).read() == b"second"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_other_zips_are_refused() -> None:
    """No ZIP, packed entries, a name twice, a place beyond the end."""
    for out in (
        io.BytesIO(b"no"),
        archive_of(("a", b"x" * 99), packing=8),
        archive_of(("a", b"1"), ("a", b"2")),
    ):
        with pytest.raises(DamagedZip), stored_zip(out):
            pass
    info = zipfile.ZipInfo("a")
    info.header_offset = 99
    with pytest.raises(DamagedZip):
        stored_part(io.BytesIO(b"short"), info)
