"""The databases are SQLCipher 4 as others know it: another program of that kind reads every row."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

import apsw
import pytest

from tests.fakes import filled_folder

_TABLES = """SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
    AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"""


def rows(ask: Callable[[str], Iterable[object]]) -> dict[str, list[str]]:
    """Return every row of every table."""
    tables = [row[0] for row in ask(_TABLES)]  # type: ignore[index]
    return {one: sorted(map(repr, ask(f'SELECT * FROM "{one}"'))) for one in tables}  # noqa: S608


def everything(path: Path, key: bytes) -> dict[str, list[str]]:
    """Read all tables with SQLite3 Multiple Ciphers, which shares no code with SQLCipher."""
    # https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_sqlcipher/
    with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as other:
        for setting in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{key.hex()}'\""):
            list(other.execute(f"PRAGMA {setting}"))
        return rows(other.execute)


def test_another_reader_reads_the_same_rows(tmp_path):
    """Of both databases, once the folder is closed."""
    folder = filled_folder(tmp_path / "folder")
    keys, names = folder.vault.locks.all_keys, folder.vault.locks.file_names
    ours = [rows(drawer.connection.rows) for drawer in folder.vault.drawers]
    folder.close()
    assert everything(tmp_path / "folder" / names.main, keys.k_main) == ours[0]
    assert keys.k_private is not None
    assert everything(tmp_path / "folder" / names.private, keys.k_private) == ours[1]
    assert len(ours[0]["record"]) > 20


def test_another_key_reads_nothing(tmp_path):
    """Or the reader would not prove anything."""
    folder = filled_folder(tmp_path / "folder")
    name = folder.vault.locks.file_names.main
    folder.close()
    with pytest.raises(apsw.NotADBError):
        everything(tmp_path / "folder" / name, bytes(32))
