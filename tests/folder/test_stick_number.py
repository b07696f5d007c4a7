"""The number that tells one USB key from another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ensdesk.folder import places, stick_number

LINES = (
    "36 26 8:17 / /media/jeanne/BLEUE rw,nosuid shared:1 - vfat {disks}/sdb1 rw",
    "37 26 8:33 / /media/jeanne/GRISE rw,nosuid shared:1 - ntfs {disks}/sdc1 rw",
    "38 26 8:49 / /media/jeanne/VERTE rw,nosuid shared:1 - exfat {disks}/sdd1 rw",
)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three keys; the system gives a number to two of them."""
    disks, numbers = Path("/dev/ensdesk-test"), tmp_path / "by-uuid"
    numbers.mkdir()
    (numbers / "1A2B-3C4D").symlink_to(disks / "sdb1")
    (numbers / "5E6F7A8B9C0D1E2F").symlink_to(disks / "sdc1")
    lines = "\n".join(LINES).format(disks=disks)
    (tmp_path / "mountinfo").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mountinfo")
    monkeypatch.setattr(stick_number, "_BY_NUMBER", numbers)
    monkeypatch.setattr(stick_number.sys, "platform", "linux")
    return Path("/media/jeanne")


@pytest.mark.parametrize(
    ("name", "number"), [("BLEUE", "1a2b3c4d"), ("GRISE", "9c0d1e2f"), ("VERTE", ""), ("ROSE", "")]
)
def test_a_key_has_the_number_of_its_file_system(keys: Path, name: str, number: str) -> None:
    """Its last eight digits; nothing for a key without one, or that is no disk."""
    assert stick_number.stick_number(keys / name) == number


def test_a_system_that_has_no_such_list_says_nothing(keys: Path, monkeypatch) -> None:
    """Then nobody can tell, and nothing breaks."""
    monkeypatch.setattr(stick_number, "_BY_NUMBER", keys / "nowhere")
    assert stick_number.stick_number(keys / "BLEUE") == ""
