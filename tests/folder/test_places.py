"""Places that the Internet copies unasked."""

import pytest

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
