"""Closing a way for good: a new key for the main database, whatever happens in between."""

from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.trouble import Trouble
from ensdesk.vault import header as header_module
from ensdesk.vault import locks as locks_module
from ensdesk.vault import renewing
from ensdesk.vault.bundle import HELPER, HOLDER, READER
from ensdesk.vault.handed import hand, handed_locks
from ensdesk.vault.header import COPIES, Disk
from ensdesk.vault.locks import HolderOnly, SecretTaken
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords, WrongSheet
from ensdesk.vault.signature import HeaderForged
from ensdesk.vault.storage_trouble import DiskFull, FolderDamaged, PlaceGone
from ensdesk.vault.vault import Vault
from ensdesk.vault.vault_file import open_file
from tests.fakes import SHEET, MemoryKeychain
from tests.vault.drawers import ALLERGY, damage, new_vault, open_vault, random_text

MARIE = SheetWords(words_of(b"\2" * 16))
PAUL = SheetWords(words_of(b"\3" * 16))


def databases(path: Path) -> set[str]:
    return {entry.name for entry in path.glob("*.db*") if not entry.name.endswith(("wal", "shm"))}


def opened(path: Path, secret: SheetWords) -> Vault:
    return Vault.open(path, secret, MemoryKeychain())


@pytest.fixture
def helped(vault: Vault) -> Vault:
    """A folder that Marie may change and Paul may read."""
    vault.marie = vault.locks.add(MARIE, HELPER)  # type: ignore[attr-defined]
    vault.locks.add(PAUL, READER)
    vault.main.revisions.write([ALLERGY])
    return vault


def test_who_was_stopped_reads_the_answer_of_a_wrong_secret(helped: Vault) -> None:
    """Everybody else opens as before, with the same records; one file stays."""
    helped.close_way(helped.marie)  # type: ignore[attr-defined]
    assert not helped.key_is_old
    helped.main.revisions.write([Allergy(substance="Latex")])
    helped.close()
    with pytest.raises(WrongSheet):
        opened(helped.path, MARIE)
    for secret in (PAUL, SHEET):
        vault = opened(helped.path, secret)
        assert len(vault.main.revisions.records(Allergy)) == 2
        assert vault.main.name_of(helped.locks.slot_id) == "Jeanne"
        vault.close()
    assert databases(helped.path) == {"main-2.db", "private-1.db"}


def test_the_key_is_really_new(helped: Vault) -> None:
    """What Marie's program knew opens nothing that is written from now on."""
    old = helped.locks.keys.k_main
    helped.close_way(helped.marie)  # type: ignore[attr-defined]
    new = helped.locks.keys.k_main
    helped.close()
    assert new != old
    with pytest.raises(FolderDamaged):
        open_file(helped.path / "main-2.db", old)
    open_file(helped.path / "main-2.db", new).close()


def test_a_way_of_a_holder_renews_the_private_key_too(helped: Vault) -> None:
    """An envelope that opened everything: also when a cut left it for the next opening."""
    assert helped.private is not None
    helped.private.revisions.write([Allergy(substance="Latex")])
    envelope = helped.locks.add(SheetWords(words_of(b"\4" * 16)), HOLDER)
    old = helped.locks.all_keys
    helped.close_way(envelope)
    assert databases(helped.path) == {"main-2.db", "private-2.db"}
    assert not helped.key_is_old
    helped.close()
    for name, key in (("main-2.db", old.k_main), ("private-2.db", old.k_private)):
        assert key is not None
        with pytest.raises(FolderDamaged):
            open_file(helped.path / name, key)
    again = open_vault(helped.path)
    assert again.private is not None
    assert [one.substance for one in again.private.revisions.records(Allergy)] == ["Latex"]
    again.close()


def test_what_a_holder_knew_is_renewed_at_the_next_opening(
    helped: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was stopped after them does not let it be forgotten."""
    envelope = helped.locks.add(SheetWords(words_of(b"\4" * 16)), HOLDER)
    with monkeypatch.context() as broken:
        broken.setattr(renewing, "rewrite", _full)
        for slot in (envelope, helped.marie):  # type: ignore[attr-defined]
            with pytest.raises(DiskFull):
                helped.close_way(slot)
    helped.renew_key()
    assert databases(helped.path) == {"main-2.db", "private-2.db"}


def _full(*_given: object) -> None:
    raise DiskFull


def test_only_a_holder_closes_a_way(helped: Vault) -> None:
    """Nothing is written by somebody else."""
    helped.close()
    marie = opened(helped.path, MARIE)
    with pytest.raises(HolderOnly):
        marie.close_way(marie.locks.slot_id)
    assert not marie.key_is_old
    marie.close()


def test_a_full_disk_stops_marie_at_once_and_renews_later(
    helped: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Her way is out of the list before the long part; the next opening does it again."""

    def full(*_given: object) -> None:
        (helped.path / "main-2.db").write_bytes(b"half")
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(renewing, "rewrite", full)
        with pytest.raises(DiskFull):
            helped.close_way(helped.marie)  # type: ignore[attr-defined]
    assert databases(helped.path) == {"main-1.db", "private-1.db"}
    helped.close()
    with pytest.raises(WrongSheet):
        opened(helped.path, MARIE)
    again = open_vault(helped.path)
    assert again.key_is_old
    again.renew_key()
    assert not again.key_is_old
    again.close()
    assert databases(helped.path) == {"main-2.db", "private-1.db"}


def test_a_damaged_database_is_not_copied(helped: Vault) -> None:
    """A copy would look sound: the trouble comes before anything is written."""
    for _ in range(20):
        helped.main.aside.put(random_text(20), random_text(8000).encode())
    helped.settle()
    damage(helped.path / "main-1.db", 20)
    with pytest.raises(FolderDamaged):
        helped.renew_key()
    assert databases(helped.path) == {"main-1.db", "private-1.db"}


class Failing(Disk):
    """A disk that takes *good* writes, then no more."""

    def __init__(self, good: int) -> None:
        self.good = good

    def write(self, file: int, raw: bytes, at: int) -> int:
        if self.good == 0:
            raise OSError(5, "gone")
        self.good -= 1
        return super().write(file, raw, at)


@pytest.mark.parametrize(("good", "counts"), [(0, False), (1, True)])
def test_the_switch_counts_from_the_first_whole_copy(
    helped: Vault, monkeypatch: pytest.MonkeyPatch, good: int, counts: bool
) -> None:
    """Half a switch is none, or a whole one: never two databases that both go on."""
    disk = Failing(good)
    monkeypatch.setattr(
        locks_module,
        "write_header",
        lambda path, head: header_module.write_header(path, head, disk),
    )
    if counts:
        helped.renew_key()
    else:
        with pytest.raises(Trouble):
            helped.renew_key()
    helped.main.revisions.write([Allergy(substance="Latex")])
    helped.close()
    again = open_vault(helped.path)
    assert len(again.main.revisions.records(Allergy)) == 2
    assert again.locks.file_names.main == ("main-2.db" if counts else "main-1.db")
    again.close()
    assert len(databases(helped.path)) == 2
    assert (helped.path / COPIES[0]).read_bytes() == (helped.path / COPIES[1]).read_bytes()


def test_what_a_rewriting_left_is_cleared_by_the_holder_alone(helped: Vault) -> None:
    """A helper cannot know what belongs to the drawer they do not see."""
    helped.close()
    left = ("main-7.db", "private-7.db", "main-7.db-wal")
    for name in left:
        (helped.path / name).write_bytes(b"left")
    opened(helped.path, MARIE).close()
    assert all((helped.path / name).exists() for name in left)
    open_vault(helped.path).close()
    assert not any((helped.path / name).exists() for name in left)


def test_a_name_that_is_left_over_is_not_used_again(helped: Vault) -> None:
    """A file that somebody holds open stays; the next number is free."""
    (helped.path / "main-2.db").write_bytes(b"left")
    helped.renew_key()
    assert helped.locks.file_names.main == "main-3.db"


def test_help_for_one_session_needs_no_slot(helped: Vault) -> None:
    """The main drawer opens under the helper's own id; the private one stays shut."""
    handed = hand(helped.locks, "aa" * 8)
    helped.close()
    session = Vault.open_handed(helped.path, handed, MemoryKeychain())
    assert session.private is None
    assert (session.locks.role, session.locks.slot_id) == (HELPER, "aa" * 8)
    assert session.locks.keys.k_private is None
    session.main.revisions.write([Allergy(substance="Latex")])
    (latex,) = [a for a in session.main.revisions.records(Allergy) if a.substance == "Latex"]
    written = session.main.revisions.written(latex.id)
    assert written is not None
    assert written.author == "aa" * 8
    with pytest.raises(HolderOnly):
        session.locks.add(SheetWords(words_of(b"\4" * 16)))
    session.close()


def test_keys_of_another_folder_open_nothing(helped: Vault, tmp_path: Path) -> None:
    """What was handed is tied to the list of its folder."""
    other = new_vault(tmp_path / "autre")
    with pytest.raises(HeaderForged):
        handed_locks(helped.path, hand(other.locks, "aa" * 8), MemoryKeychain())
    other.close()


def test_a_place_that_is_gone_is_told(helped: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the switch nothing has changed."""

    def gone(_path: Path) -> None:
        raise PlaceGone

    monkeypatch.setattr(renewing, "sync_directory", gone)
    with pytest.raises(PlaceGone):
        helped.renew_key()
    assert helped.locks.file_names.main == "main-1.db"
    assert len(helped.main.revisions.records(Allergy)) == 1


OWN = SheetWords(words_of(b"\5" * 16))
WAYS = ((OWN, HOLDER, "aa" * 8), (PAUL, HELPER, "bb" * 8))


def test_begun_again_nothing_of_before_opens_it(helped: Vault) -> None:
    """New keys, a new list, the right to change it too: only the ways that were given."""
    before, sign = helped.locks.keys, helped.locks.helping.verify
    assert helped.private is not None
    helped.private.revisions.write([ALLERGY])
    helped.begin_again(WAYS)
    after = helped.locks.keys
    assert {before.k_main, before.k_private}.isdisjoint({after.k_main, after.k_private})
    assert helped.locks.helping.verify != sign
    helped.main.revisions.write([Allergy(substance="Latex")])
    helped.close()
    assert databases(helped.path) == {"main-2.db", "private-2.db"}
    for secret in (SHEET, MARIE):
        with pytest.raises(WrongSheet):
            opened(helped.path, secret)
    for secret, role in ((OWN, HOLDER), (PAUL, HELPER)):
        vault = opened(helped.path, secret)
        assert vault.locks.role == role
        assert (vault.private is not None) == (role == HOLDER)
        assert len(vault.main.revisions.records(Allergy)) == 2
        vault.close()


def test_only_a_holder_begins_again(helped: Vault) -> None:
    """And one secret is for one person there too; nothing is written before."""
    with pytest.raises(SecretTaken):
        helped.begin_again(((OWN, HOLDER, "aa" * 8), (OWN, HELPER, "bb" * 8)))
    helped.close()
    marie = opened(helped.path, MARIE)
    with pytest.raises(HolderOnly):
        marie.begin_again(WAYS)
    with pytest.raises(HolderOnly):
        marie.locks.remade(WAYS, marie.locks.file_names, (bytes(32), bytes(32)))
    marie.close()
    assert databases(helped.path) == {"main-1.db", "private-1.db"}


def test_a_full_disk_leaves_all_as_it_was(helped: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second database finds no room: the first one goes again."""
    real, done = renewing.rewrite, []

    def rewrite_once(*given: object) -> object:
        if done:
            raise DiskFull
        done.append(1)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(renewing, "rewrite", rewrite_once)
    with pytest.raises(DiskFull):
        helped.begin_again(WAYS)
    assert databases(helped.path) == {"main-1.db", "private-1.db"}
    helped.close()
    opened(helped.path, MARIE).close()


@pytest.mark.parametrize(("good", "counts"), [(0, False), (1, True)])
def test_taking_over_counts_from_the_first_whole_copy(
    helped: Vault, monkeypatch: pytest.MonkeyPatch, good: int, counts: bool
) -> None:
    """Half of it is none, or all of it."""
    disk = Failing(good)
    monkeypatch.setattr(
        locks_module,
        "write_header",
        lambda path, head: header_module.write_header(path, head, disk),
    )
    if counts:
        helped.begin_again(WAYS)
    else:
        with pytest.raises(Trouble):
            helped.begin_again(WAYS)
    helped.main.revisions.write([Allergy(substance="Latex")])
    helped.close()
    again = opened(helped.path, OWN if counts else SHEET)
    assert len(again.main.revisions.records(Allergy)) == 2
    again.close()
    assert len(databases(helped.path)) == 2
