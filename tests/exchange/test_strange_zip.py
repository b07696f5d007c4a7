"""A ZIP from elsewhere: its files, or why they are left; bombs and tricks read nothing."""

from __future__ import annotations

import io
import zipfile

import pytest

from ensdesk.exchange.strange_zip import CrowdedZip, entries_in
from ensdesk.exchange.zip_rules import WickedZip


def zip_of(files: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of these names and bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packed) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return held.getvalue()


def seen(raw: bytes) -> dict[str, str]:
    """Return the names, and why each is left."""
    with entries_in(io.BytesIO(raw), len(raw)) as entries:
        return {entry.place: entry.why for entry in entries}


def test_what_lies_in_folders_is_read():
    """Whatever the folder; twice, when it is asked to begin again."""
    raw = zip_of({"Mes docs/2024/sang.pdf": b"bytes" * 999, "Mes docs/": b""})
    with entries_in(io.BytesIO(raw), len(raw)) as entries:
        (entry,) = entries
        assert (entry.name, entry.size, entry.why) == ("sang.pdf", 4995, "")
        with entry.open() as stream:
            assert stream.read(5) == b"bytes"
            stream.seek(0)
            assert stream.read() == b"bytes" * 999


@pytest.mark.parametrize("name", ["../../a.pdf", "/etc/a.pdf", "C:/a.pdf", "x\\..\\..\\a.pdf"])
def test_a_name_that_would_leave_is_left(name):
    """Nothing is unpacked to a place anyway; it is told."""
    assert list(seen(zip_of({name: b"x"})).values()) == ["its name tries to leave the ZIP"]


def test_an_entry_without_a_name_is_left():
    """Found by chance: its name begins with the sign that ends names."""
    raw = zip_of({"a.pdf": b"x", "b.pdf": b"x"}).replace(b"b.pdf", b"\0.pdf")
    assert list(seen(raw)) == ["a.pdf", ""]
    assert seen(raw)[""]


def test_a_link_is_left():
    """It would show a file of the computer, if anybody followed it."""
    info = zipfile.ZipInfo("a.pdf")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert seen(held.getvalue()) == {"a.pdf": "it only points to another place"}


def test_a_closed_one_is_left():
    """The bit that says « encrypted », in the table of contents."""
    raw = bytearray(zip_of({"a.pdf": b"x" * 50}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert seen(bytes(raw)) == {"a.pdf": "it is closed by a secret"}


def test_a_bomb_is_left_without_being_read():
    """Fifty megabytes of nothing in fifty kilobytes."""
    assert seen(zip_of({"a.pdf": bytes(50 << 20)})) == {"a.pdf": "it would unfold without measure"}


def test_unknown_packing_is_left():
    """Only what the standard library unpacks in a known measure."""
    assert seen(zip_of({"a.pdf": b"x" * 99}, zipfile.ZIP_LZMA)) == {
        "a.pdf": "it is packed in an unknown way"
    }


def test_entries_over_each_other_are_refused():
    """The table of contents names the same bytes again and again."""
    raw = zip_of({"a.pdf": bytes(range(256)) * 99, "b.pdf": b"y"}, zipfile.ZIP_STORED)
    at = raw.index(b"PK\x01\x02")
    line = raw[at : raw.index(b"PK\x01\x02", at + 4)]
    end = bytearray(raw[raw.index(b"PK\x05\x06") :])
    count = 40
    end[8:12] = count.to_bytes(2, "little") * 2
    end[12:16] = (len(line) * count).to_bytes(4, "little")
    with pytest.raises(WickedZip):
        seen(raw[:at] + line * count + bytes(end))


@pytest.mark.parametrize("count", [6_000, 100_000])
def test_a_crowd_is_refused(count):
    """Before each of them costs memory."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.pdf", b"")
    with pytest.raises(CrowdedZip):
        seen(held.getvalue())


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 nothing", b"%PDF-1.7"])
def test_what_is_no_zip_is_refused(raw):
    """Whatever its name says."""
    with pytest.raises(WickedZip):
        seen(raw)


def test_damaged_bytes_are_an_error_of_the_file():
    """Its digest is that of the ZIP."""
    raw = zip_of({"a.pdf": b"hello hello"}, zipfile.ZIP_STORED).replace(b"hello", b"jello", 1)
    with entries_in(io.BytesIO(raw), len(raw)) as (entry,):
        stream = entry.open()
        with pytest.raises(OSError):
            stream.read()


def test_a_name_of_an_old_program_is_read():
    """Windows in France wrote code page 850, without saying so."""
    raw = zip_of({"r_s.pdf": b"x"}).replace(b"r_s", "rés".encode("cp850"))
    assert list(seen(raw)) == ["rés.pdf"]
