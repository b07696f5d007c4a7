"""A place that stops answering: a key is plugged in again, a disk that fails is looked at."""

from ensdesk.folder import key_gone
from ensdesk.folder.key_gone import KeyGone, gone_from
from ensdesk.vault.storage_trouble import DiskFailing, PlaceGone


def test_a_disk_that_is_there_and_fails_is_no_key(tmp_path, monkeypatch):
    """« Rebranchez la clé » alone would send the person looking for nothing."""
    monkeypatch.setattr(key_gone, "sticks", lambda: ())
    assert type(gone_from(tmp_path, DiskFailing())) is DiskFailing


def test_a_key_that_fails_or_went_is_a_key(tmp_path, monkeypatch):
    """Pulled out in the middle of a write it still stands there for a while."""
    monkeypatch.setattr(key_gone, "sticks", lambda: (tmp_path,))
    assert type(gone_from(tmp_path / "in", DiskFailing())) is KeyGone
    monkeypatch.setattr(key_gone, "sticks", lambda: ())
    assert type(gone_from(tmp_path / "gone", DiskFailing())) is KeyGone
    assert type(gone_from(tmp_path, PlaceGone())) is KeyGone
