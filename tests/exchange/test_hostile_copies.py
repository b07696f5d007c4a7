"""Copies that were damaged, or made to do harm, are refused with one sentence."""

from __future__ import annotations

import io
import json
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ensdesk.exchange.archive import (
    ClosedCopy,
    DamagedCopy,
    NewerCopy,
    NotACopy,
    read_archive,
    verify_archive,
)
from tests.exchange.copies import contents_of, honest, with_manifest, zipped

_NAMED = {"LISEZ-MOI.txt": b"x", "dossier.json": b"{}"}


def read_whole(raw: bytes) -> None:
    """Open a copy and read every part of it."""
    with read_archive(io.BytesIO(raw)) as copy:
        for line in copy.manifest.parts:
            copy.open(line.name).read()


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK", b"%PDF-1.7", bytes(5000), zipped({"word/document.xml": b"x"})],
    ids=["nothing", "two bytes", "a PDF", "zeros", "a text"],
)
def test_other_files_are_not_copies(raw: bytes) -> None:
    """They are told from damaged copies."""
    with pytest.raises(NotACopy):
        read_archive(io.BytesIO(raw))


def test_a_copy_closed_by_words_is_told_as_such() -> None:
    """So that the page asks for the words."""
    with pytest.raises(ClosedCopy):
        read_archive(io.BytesIO(zipped({"LISEZ-MOI.txt": b"", "cle.age": b"", "copie.age": b""})))


def test_a_copy_of_a_newer_ensdesk() -> None:
    """It is told as such, whatever else changed in it."""
    named = with_manifest(_NAMED, format=2, parts="something new")
    with pytest.raises(NewerCopy):
        read_archive(io.BytesIO(zipped({**named, "new/folder/here": b""})))


@pytest.mark.parametrize(
    "named",
    [
        with_manifest({**_NAMED, "../../evil": b"x"}),
        with_manifest({**_NAMED, "/etc/evil": b"x"}),
        with_manifest({**_NAMED, "papiers/../../evil": b"x"}),
        with_manifest({**_NAMED, "C:\\evil": b"x"}),
        with_manifest({**_NAMED, "con\u0000.pdf": b"x"}),
        with_manifest({**_NAMED, "papiers/": b""}),
        {**with_manifest(_NAMED), "added.pdf": b"x"},
        {**with_manifest({**_NAMED, "papiers/001.pdf": b"x"}), "papiers/001.pdf": b"xx"},
        {k: v for k, v in with_manifest(_NAMED).items() if k != "dossier.json"},
        with_manifest({**_NAMED, "Dossier.json": b"x"}),
        with_manifest(_NAMED, parts=[]),
        with_manifest(_NAMED, parts=[{}]),
        with_manifest(_NAMED, parts=[{"name": "a", "size": -1, "sha256": "0" * 64}]),
        with_manifest(_NAMED, parts=[{"name": "a", "size": True, "sha256": "0" * 64}]),
        with_manifest(_NAMED, parts=[{"name": "a", "size": 1, "sha256": "zz"}]),
        with_manifest(_NAMED, format="1"),
        with_manifest(_NAMED, format=0),
        with_manifest(_NAMED, made="yesterday"),
        with_manifest(_NAMED, **{"for": 12}),
        with_manifest(_NAMED, why="x" * 5000),
        {**_NAMED, "manifeste.json": b"[" * 100_000},
        {**_NAMED, "manifeste.json": b"\xff\xfe"},
    ],
)
def test_a_copy_that_ensdesk_would_not_have_written(named: dict[str, bytes]) -> None:
    """Names that leave the folder, parts that are added, missing or changed, lists of nonsense."""
    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(zipped(named)))


def _symlink(info: zipfile.ZipInfo) -> None:
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


def _folder(info: zipfile.ZipInfo) -> None:
    info.external_attr = (stat.S_IFDIR | 0o777) << 16


def _unusual(info: zipfile.ZipInfo) -> None:
    info.compress_type = zipfile.ZIP_BZIP2


@pytest.mark.parametrize("change", [_symlink, _folder, _unusual])
def test_entries_that_are_not_plain(change: Callable[[zipfile.ZipInfo], None]) -> None:
    """Links, folders, and ways of packing that ensdesk does not use."""
    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(zipped(with_manifest(_NAMED), change)))


def test_an_entry_closed_by_a_password() -> None:
    """The flag of a closed entry is refused."""
    raw = bytearray(zipped(with_manifest(_NAMED)))
    for start in (i for i in range(len(raw)) if raw[i : i + 4] == b"PK\x01\x02"):
        raw[start + 8] |= 1

    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(bytes(raw)))


def test_the_same_name_twice() -> None:
    """A reader could see the one and a person the other."""
    named = with_manifest(_NAMED)
    out = io.BytesIO(zipped(named))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("dossier.json", b"{}")

    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(out.getvalue()))


def test_a_bomb() -> None:
    """50 MB packed into 50 KB are refused before they are unpacked."""
    named = with_manifest({**_NAMED, "papiers/001.bmp": bytes(50_000_000)})

    def pack(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_DEFLATED

    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(zipped(named, pack)))


def test_more_parts_than_a_folder_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of parts is bounded."""
    monkeypatch.setattr("ensdesk.exchange.zip_rules.MOST_PARTS", 2)
    named = with_manifest({**_NAMED, "papiers/001.pdf": b""})

    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(zipped(named)))


def test_a_table_of_contents_that_would_fill_the_memory() -> None:
    """One that says it is 3 GB long is not read."""
    raw = bytearray(honest())
    end = raw.rfind(b"PK\x05\x06")
    raw[end + 12 : end + 16] = (3 << 30).to_bytes(4, "little")

    with pytest.raises((DamagedCopy, NotACopy)):
        read_archive(io.BytesIO(bytes(raw)))


def test_a_changed_part_is_found_at_its_end(tmp_path: Path) -> None:
    """Also when the ZIP itself is sound and the size is the same."""
    named = contents_of(honest())
    named["papiers/002.jpg"] = b"!" + named["papiers/002.jpg"][1:]
    place = tmp_path / "copie.zip"
    place.write_bytes(zipped(named))

    with read_archive(place) as copy:
        part = copy.open("papiers/002.jpg")
        assert part.read(100)
        with pytest.raises(DamagedCopy):
            part.read()
    with pytest.raises(DamagedCopy):
        verify_archive(place)


def test_records_that_are_missing_or_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy without records, or with more than fits, is damaged."""
    only_words = zipped(with_manifest({"LISEZ-MOI.txt": b"x"}))
    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(only_words)).records_json()

    monkeypatch.setattr("ensdesk.exchange.archive.MOST_RECORDS_BYTES", 3)
    with pytest.raises(DamagedCopy):
        read_archive(io.BytesIO(honest())).records_json()


def test_a_copy_cut_anywhere() -> None:
    """A key pulled out too early leaves a beginning, which is refused."""
    whole = honest()
    for size in range(4, len(whole), 997):
        with pytest.raises(DamagedCopy):
            read_whole(whole[:size])


def test_a_byte_changed_anywhere() -> None:
    """A thousand damages: refused, or without effect; never another error, never other contents."""
    whole, chance = honest(), random.Random(7)  # noqa: S311  # the same damages each time
    expected = contents_of(whole)
    for _ in range(1000):
        harmed = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        try:
            with read_archive(io.BytesIO(bytes(harmed))) as copy:
                found = {n.name: copy.open(n.name).read() for n in copy.manifest.parts}
                named = json.loads(expected["manifeste.json"])["parts"]
                assert [n.sha256 for n in copy.manifest.parts] == [n["sha256"] for n in named]
        except (DamagedCopy, NotACopy, NewerCopy):
            continue
        assert found == {name: expected[name] for name in found}


def test_the_trouble_of_the_place_goes_through(tmp_path: Path) -> None:
    """A place that is not there is not a damaged copy."""
    with pytest.raises(FileNotFoundError):
        read_archive(tmp_path / "nothing.zip")
