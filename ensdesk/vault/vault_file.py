"""One encrypted database file: the only place where SQLCipher is told how to behave.

Every line of the opening answers a failure that was seen: a key of the wrong length is silently
taken as a passphrase; a rollback journal loses the last acknowledged commit on a power cut and
does not fit page MACs; sorts spill in clear to temporary files; a second connection sees an old
state. `cipher_memory_security` stays off: key material lies in SQLCipher's own locked heap either
way, closing the folder replaces the whole process, and with it a ranked search took 7 times longer.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from ensdesk.vault.file_trouble import FAILURES, name_of, trouble_of
from ensdesk.vault.storage_trouble import (
    DiskFull,
    FolderDamaged,
    FolderIncomplete,
    FolderInUse,
    PlaceGone,
    ReadOnlyPlace,
    telling,
)

__all__ = [
    "ClosedMeanwhile",
    "Connection",
    "DiskFull",
    "FolderDamaged",
    "FolderInUse",
    "FolderIncomplete",
    "IndexDamaged",
    "PlaceGone",
    "ReadOnlyPlace",
    "Row",
    "back_up_file",
    "check_file",
    "create_file",
    "damaged_pages",
    "open_file",
    "rewrite",
]

Row = tuple[Any, ...]

_LARGEST = 3_600_000_000  # bytes: under the 4 GB of FAT32, with room for a WAL
_PAGE = 4096
_STEP = 32  # pages of a backup at once: a few milliseconds


class IndexDamaged(FolderDamaged):
    """A search index is damaged: it is derived, so that it can be made again."""


class ClosedMeanwhile(Exception):
    """The file was closed, or opened anew, between two steps of its backup."""


class Connection:
    """One open vault file. Failures of the storage come out as Trouble, without any value.

    It belongs to one lane. After a corruption, told or silent, SQLCipher refuses every write on
    the same connection (SQLITE_READONLY), so that the connection is made anew.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._raw: Any = None
        self._depth = 0
        self._lost = False  # the transaction that was open fell with its connection
        self._open()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return every row of a question."""
        try:
            return self._execute(sql, values).fetchall()  # type: ignore[no-any-return]
        except FAILURES as error:
            raise self._told(error) from None

    def row(self, sql: str, *values: object) -> Row | None:
        """Return the first row of a question, if there is one."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        """Yield the rows of a question one by one, for tables that may be large."""
        try:
            yield from self._execute(sql, values)
        except FAILURES as error:
            raise self._told(error) from None

    def write(self, sql: str, *values: object) -> int:
        """Change something; return the number of the last row put in."""
        try:
            return int(self._execute(sql, values).lastrowid or 0)
        except FAILURES as error:
            raise self._told(error) from None

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Change the same thing for many rows."""
        try:
            self._living().executemany(sql, rows)
        except FAILURES as error:
            raise self._told(error) from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything done inside, or nothing. A transaction inside another joins it.

        A failure inside must leave the outermost one: there is no half way back.
        """
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        self.write("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth, self._lost = 0, False

    @property
    def in_transaction(self) -> bool:
        return self._depth > 0

    def version(self) -> int:
        """Return how many steps of the schema this file has taken."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def set_version(self, version: int) -> None:
        self.write(f"PRAGMA user_version={version:d}")

    def checkpoint(self) -> None:
        """Bring the journal into the file: damage in a journal drops its tail silently."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def renew(self) -> None:
        """Forget a connection that may have met damage; nothing to do inside a transaction."""
        if not self._depth:
            self._drop()

    def back_up(self, path: Path, pause: Callable[[], object]) -> None:
        """Write the database as it is now into a new file: the same key, a salt of its own.

        *pause* is called between steps of a few milliseconds; what this connection writes there
        is in. Nothing makes the file safe on the medium yet. Raises ClosedMeanwhile.
        """
        raw = self._living()

        def between() -> None:
            pause()
            if self._raw is not raw:
                raise ClosedMeanwhile

        try:
            _back_up(raw, path, self._key, between)
        except FAILURES as error:
            raise self._told(error) from None

    def interrupt(self) -> None:
        """Stop the question that runs now; may be called from another thread."""
        if self._raw is not None:
            self._raw.interrupt()

    def close(self) -> None:
        """Leave one plain file, without journal: a journal cannot be read on a read-only place."""
        try:
            if self._raw is not None:
                self.checkpoint()
                self.rows("PRAGMA journal_mode=DELETE")
        finally:
            self._drop()

    def _execute(self, sql: str, values: Sequence[object]) -> Any:
        try:
            return self._living().execute(sql, values)
        except dbapi2.Error as error:
            if self._depth or name_of(error) != "SQLITE_READONLY":
                raise
        self._drop()
        return self._living().execute(sql, values)

    def _living(self) -> Any:
        if self._lost:
            raise FolderDamaged
        if self._raw is None:
            self._open()
        return self._raw

    def _open(self) -> None:
        try:
            self._raw = _connect(self.path, self._key)
        except FAILURES as error:
            raise self._told(error) from None

    def _drop(self) -> None:
        raw, self._raw = self._raw, None
        if raw is not None:
            with contextlib.suppress(dbapi2.Error):
                raw.close()

    def _roll_back(self) -> None:
        if self._raw is not None and self._raw.in_transaction:
            try:
                self._raw.execute("ROLLBACK")
            except FAILURES:
                self._drop()

    def _told(self, error: Exception) -> Exception:
        trouble = trouble_of(name_of(error))
        if isinstance(error, MemoryError):
            trouble = FolderDamaged()
        elif str(error) == "constraint failed":
            trouble = IndexDamaged()  # inside the index: our own constraints say which
        if trouble is None:
            return error
        if isinstance(trouble, ReadOnlyPlace) and not self.path.exists():
            trouble = PlaceGone()  # thrown away, or moved elsewhere, while it was open
        elif isinstance(trouble, ReadOnlyPlace) and self._depth:
            trouble = FolderDamaged()  # what could be written when the transaction began
        if isinstance(trouble, FolderDamaged | PlaceGone) and not isinstance(trouble, IndexDamaged):
            self._lost = self._depth > 0
            self._drop()
        return trouble


def create_file(path: Path, key: bytes) -> Connection:
    """Make an empty vault file that only its owner may read. *key* is 32 random bytes."""
    _raw_key(key)
    with telling():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return Connection(path, key)


def open_file(path: Path, key: bytes) -> Connection:
    """Open a vault file with its raw *key* of 32 bytes.

    Raises FolderIncomplete, FolderInUse, FolderDamaged (also for another key), ReadOnlyPlace.
    """
    _raw_key(key)
    with telling():
        there = path.is_file() and path.stat().st_size > 0
    if not there:
        raise FolderIncomplete
    return Connection(path, key)


def check_file(connection: Connection) -> tuple[str, ...]:
    """Return what SQLCipher finds wrong, page by page; nothing when all is well."""
    if found := damaged_pages(connection):
        return found
    (first,) = connection.rows("PRAGMA quick_check(1)")[0]
    return () if first == "ok" else (str(first),)


def damaged_pages(connection: Connection) -> tuple[str, ...]:
    """Return the pages that do not come back as they were written.

    The journal is brought in first: beside a full one the check gives false alarms. It cannot see
    a page that was damaged before it was copied: the digests of the rows do.
    """
    connection.checkpoint()
    return tuple(str(row[0]) for row in connection.rows("PRAGMA cipher_integrity_check"))


def rewrite(connection: Connection, path: Path, key: bytes) -> Connection:
    """Write the whole database into a new file under a fresh key, and return that one, open.

    Migration, revoking and compaction all go this way: in place they do not survive a power cut.
    """
    create_file(path, key).close()
    connection.write("ATTACH DATABASE ? AS fresh KEY ?", str(path), _raw_key(key))
    try:
        connection.rows("SELECT sqlcipher_export('fresh')")
        connection.write("DETACH DATABASE fresh")
    except BaseException:
        connection.renew()  # perhaps it is gone already, and what was attached with it
        raise
    fresh = open_file(path, key)
    fresh.set_version(connection.version())
    fresh.checkpoint()
    return fresh


def back_up_file(source: Path, path: Path, key: bytes, pause: Callable[[], object]) -> None:
    """Do as `Connection.back_up` with a closed file, which may lie where nothing can be written.

    Raises FolderIncomplete, FolderDamaged (also for another key) and the troubles of the places.
    """
    if not source.is_file():
        raise FolderIncomplete
    try:
        raw = _bare(source, key, "mode=ro&immutable=1")
        with contextlib.closing(raw):
            _back_up(raw, path, key, pause)
    except FAILURES as error:
        raise trouble_of(name_of(error)) or error from None


def _back_up(raw: Any, path: Path, key: bytes, pause: Callable[[], object]) -> None:
    with telling():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with contextlib.closing(_bare(path, key, "mode=rw")) as fresh:
        fresh.execute("PRAGMA journal_mode=OFF")
        fresh.execute(f"PRAGMA cache_size={_STEP}")  # else the last step writes what was kept back
        fresh.execute("PRAGMA synchronous=OFF")  # it counts only once it was synced and read again
        raw.backup(fresh, pages=_STEP, progress=lambda *_left: pause(), sleep=0)


def _bare(path: Path, key: bytes, mode: str) -> Any:
    raw = dbapi2.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
    raw.set_key(_raw_key(key))
    raw.execute("PRAGMA cipher_log_level=NONE")
    return raw


def _raw_key(key: bytes) -> str:
    if len(key) != 32:
        raise ValueError("a raw key has 32 bytes: another length would be taken as a passphrase")
    return f"x'{key.hex()}'"


def _connect(path: Path, key: bytes) -> Any:
    raw = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    shared = path.with_name(path.name + "-shm")
    before = shared.exists()
    try:
        raw.set_key(_raw_key(key))
        _behave(raw)
        _must_share_nothing(shared, before=before)
    except BaseException:
        raw.close()
        raise
    return raw


def _behave(raw: Any) -> None:
    raw.execute("PRAGMA cipher_log_level=NONE")
    raw.execute("PRAGMA locking_mode=EXCLUSIVE")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # proves the key
    _must_be(raw, "journal_mode=WAL", "wal")
    raw.execute("PRAGMA synchronous=FULL")
    _must_be(raw, "synchronous", 2)
    raw.execute("PRAGMA temp_store=MEMORY")
    _must_be(raw, "temp_store", 2)
    for setting in (
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "secure_delete=ON",
        "wal_autocheckpoint=200",
        f"max_page_count={_LARGEST // _PAGE}",
        "mmap_size=0",
        "cache_size=-65536",  # KiB, filled as needed: a merge comes back to most of its pages
    ):
        raw.execute(f"PRAGMA {setting}")
    # Damage may cut a letter in two, and the error would quote the text: digests tell instead.
    raw.text_factory = _text


def _must_be(raw: Any, pragma: str, wanted: object) -> None:
    found = raw.execute(f"PRAGMA {pragma}").fetchone()[0]
    if found != wanted:
        raise RuntimeError(f"a vault file needs {pragma}")


def _must_share_nothing(shared: Path, *, before: bool) -> None:
    if shared.exists() and not before:
        raise RuntimeError("a vault file shares no memory with other connections")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
