"""The texts of a double: read as written, refused when damaged, and which states stay."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.vault.canonical import canonical
from ensdesk.vault.double_layout import (
    MANIFEST,
    MARKER,
    Double,
    Manifest,
    Mark,
    Proof,
    Snapshot,
    _text,
    double_at,
    doubles_in,
    manifest_text,
    new_marker,
    to_keep,
)
from ensdesk.vault.header import NewerFolder

FOLDER = "f" * 32
PROOF = Proof(3, "a" * 64)
MANIFEST_1 = Manifest(
    folder_id=FOLDER,
    number=1,
    made="2026-11-23T08:30:00Z",
    mark=Mark("c" * 32, 7, "b" * 64),
    files=dict.fromkeys(("header.a", "header.b", "main-3.db", "private-1.db"), PROOF),
    papers={"d" * 32: PROOF},
    missing=("e" * 32,),
)


def a_double(place: Path, *numbers: int) -> Double:
    """Lay a double with whole states of these numbers."""
    place.mkdir()
    fresh, text = new_marker(FOLDER)
    (place / MARKER).write_bytes(text)
    for number in numbers:
        directory = place / f"snapshot-{number}"
        directory.mkdir()
        (directory / MANIFEST).write_bytes(manifest_text(replace(MANIFEST_1, number=number)))
    return Double(place, fresh, FOLDER)


def test_a_double_gives_back_what_was_written(tmp_path: Path) -> None:
    """Marker and manifest, the latest state first; what is on its way does not count."""
    double = a_double(tmp_path / "Double ensdesk", 1, 2, 10)
    (double.path / "snapshot-11.part").mkdir()
    assert double_at(double.path) == double
    assert [each.number for each in double.snapshots()] == [10, 2, 1]
    assert double.snapshots()[2].manifest == MANIFEST_1
    assert MANIFEST_1.named == {"d" * 32, "e" * 32}


def test_doubles_are_found_beside_each_other(tmp_path: Path) -> None:
    """By the key that holds them, or by their own place; other things are passed over."""
    one = a_double(tmp_path / "Double ensdesk")
    two = a_double(tmp_path / "Double ensdesk 2")
    (tmp_path / "Double ensdesk 3").mkdir()
    assert doubles_in(tmp_path) == (one, two)
    assert doubles_in(one.path) == (one,)
    assert doubles_in(tmp_path / "nowhere") == ()


def test_a_key_that_fails_has_no_doubles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is passed over while others are looked at."""

    glob = Path.glob

    def failing(place: Path, pattern: str) -> Iterator[Path]:
        if pattern.startswith("Double"):
            raise OSError
        return glob(place, pattern)

    monkeypatch.setattr(Path, "glob", failing)
    assert doubles_in(tmp_path / "gone") == ()


def test_a_lost_marker_is_replaced_by_any_state(tmp_path: Path) -> None:
    """Whose double it is stands in each manifest too; only its id is lost."""
    double = a_double(tmp_path / "Double ensdesk", 1)
    (double.path / MARKER).write_bytes(b"")
    assert double_at(double.path) == Double(double.path, "", FOLDER)


@pytest.mark.parametrize("at", [0, 5, -2, -70])
def test_a_damaged_text_is_refused(tmp_path: Path, at: int) -> None:
    """One turned bit anywhere: the state is there and cannot be used."""
    double = a_double(tmp_path / "Double ensdesk", 1)
    text = bytearray((double.path / "snapshot-1" / MANIFEST).read_bytes())
    text[at] ^= 1
    (double.path / "snapshot-1" / MANIFEST).write_bytes(text)
    (state,) = double.snapshots()
    assert state.manifest is None


def changed(**members: object) -> bytes:
    written = json.loads(manifest_text(MANIFEST_1).split(b"\n")[0])
    return _text({**written, **members})


@pytest.mark.parametrize(
    "text",
    [
        changed(number=2),
        changed(folder="0" * 32),
        changed(number=True),
        changed(number=-1),
        changed(double=2),
        changed(made="hier"),
        changed(papers=[["../../etc/passwd", 3, "a" * 64]]),
        changed(papers=[["d" * 32, "3", "a" * 64]]),
        changed(papers=[["d" * 32, 3]]),
        changed(missing=[7]),
        changed(files={"header.a": [3, "a" * 64]}),
        changed(files={"/etc/passwd": [3, "a" * 64]}),
        changed(files=7),
        _text({}),
        b"[]\n" + b"x\n",
        canonical([]) + b"\n",
        b"",
    ],
)
def test_a_manifest_of_a_stranger_is_refused(tmp_path: Path, text: bytes) -> None:
    """Right by its digest, and still not of this double: no name of it is ever followed."""
    double = a_double(tmp_path / "Double ensdesk", 1)
    (double.path / "snapshot-1" / MANIFEST).write_bytes(text)
    assert double.snapshots()[0].manifest is None


def test_a_double_of_a_later_program_is_told(tmp_path: Path) -> None:
    """Nothing is written into it, nothing guessed."""
    (tmp_path / MARKER).write_bytes(_text({"double": 2}))
    with pytest.raises(NewerFolder):
        double_at(tmp_path)


def test_a_marker_without_a_folder_is_none(tmp_path: Path) -> None:
    """Right by its digest, but not ours."""
    (tmp_path / MARKER).write_bytes(_text({"double": 1}))
    assert double_at(tmp_path) is None


def states(*made: str) -> list[Snapshot]:
    """States made in these months; a damaged one where there is none."""
    return [
        Snapshot(
            Path(f"snapshot-{number}"),
            number,
            replace(MANIFEST_1, number=number, made=f"{month}-01T00:00:00Z") if month else None,
        )
        for number, month in enumerate(made, 1)
    ]


def test_the_last_three_and_one_for_each_of_three_months_stay() -> None:
    """Of those before the last three the latest of a month."""
    months = ["2026-05", "2026-06", "2026-07", "2026-07", "2026-08", "2026-09", "2026-09"]
    assert to_keep(states(*months[:3])) == {1, 2, 3}
    assert to_keep(states(*months)) == {7, 6, 5, 4, 2, 1}
    assert to_keep(states("2026-01", *months)) == {8, 7, 6, 5, 3, 2}


def test_a_damaged_state_stays_until_three_whole_ones_are_later() -> None:
    """Somebody may still read it by hand."""
    assert to_keep(states("", "2026-01", "2026-02")) == {1, 2, 3}
    assert to_keep(states("", "2026-01", "2026-02", "2026-03")) == {2, 3, 4}
    assert to_keep(states("2026-01", "2026-02", "2026-03", "")) == {1, 2, 3, 4}
