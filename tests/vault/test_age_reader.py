"""Any place of an age file is read in clear, and every damage is noticed."""

import io
import os

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault import age_reader
from ensdesk.vault.age_reader import AgeReader, DamagedAge

BLOCK = 64 * 1024
IDENTITY = pyrage.x25519.Identity.generate()
OTHER = pyrage.x25519.Identity.generate()
SIZES = [0, 1, 15, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK - 7]


def closed(clear: bytes, *others: pyrage.x25519.Identity) -> bytes:
    """Return the age file that the library writes."""
    out = io.BytesIO()
    everybody = [other.to_public() for other in (*others, IDENTITY)]
    pyrage.encrypt_io(io.BytesIO(clear), out, everybody)
    return out.getvalue()


def clear_of(size: int) -> bytes:
    return bytes(place % 251 for place in range(size))


def reader_of(raw: bytes) -> AgeReader:
    return AgeReader(io.BytesIO(raw), str(IDENTITY))


def read_all(raw: bytes) -> bytes:
    with reader_of(raw) as reader:
        assert [*reader.prove()][-1] == reader.size
        return reader.read()


@pytest.mark.parametrize("size", SIZES)
def test_it_reads_what_the_library_wrote(size: int) -> None:
    """Every length, the block boundaries above all."""
    assert read_all(closed(clear_of(size))) == clear_of(size)


def test_it_finds_its_own_among_others() -> None:
    """A file for several people opens for each of them."""
    assert read_all(closed(b"for both", OTHER)) == b"for both"
    with pytest.raises(DamagedAge):
        AgeReader(io.BytesIO(closed(b"not for me")), str(OTHER))


CLEAR = clear_of(3 * BLOCK - 7)
CLOSED = closed(CLEAR)


@given(st.integers(0, 3 * BLOCK), st.integers(0, BLOCK + 5))
def test_any_place_is_read(place: int, count: int) -> None:
    """A ZIP is read from its end: no byte before is needed."""
    with reader_of(CLOSED) as reader:
        assert reader.seek(place) == reader.tell() == place
        assert io.BufferedReader(reader).read(count) == CLEAR[place : place + count]


def test_it_moves_like_any_file() -> None:
    """From the start, from here, from the end; never before the start."""
    with reader_of(CLOSED) as reader:
        assert reader.readable()
        assert reader.seekable()
        assert reader.seek(-3, os.SEEK_END) == len(CLEAR) - 3
        assert reader.read(10) == CLEAR[-3:]
        assert reader.read(10) == b""
        reader.seek(5)
        assert reader.seek(2, os.SEEK_CUR) == 7
        with pytest.raises(OSError, match="start"):
            reader.seek(-1)


@pytest.mark.parametrize("size", [0, 10, BLOCK, BLOCK + 10])
def test_each_changed_byte_is_noticed(size: int) -> None:
    """In the head, in the proof of the head, in every block."""
    raw = closed(clear_of(size))
    for place in [*range(0, 400, 3), *range(400, len(raw), 5003), len(raw) - 1]:
        if place < len(raw):
            damaged = bytearray(raw)
            damaged[place] ^= 1
            with pytest.raises(DamagedAge):
                read_all(bytes(damaged))


@pytest.mark.parametrize("size", [0, 10, BLOCK, 2 * BLOCK, 2 * BLOCK + 10])
def test_a_shorter_or_longer_file_is_noticed(size: int) -> None:
    """Cut anywhere, also between two blocks, or grown."""
    raw = closed(clear_of(size))
    closed_block = BLOCK + 16
    for end in (0, 20, 100, len(raw) // 2, len(raw) - closed_block, len(raw) - 16, len(raw) - 1):
        with pytest.raises(DamagedAge):
            read_all(raw[: max(0, end)])
    for more in (b"\0", bytes(16), bytes(closed_block)):
        with pytest.raises(DamagedAge):
            read_all(raw + more)


@pytest.mark.parametrize(
    "raw",
    [
        b"age-encryption.org/v2\n--- AAAA\n",
        b"age-encryption.org/v1\n" + b"x\n" * 1000,
        b"age-encryption.org/v1\n-> X25519\n--- AAAA\n",
        b"age-encryption.org/v1\n-> X25519 !!!\nAAAA\n--- AAAA\n",
        b"age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n",
        b"age-encryption.org/v1\n--- A\n",
    ],
)
def test_another_head_is_refused(raw: bytes) -> None:
    """A file of another sort, or one made to keep us busy."""
    with pytest.raises(DamagedAge):
        reader_of(raw)


@pytest.mark.parametrize(
    "identity",
    ["", "1", "AGE-SECRET-KEY-1", str(IDENTITY)[:-1], str(IDENTITY)[:-1] + "b", str(OTHER)[4:]],
    ids=["empty", "one", "no key", "cut", "one letter", "no head"],  # the keys change each time
)
def test_an_identity_with_a_slip_is_refused(identity: str) -> None:
    """The check at its end is looked at."""
    with pytest.raises(DamagedAge):
        AgeReader(io.BytesIO(CLOSED), identity)


def test_identities_are_read_in_small_letters_too() -> None:
    """As Bech32 allows."""
    assert age_reader._private_of(str(IDENTITY).lower() + "\n").private_bytes_raw()
