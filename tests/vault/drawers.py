"""Drawers and folders for tests, opened without any slow derivation."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import RecordId
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.drawer import MAIN, Drawer
from ensdesk.vault.merge import Said, merge
from ensdesk.vault.revision import Revision
from ensdesk.vault.vault import Vault
from ensdesk.vault.vault_file import create_file, open_file
from tests.fakes import SHEET, MemoryKeychain

FOLDER_ID = "f" * 32
AUTHOR = "0123456789abcdef"
KEY = bytes(range(32))

ALLERGY = Allergy(substance="Pénicilline", reaction=None)
PAPER = Document(name="Prise de sang")
KEPT = Kept("ab" * 16, "AGE-SECRET-KEY-1", bytes(32), 3, bytes(32), 203)


def new_drawer(directory: Path, name: str = MAIN, file: str = "main-1.db") -> Drawer:
    return Drawer.make(create_file(directory / file, KEY), FOLDER_ID, AUTHOR, name)


def open_drawer(directory: Path, file: str = "main-1.db") -> Drawer:
    return Drawer(open_file(directory / file, KEY), FOLDER_ID, AUTHOR, MAIN)


def new_vault(path: Path) -> Vault:
    return Vault.make(path, [SHEET], MemoryKeychain(), author_name="Jeanne")


def open_vault(path: Path) -> Vault:
    return Vault.open(path, SHEET, MemoryKeychain())


def take(drawer: Drawer, revisions: Iterable[Revision]) -> tuple[RecordId, ...]:
    """Take in the revisions of another copy; return the records they concern."""
    nowhere = DocumentStore(drawer.connection.path.with_name("documents"))
    return merge(drawer, nowhere, Said(revisions=tuple(revisions))).records


def damage(path: Path, page: int, at: int = 100) -> None:
    """Turn one bit of one page of 4096 bytes."""
    raw = bytearray(path.read_bytes())
    raw[page * 4096 + at] ^= 1
    path.write_bytes(raw)


def random_text(length: int) -> str:
    return secrets.token_hex(length // 2)
