"""The header's 64 KiB say one thing, or nothing at all."""

import hashlib
import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.canonical import JSON, canonical
from ensdesk.vault.header_bytes import (
    SIZE,
    Header,
    HeaderFull,
    NewerFolder,
    NotAHeader,
    Slot,
    decode,
    encode,
    unframe,
)

SLOT = Slot(
    id="0123456789abcdef", type="sheet", role="holder", public=b"p" * 32, box=b"box", wrap={}
)
HEADER = Header(
    folder_id="0" * 32,
    verify=b"v" * 32,
    files={"main": "main-1.db", "private": "private-1.db"},
    key_versions={"main": 1, "private": 1},
    slots=(SLOT,),
    counter=7,
)


def framed(top: object, body: bytes | None = None) -> bytes:
    """Return a header with a right checksum around any value."""
    text = canonical(top) if body is None else body
    raw = (b"ensdesk\n" + struct.pack("<QI", 1, len(text)) + text).ljust(SIZE - 32, b"\0")
    return raw + hashlib.sha256(raw).digest()


def written() -> JSON:
    """Return the values of a good header, to be spoiled."""
    wraps = {SLOT.id: {"kdf": {}}}
    return {"signed": HEADER.signed(), "signature": "A" * 86 + "==", "wraps": wraps}


def test_it_comes_back_as_it_was() -> None:
    """What is written is read."""
    assert len(encode(HEADER)) == SIZE
    assert decode(encode(HEADER)) == HEADER
    assert decode(encode(HEADER)).file_names == ("main-1.db", "private-1.db")


names = st.text(st.characters(codec="ascii", min_codepoint=97, max_codepoint=122), min_size=13)
unknown = st.dictionaries(names, st.integers() | st.lists(st.text()), max_size=3)


@given(unknown, unknown, unknown, unknown)
def test_what_a_newer_version_added_is_written_back(
    top: JSON, signed: JSON, slot: JSON, wrap: JSON
) -> None:
    """Fields that this version does not know are carried along at every place."""
    newer = Slot(
        id=SLOT.id, type="iris", role="friend", public=SLOT.public, box=b"", wrap=wrap, unknown=slot
    )
    header = replace(HEADER, slots=(newer,), unknown=top, signed_unknown=signed, format=2)
    raw = encode(header)
    assert encode(decode(raw)) == raw
    assert decode(raw) == header


def test_a_header_for_newer_readers_says_so() -> None:
    """It is recognised before anything else in it is understood."""
    top = {"signed": {"min_reader": 2}, "what": "comes later"}
    with pytest.raises(NewerFolder):
        decode(framed(top))


def test_each_changed_byte_is_noticed() -> None:
    """The checksum covers every byte: a sample of the 65,536, and all of the first 1,200."""
    raw = encode(HEADER)
    for place in [*range(1200), *range(1200, SIZE, 97), SIZE - 1]:
        damaged = bytearray(raw)
        damaged[place] ^= 0x10
        with pytest.raises(NotAHeader):
            unframe(bytes(damaged))


@pytest.mark.parametrize("raw", [b"", b"ensdesk\n", encode(HEADER)[:-1], encode(HEADER) + b"\0"])
def test_another_size_is_no_header(raw: bytes) -> None:
    """A header is 64 KiB, no more and no less."""
    with pytest.raises(NotAHeader):
        decode(raw)


def test_a_length_beyond_the_room_is_refused() -> None:
    """The frame does not lie about its content."""
    raw = (b"ensdesk\n" + struct.pack("<QI", 1, SIZE)).ljust(SIZE - 32, b"\0")
    with pytest.raises(NotAHeader):
        decode(raw + hashlib.sha256(raw).digest())


SPOILED: list[tuple[str, object]] = [
    ("signed", None),
    ("signed", []),
    ("signature", "AAAA"),
    ("signature", 5),
    ("wraps", {}),
    ("wraps", []),
    ("wraps", {SLOT.id: 5}),
    ("wraps", {SLOT.id: {}, "fedcba9876543210": {}}),
]
SPOILED_SIGNED: list[tuple[str, object]] = [
    ("min_reader", None),
    ("min_reader", True),
    ("min_reader", -1),
    ("format", "1"),
    ("generation", 2**53),
    ("folder", "0" * 31),
    ("folder", "G" * 32),
    ("verify", ""),
    ("files", {"main": "main-1.db"}),
    ("files", {"main": "../main-1.db", "private": "private-1.db"}),
    ("files", {"main": "main-1.db\n", "private": "private-1.db"}),
    ("key_versions", {"main": "1"}),
    ("slots", {}),
    ("slots", [5]),
    ("slots", [SLOT.signed(), SLOT.signed()]),
    ("slots", [{**SLOT.signed(), "id": "x"}]),
    ("slots", [{**SLOT.signed(), "type": "Words"}]),
    ("slots", [{**SLOT.signed(), "role": ""}]),
    ("slots", [{**SLOT.signed(), "public": "AAAA"}]),
]


@pytest.mark.parametrize(("name", "value"), SPOILED)
def test_values_of_another_form_are_refused(name: str, value: object) -> None:
    """Nothing is guessed from a header that only looks like one."""
    with pytest.raises(NotAHeader):
        decode(framed({**written(), name: value}))


@pytest.mark.parametrize(("name", "value"), SPOILED_SIGNED)
def test_signed_values_of_another_form_are_refused(name: str, value: object) -> None:
    """A file name never leaves the folder, a key has its length, a number is whole."""
    assert decode(framed(written())).folder_id == "0" * 32
    with pytest.raises(NotAHeader):
        decode(framed({**written(), "signed": {**HEADER.signed(), name: value}}))


@pytest.mark.parametrize("body", [b"", b"5", b"[]", b"{}", b"\xff\xfe", b"[" * 60000])
def test_any_other_text_is_refused(body: bytes) -> None:
    """A right checksum does not make a header."""
    with pytest.raises(NotAHeader):
        decode(framed(None, body))


def test_it_is_full_before_it_overflows() -> None:
    """The person is told, and nothing is cut."""
    with pytest.raises(HeaderFull):
        encode(replace(HEADER, unknown={"long": "x" * SIZE}))


def test_the_ways_that_were_closed_are_signed_and_never_an_empty_list() -> None:
    """A header without any is written as before there were some."""
    closed = replace(HEADER, closed=("f" * 16,))
    assert decode(encode(closed)) == closed
    assert "closed" not in HEADER.signed()
    top = written()
    for wrong in ([], ["x"], "f"):
        with pytest.raises(NotAHeader):
            decode(framed({**top, "signed": {**top["signed"], "closed": wrong}}))
