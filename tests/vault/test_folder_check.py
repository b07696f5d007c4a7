"""Everything is read and proved; what is wrong is told in words."""

from io import BytesIO

import pytest

from ensdesk.vault.document_store import Kept, Stopped
from ensdesk.vault.folder_check import CheckReport
from ensdesk.vault.vault import Vault
from ensdesk.vault.vault_file import FolderDamaged
from tests.vault.drawers import ALLERGY, PAPER, damage, open_vault


@pytest.fixture
def kept(vault: Vault) -> Kept:
    kept = vault.documents.keep(BytesIO(b"papier" * 1000))
    vault.main.papers.add(PAPER.id, kept, media_type="text/plain", original_name="a")
    vault.main.papers.put_texts(PAPER.id, ["mot"])
    vault.main.revisions.write([PAPER, ALLERGY])
    return kept


def words(report: CheckReport) -> list[tuple[str, str | None]]:
    return [(finding.words, finding.record_id) for finding in report.findings]


def test_a_sound_folder_is_well(vault: Vault, kept: Kept) -> None:
    """Everything is counted, and progress reaches the end."""
    seen: list[tuple[int, int]] = []
    report = vault.check(lambda done, whole: seen.append((done, whole)))
    assert report.well
    assert (report.records, report.papers, report.journal_lines) == (2, 1, 2)
    assert report.bytes > kept.age_size
    assert report.strays == ()
    assert seen[-1] == (report.bytes, report.bytes)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.parametrize(
    ("change", "finding", "of_record"),
    [
        ("UPDATE record SET payload = '{}'", "One line of the folder is damaged.", True),
        ("UPDATE revision SET time = ''", "One line of the folder is damaged.", True),
        ("UPDATE journal SET words = 'x'", "The journal was changed or damaged.", False),
        ("UPDATE aside SET value = x'00'", "A page in progress is damaged.", False),
        ("UPDATE page_text SET words = 'x'", "The words of a paper are damaged.", True),
    ],
)
def test_each_damage_is_told(
    vault: Vault, kept: Kept, change: str, finding: str, *, of_record: bool
) -> None:
    """In words, and about which record when there is one."""
    vault.keep_aside("draft", b"abc")
    vault.main.connection.write(change)
    found = words(vault.check())
    assert finding in [words for words, _ in found]
    assert all((record is not None) is of_record for _, record in found)


def test_damaged_and_missing_papers_are_told(vault: Vault, kept: Kept) -> None:
    """By name of their record; bytes that no row names are counted, never removed."""
    stray = vault.documents.keep(BytesIO(b"x"))
    path = vault.documents.path(kept)
    raw = path.read_bytes()
    path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    report = vault.check()
    assert words(report) == [("A paper is damaged.", PAPER.id)]
    assert report.strays == (stray.name,)
    path.unlink()
    assert words(vault.check()) == [("A paper is missing.", PAPER.id)]
    assert vault.documents.path(stray).exists()


def test_every_damaged_page_is_told(vault: Vault, kept: Kept) -> None:
    """Whatever lies on it; the check itself never fails, nor does closing afterwards."""
    vault.close()
    path = vault.main.connection.path
    whole = path.read_bytes()
    told = 0
    for page in range(1, len(whole) // 4096, 3):
        path.write_bytes(whole)
        damage(path, page)
        try:
            again = open_vault(vault.path)
        except FolderDamaged:
            told += 1
            continue
        assert ("A part of this folder is damaged.", None) in words(again.check())
        again.close()
    assert told < 5


def test_a_lagging_index_is_made_again(vault: Vault, kept: Kept) -> None:
    """It is derived from what was just proved: nothing to tell."""
    vault.main.connection.write("UPDATE record_index_1_data SET block = x'ffffffff'")
    vault.main.connection.renew()
    assert vault.check().well
    assert [match.record_id for match in vault.main.search.find("penicilline")] == [ALLERGY.id]


def test_a_check_may_be_stopped(vault: Vault, kept: Kept) -> None:
    """Whoever is told the progress says so, also in the middle of a paper."""
    sizes = sum(drawer.connection.path.stat().st_size for drawer in vault.drawers)

    def stop(done: int, _: int) -> None:
        if done > sizes:
            raise Stopped

    with pytest.raises(Stopped):
        vault.check(stop)
