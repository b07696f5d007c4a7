"""One database of a folder: its records, its journal, its papers' rows, its index, its asides."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.aside import Aside
from ensdesk.vault.digests import storable
from ensdesk.vault.journal import Journal
from ensdesk.vault.meetings import Meetings
from ensdesk.vault.paper_rows import PaperRows
from ensdesk.vault.pending import Pending
from ensdesk.vault.revision_store import RevisionStore
from ensdesk.vault.schema import make_tables, must_fit
from ensdesk.vault.search_index import SearchIndex
from ensdesk.vault.vault_file import Connection, FolderDamaged

T = TypeVar("T")

MAIN, PRIVATE = "main", "private"
ABOUT = "person-"  # and a key slot: what is kept aside about a person
_COMPUTER = "computer"  # where this copy lies
_LONGEST_NAME = 200  # a row must not outgrow its page: it has no digest of its own


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person by key slot, and what is kept aside about them (JSON), for another copy."""

    slot: str
    name: str
    about: str | None = None


class ReadsOnly(Trouble):
    """Whoever opened the folder may read it, and no more."""

    words = N_("You may read this folder, not change it.")
    advice = N_("Ask the person whose folder it is.")


class Drawer:
    """An open drawer of the folder *folder_id*; *author* is the key slot that opened it.

    It belongs to one lane, like its connection.
    """

    def __init__(
        self,
        connection: Connection,
        folder_id: str,
        author: str,
        name: str,
        *,
        reads_only: bool = False,
    ) -> None:
        """Raise NewerFolder, or FolderDamaged when the file is of another folder or drawer."""
        must_fit(connection)
        row = connection.row("SELECT folder_id, drawer, installation FROM folder")
        if row is None or tuple(row[:2]) != (folder_id, name):
            raise FolderDamaged
        self.name = name
        self.author = author
        self.reads_only = reads_only
        self.journal = Journal(connection, row[2], author)
        self.search = SearchIndex(connection)
        self.revisions = RevisionStore(connection, folder_id, author, self.journal, self.search)
        self.papers = PaperRows(connection, self.search)
        self.aside = Aside(connection)
        self.meetings = Meetings(connection, self.aside)
        self.pending = Pending(connection)
        self.connection = connection

    @classmethod
    def make(cls, connection: Connection, folder_id: str, author: str, name: str) -> Drawer:
        """Fill an empty vault file with its tables."""
        with connection.transaction():
            make_tables(connection)
            connection.write(
                "INSERT INTO folder VALUES (1, ?, ?, ?)", folder_id, name, secrets.token_hex(16)
            )
            SearchIndex(connection).rebuild()
        return cls(connection, folder_id, author, name)

    def transaction(self) -> AbstractContextManager[None]:
        """Keep everything done inside, or nothing."""
        return self.connection.transaction()

    def commit(self, job: Callable[[], T]) -> T:
        """Do *job* in one transaction. If only the search index failed, mend it and do it again.

        Raises ReadsOnly for somebody who may only read.
        """
        if self.reads_only:
            raise ReadsOnly
        try:
            with self.transaction():
                return job()
        except FolderDamaged:
            if self.connection.in_transaction or self.search.whole():
                raise
            self.search.rebuild()
        with self.transaction():
            return job()

    def new_installation(self) -> None:
        """Make this copy of the folder one of its own, which writes a chain of its own.

        For a copy that was restored or taken to another computer, before anything is done in it.
        """
        fresh = secrets.token_hex(16)
        with self.transaction():
            self.meetings.copied_from(self.journal.chain)
            self.connection.write("UPDATE folder SET installation = ?", fresh)
            self.aside.put(_COMPUTER, None)
        self.journal.chain = fresh

    def lies_on(self, computer: bytes) -> None:
        """Note where this copy lies. One that lay elsewhere was copied: it is one of its own.

        A mark that begins as the other one does tells no more, or less, of the same place.
        """
        before = self.aside.get(_COMPUTER) or b""
        if before.startswith(computer) or self.reads_only:
            return
        if not computer.startswith(before):
            self.new_installation()
        self.aside.put(_COMPUTER, computer)

    def name_of(self, slot_id: str) -> str:
        """Return the name of the person behind a key slot; nothing when it was not told."""
        row = self.connection.row("SELECT name FROM person WHERE slot = ?", slot_id)
        return str(row[0]) if row else ""

    def set_name(self, slot_id: str, name: str) -> None:
        """Keep the name of the person behind a key slot."""
        self.connection.write(
            """INSERT INTO person(slot, name) VALUES (?, ?)
            ON CONFLICT(slot) DO UPDATE SET name = excluded.name""",
            slot_id,
            storable(name)[:_LONGEST_NAME],
        )

    def people(self) -> dict[str, str]:
        """Return the names by key slot."""
        return dict(self.connection.rows("SELECT slot, name FROM person ORDER BY slot"))

    def said_people(self) -> tuple[PersonRow, ...]:
        """Return everybody, with what is kept about them."""
        kept = {slot: self.aside.get(ABOUT + slot) for slot in self.people()}
        return tuple(
            PersonRow(slot, name, about.decode() if (about := kept[slot]) else None)
            for slot, name in self.people().items()
        )

    def meet(self, person: PersonRow) -> None:
        """Keep somebody whom only another copy knows."""
        if not self.name_of(person.slot):
            self.set_name(person.slot, person.name)
            self.aside.put(ABOUT + person.slot, person.about.encode() if person.about else None)

    def settle(self) -> None:
        """Bring the journal file in; asked for some seconds after the last change."""
        self.connection.checkpoint()

    def close(self) -> None:
        """Leave one plain file."""
        self.connection.close()
