"""One encrypted file: what SQLCipher and SQLite do wrong by default is asked for and proved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from ensdesk.vault import vault_file
from ensdesk.vault.digests import digest_of
from ensdesk.vault.file_trouble import name_of, trouble_of
from ensdesk.vault.storage_trouble import (
    DiskFull,
    FolderDamaged,
    FolderIncomplete,
    FolderInUse,
    PlaceGone,
    ReadOnlyPlace,
)
from ensdesk.vault.vault_file import (
    back_up_file,
    check_file,
    create_file,
    open_file,
    rewrite,
)
from tests.vault.drawers import KEY, damage


def asked(connection: vault_file.Connection, name: str) -> object:
    return connection.rows(f"PRAGMA {name}")[0][0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "main-1.db"


def filled(path: Path, rows: int = 30, size: int = 200) -> None:
    connection = create_file(path, KEY)
    with connection.transaction():
        connection.write("CREATE TABLE t(id INTEGER PRIMARY KEY, digest BLOB, words TEXT)")
        for number in range(rows):
            words = f"{number:04d}" + "é" * size
            connection.write("INSERT INTO t VALUES (?, ?, ?)", number, digest_of(words), words)
    connection.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 48, 64])
def test_a_key_has_32_bytes(path: Path, length: int) -> None:
    """A raw key of another length would silently be taken as a passphrase."""
    with pytest.raises(ValueError, match="32 bytes"):
        create_file(path, bytes(length))
    with pytest.raises(ValueError, match="32 bytes"):
        open_file(path, bytes(length))
    assert not path.exists()


def test_every_setting_holds(path: Path) -> None:
    """Each line of the opening order is in force, and no memory is shared."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")
    wanted = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "wal_autocheckpoint": 200,
        "max_page_count": 3_600_000_000 // 4096,
        "mmap_size": 0,
        "auto_vacuum": 0,
        "cipher_plaintext_header_size": "0",
    }
    assert {name: asked(connection, name) for name in wanted} == wanted
    assert sorted(file.name for file in path.parent.iterdir()) == ["main-1.db", "main-1.db-wal"]
    connection.close()


def test_closing_leaves_one_plain_file(path: Path) -> None:
    """No journal stays behind: it could not be read on a read-only place."""
    filled(path)
    assert [file.name for file in path.parent.iterdir()] == ["main-1.db"]
    raw = path.read_bytes()
    assert not raw.startswith(b"SQLite")
    assert "é".encode() * 3 not in raw


def test_only_the_owner_may_read(path: Path) -> None:
    """The file and its journal are closed to other users of the computer."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")
    assert {file.stat().st_mode & 0o077 for file in path.parent.iterdir()} == {0}
    connection.close()


def test_the_wheel_was_built_without_the_known_faults() -> None:
    """SQLite before 3.51.3 may reset a journal that is in use."""
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_a_second_opener_is_refused_at_once(path: Path) -> None:
    """In the same process too: a second connection would see an old state."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")
    with pytest.raises(FolderInUse):
        open_file(path, KEY)
    connection.close()


def test_another_key_opens_nothing(path: Path) -> None:
    """A wrong key is told before anything is written."""
    filled(path)
    before = path.read_bytes()
    with pytest.raises(FolderDamaged):
        open_file(path, bytes(32))
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_nothing_to_open(path: Path, *, there: bool) -> None:
    """A missing or empty file is told, and not made anew."""
    if there:
        path.touch()
    with pytest.raises(FolderIncomplete):
        open_file(path, KEY)
    assert path.exists() is there


def test_nothing_is_made_over_a_file(path: Path) -> None:
    """A vault file never takes the place of another."""
    filled(path)
    with pytest.raises(PlaceGone):
        create_file(path, KEY)


def test_a_transaction_keeps_all_or_nothing(path: Path) -> None:
    """A failure inside takes everything back, inner transactions included."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")

    def fail() -> None:
        with connection.transaction():
            with connection.transaction():
                connection.write("INSERT INTO t VALUES (1)")
            assert connection.in_transaction
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert connection.rows("SELECT * FROM t") == []
    with connection.transaction(), connection.transaction():
        connection.write_many("INSERT INTO t VALUES (?)", [(1,), (2,)])
    assert connection.rows("SELECT count(*) FROM t") == [(2,)]
    connection.close()
    connection.close()


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    """What was written before stays, and writing goes on once there is room."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")
    connection.write("INSERT INTO t VALUES (1)")
    pages = asked(connection, "page_count")
    connection.rows(f"PRAGMA max_page_count={pages}")

    def fill() -> None:
        with connection.transaction():
            connection.write("INSERT INTO t VALUES (2)")
            connection.write("INSERT INTO t VALUES (zeroblob(100000))")

    with pytest.raises(DiskFull):
        fill()
    connection.rows("PRAGMA max_page_count=100000")
    connection.write("INSERT INTO t VALUES (3)")
    assert connection.rows("SELECT a FROM t") == [(1,), (3,)]
    connection.close()


def test_a_disk_that_really_fills(path: Path) -> None:
    """A limit of the system on the size of files is told as a trouble; the rest still opens."""
    filled(path)
    script = (
        "import resource, signal, sys, pathlib\n"
        "from ensdesk.vault.vault_file import open_file\n"
        "from ensdesk.trouble import Trouble\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))\n"
        "connection = open_file(pathlib.Path(sys.argv[1]), bytes(range(32)))\n"
        "try:\n"
        "    connection.write('INSERT INTO t VALUES (99, NULL, zeroblob(300000))')\n"
        "except Trouble as trouble:\n"
        "    sys.stdout.write(type(trouble).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout in {"DiskFull", "DiskFailing"}
    connection = open_file(path, KEY)
    assert connection.rows("SELECT count(*) FROM t") == [(30,)]
    connection.close()


def test_each_failure_has_its_sentence() -> None:
    """SQLite's names become troubles; what is a bug stays one."""
    for name in ("SQLITE_READONLY", "SQLITE_CANTOPEN"):
        assert isinstance(trouble_of(name), ReadOnlyPlace)
    assert isinstance(trouble_of("SQLITE_IOERR"), PlaceGone)
    assert trouble_of("SQLITE_ERROR") is None


def test_an_export_that_fails_is_known_by_its_words() -> None:
    """Its code is the general one."""
    error = dbapi2.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_ERROR"
    assert isinstance(trouble_of(name_of(error)), DiskFull)


def test_a_closed_file_is_backed_up_with_its_own_key_alone(path: Path) -> None:
    """Another key, a damaged page and a missing file are the same: nothing to make a copy of."""
    create_file(path, KEY).close()
    back_up_file(path, path.with_name("copy"), KEY, lambda: None)
    assert path.read_bytes()[:16] != path.with_name("copy").read_bytes()[:16]
    with pytest.raises(FolderDamaged):
        back_up_file(path, path.with_name("other"), bytes(32), lambda: None)
    with pytest.raises(FolderIncomplete):
        back_up_file(path.with_name("gone"), path.with_name("third"), KEY, lambda: None)


def test_a_bug_is_no_trouble(path: Path) -> None:
    """A question that makes no sense is not told to the person as damage."""
    connection = create_file(path, KEY)
    for ask in (connection.rows, connection.write, lambda sql: list(connection.each(sql))):
        with pytest.raises(dbapi2.OperationalError):
            ask("SELECT nonsense")
    with pytest.raises(dbapi2.OperationalError):
        connection.write_many("INSERT INTO nowhere VALUES (?)", [(1,)])
    connection.close()


def test_every_damaged_page_is_told_or_harmless(path: Path) -> None:
    """One bit turned in each page: what is read is told as damaged or is what was written."""
    filled(path, rows=12, size=3000)
    whole = path.read_bytes()
    told = 0
    for page in range(len(whole) // 4096):
        path.write_bytes(whole)
        damage(path, page)
        try:
            connection = open_file(path, KEY)
        except FolderDamaged:
            told += 1
            continue
        for number in range(12):
            try:
                row = connection.row("SELECT digest, words FROM t WHERE id = ?", number)
            except FolderDamaged:
                told += 1
                continue
            assert row is not None
            told += digest_of(row[1]) != row[0]
        connection.close()
    assert told > len(whole) // 4096


def test_a_damaged_last_page_comes_back_as_zeros_without_error(path: Path) -> None:
    """The reason for a digest before each payload: neither SQLCipher nor SQLite says a word."""
    filled(path, rows=1, size=3000)
    whole = path.read_bytes()
    silent = []
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole)
        damage(path, page)
        connection = open_file(path, KEY)
        try:
            row = connection.row("SELECT digest, words FROM t WHERE id = 0")
        except FolderDamaged:
            row = None
        if row is not None and digest_of(row[1]) != row[0]:
            silent.append(row[1].endswith("\0"))
            assert check_file(connection)
        connection.close()
    assert silent == [True]


def test_a_damaged_page_does_not_stop_the_rest(path: Path) -> None:
    """After a corruption SQLCipher refuses everything: the connection is made anew."""
    filled(path, rows=40, size=900)
    pages = path.stat().st_size // 4096
    damage(path, pages - 1)
    connection = open_file(path, KEY)
    with pytest.raises(FolderDamaged):
        connection.rows("SELECT words FROM t")
    assert connection.row("SELECT words FROM t WHERE id = 0") is not None
    connection.close()


def test_writing_goes_on_after_silent_damage(path: Path) -> None:
    """A page read as zeros without error makes SQLCipher refuse writes: then it is left."""
    filled(path, rows=1, size=3000)
    damage(path, path.stat().st_size // 4096 - 1)
    connection = open_file(path, KEY)
    row = connection.row("SELECT words FROM t")
    assert row is not None
    assert row[0].endswith("\0")
    connection.write("INSERT INTO t VALUES (7, NULL, 'x')")
    assert connection.row("SELECT words FROM t WHERE id = 7") == ("x",)
    connection.row("SELECT words FROM t WHERE id = 0")
    connection.close()


def test_a_transaction_that_fell_with_its_connection_writes_nothing(path: Path) -> None:
    """Going on after a corruption inside a transaction is refused until it is left."""
    filled(path, rows=40, size=900)
    damage(path, path.stat().st_size // 8192)
    connection = open_file(path, KEY)

    def go_on() -> None:
        with connection.transaction():
            connection.write("INSERT INTO t VALUES (100, NULL, 'x')")
            with pytest.raises(FolderDamaged):
                connection.rows("SELECT words FROM t")
            connection.write("INSERT INTO t VALUES (101, NULL, 'x')")

    with pytest.raises(FolderDamaged):
        go_on()
    assert connection.row("SELECT id FROM t WHERE id >= 100") is None
    connection.close()


def test_a_letter_cut_in_two_is_no_leak(path: Path) -> None:
    """Text that is no UTF-8 any more is read, so that no error quotes it."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a TEXT)")
    connection.write("INSERT INTO t VALUES (CAST(x'C3' AS TEXT))")
    assert connection.rows("SELECT a FROM t") == [("�",)]
    connection.close()


def test_a_sound_file_is_found_sound(path: Path) -> None:
    """Beside a full journal the check would give false alarms."""
    filled(path)
    connection = open_file(path, KEY)
    with connection.transaction():
        connection.write("DELETE FROM t WHERE id % 2")
        connection.write("INSERT INTO t VALUES (1000, NULL, ?)", "x" * 50_000)
    assert check_file(connection) == ()
    connection.close()


def test_a_damaged_page_is_found(path: Path) -> None:
    """The check names pages that do not fit their digest, free ones too."""
    filled(path, rows=40, size=900)
    damage(path, 5)
    connection = open_file(path, KEY)
    assert len(check_file(connection)) == 1
    connection.close()


def test_a_rewritten_file_has_another_key_and_salt(path: Path) -> None:
    """Two files never share key and salt; the old one is left as it was."""
    filled(path)
    old = open_file(path, KEY)
    old.set_version(7)
    fresh = rewrite(old, path.with_name("main-2.db"), bytes(32))
    old.close()
    assert fresh.rows("SELECT count(*) FROM t") == [(30,)]
    assert (fresh.version(), check_file(fresh)) == (7, ())
    assert path.read_bytes()[:16] != fresh.path.read_bytes()[:16]
    fresh.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["main-1.db", "main-2.db"]


def test_a_journal_stays_short(path: Path) -> None:
    """A damaged journal loses its end silently: it is brought in every 200 pages and on demand."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")
    journal = path.with_name(path.name + "-wal")
    for _ in range(400):
        connection.write("INSERT INTO t VALUES (zeroblob(8000))")
    assert journal.stat().st_size < 2 * 200 * 4200
    connection.checkpoint()
    assert journal.stat().st_size == 0
    connection.close()


def test_rows_come_one_by_one(path: Path) -> None:
    """Large tables are walked without holding them whole."""
    filled(path, rows=5)
    connection = open_file(path, KEY)
    assert [row[0] for row in connection.each("SELECT id FROM t ORDER BY id")] == list(range(5))
    connection.interrupt()
    connection.close()


def test_nothing_is_said_on_stderr(path: Path) -> None:
    """SQLCipher writes its failures to stderr unless told otherwise."""
    filled(path)
    damage(path, 1)
    script = (
        "import pathlib, sys\n"
        "from ensdesk.vault.vault_file import open_file\n"
        "try:\n"
        "    open_file(pathlib.Path(sys.argv[1]), bytes(range(32))).rows('SELECT * FROM t')\n"
        "except Exception as error:\n"
        "    sys.stdout.write(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert (done.stdout, done.stderr) == ("FolderDamaged", "")


def test_what_another_program_left_does_not_keep_out(path: Path) -> None:
    """A shared-memory file of another program is left alone; none is made."""
    filled(path)
    shared = path.with_name("main-1.db-shm")
    shared.touch()
    open_file(path, KEY).close()
    assert shared.exists()


def test_settings_that_do_not_hold_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that spills to the disk or shares memory is not used."""
    filled(path)
    with pytest.raises(RuntimeError, match="temp_store"):
        vault_file._must_be(dbapi2.connect(":memory:"), "temp_store", 7)
    real = vault_file._behave
    monkeypatch.setattr(
        vault_file,
        "_behave",
        lambda raw: (real(raw), path.with_name("main-1.db-shm").touch()),
    )
    with pytest.raises(RuntimeError, match="memory"):
        open_file(path, KEY)


def test_a_commit_that_cannot_be_taken_back_drops_the_connection(path: Path) -> None:
    """Whatever fails while taking back, the next use begins anew."""
    connection = create_file(path, KEY)
    connection.write("CREATE TABLE t(a)")

    def fail() -> None:
        with connection.transaction():
            connection.write("INSERT INTO t VALUES (1)")
            connection._raw = Refusing(connection._raw)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert connection.rows("SELECT * FROM t") == []
    connection.close()


class Refusing:
    """A connection that refuses everything but to be closed."""

    in_transaction = True

    def __init__(self, real: object) -> None:
        self.real = real

    def execute(self, *_: object) -> None:
        raise dbapi2.OperationalError("no")

    def close(self) -> None:
        self.real.close()  # type: ignore[attr-defined]


def test_a_write_refused_inside_a_transaction_is_damage(path: Path) -> None:
    """The place could be written when it began: SQLCipher met a damaged page."""
    filled(path, rows=1, size=3000)
    damage(path, path.stat().st_size // 4096 - 1)
    connection = open_file(path, KEY)

    def go_on() -> None:
        with connection.transaction():
            connection.row("SELECT words FROM t")
            connection.write("INSERT INTO t VALUES (7, NULL, 'x')")

    with pytest.raises(FolderDamaged):
        go_on()
    assert connection.row("SELECT words FROM t WHERE id = 7") is None
    refused = dbapi2.OperationalError("x")
    refused.sqlite_errorname = "SQLITE_READONLY"
    with pytest.raises(FolderDamaged), connection.transaction():
        raise connection._told(refused)
    with connection.transaction():
        connection.renew()
        connection.write("INSERT INTO t VALUES (7, NULL, 'x')")
    connection.close()
    connection.interrupt()
