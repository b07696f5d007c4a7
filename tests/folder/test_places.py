"""Places that the Internet copies unasked."""

import pytest

from ensdesk.folder import places
from ensdesk.folder.places import cloud_of, default_place


@pytest.mark.parametrize(
    ("below", "owner"),
    [
        ("OneDrive/Santé", "OneDrive"),
        ("OneDrive - Mairie/x", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive/Mon Drive", "Google Drive"),
        ("Nextcloud/a/b", "Nextcloud"),
        ("Library/CloudStorage/Box-Box/a", "Box"),
    ],
)
def test_a_cloud_is_known_by_its_name(tmp_path, below, owner):
    """The usual names are enough, whatever lies below."""
    assert cloud_of(tmp_path / below) == owner


def test_a_renamed_cloud_is_known_by_its_marker(tmp_path):
    """The services leave marker files."""
    (tmp_path / "Mes affaires").mkdir()
    (tmp_path / "Mes affaires" / ".dropbox.cache").mkdir()
    assert cloud_of(tmp_path / "Mes affaires" / "copie.zip") == "Dropbox"


def test_a_plain_place_is_nobody_s(tmp_path):
    """A folder named after a drop of a box is no cloud."""
    assert cloud_of(tmp_path / "dropboxes") is None


def test_the_usual_place_is_not_among_documents(monkeypatch, tmp_path):
    """Documents and the desktop are often copied to a cloud; no person's name is in the path."""
    place = default_place()
    assert not {"Documents", "Desktop", "Bureau"} & set(place.parts)
    assert place.name == "Dossier ensdesk"


def test_a_key_is_a_mounted_disk_whatever_its_name(tmp_path, monkeypatch):
    """Spaces and accents stay; shares, file systems in memory and other places are no keys."""
    lines = (
        "36 26 8:17 / /media/jeanne/CLÉ\\040BLEUE rw,nosuid shared:1 - vfat /dev/sdb1 rw",
        "37 26 0:60 / /mnt/mairie rw - cifs //serveur/commun rw",
        "38 26 0:61 / /mnt/memoire rw - tmpfs tmpfs rw",
        "39 26 8:1 / /home rw - ext4 /dev/sda1 rw",
    )
    (tmp_path / "mountinfo").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mountinfo")
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert [str(key) for key in places.sticks()] == ["/media/jeanne/CLÉ BLEUE"]
