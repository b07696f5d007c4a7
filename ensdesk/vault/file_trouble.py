"""What SQLite answers when a file fails, as troubles in words."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from ensdesk.trouble import Trouble
from ensdesk.vault.storage_trouble import (
    DiskFailing,
    DiskFull,
    FolderDamaged,
    FolderInUse,
    ReadOnlyPlace,
)

# After damage that it told nobody, SQLCipher may claim that the memory is full.
FAILURES = (dbapi2.Error, MemoryError)

_TROUBLES: dict[str, type[Trouble]] = {
    "SQLITE_CORRUPT": FolderDamaged,
    "SQLITE_NOTADB": FolderDamaged,
    "SQLITE_BUSY": FolderInUse,
    "SQLITE_LOCKED": FolderInUse,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnlyPlace,
    "SQLITE_CANTOPEN": ReadOnlyPlace,
    "SQLITE_PERM": ReadOnlyPlace,
    "SQLITE_IOERR": DiskFailing,
}
_IN_WORDS = {  # sqlite3_errstr
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
}


def name_of(error: Exception) -> str:
    """Return the name of SQLite's primary code: nobody asks for extended ones.

    A backup or an export that fails tells no code, or a general one, and the words of the right
    one.
    """
    return _IN_WORDS.get(str(error), getattr(error, "sqlite_errorname", ""))


def trouble_of(name: str) -> Trouble | None:
    """Return the trouble behind the name of an error, None for a bug."""
    trouble = _TROUBLES.get(name)
    return trouble() if trouble else None
